/** Terms the obvious way: one word-bounded Unicode alternation of all of them. */
export function alternation(terms: readonly string[]): RegExp {
  const letters = '[\\p{L}\\p{N}]';
  // The longest first, since of alternatives that match at one place the first is taken.
  const alternatives = [...terms].sort((a, b) => b.length - a.length);
  const sources = alternatives.map((term) => term.replaceAll('*', `${letters}*`).replaceAll(' ', '\\s+'));
  return new RegExp(`(?<!${letters})(?:${sources.join('|')})(?!${letters})`, 'giu');
}
