/** A word, a string literal (its text without quotes) or a punctuation mark of TypeScript source. */
export interface Token {
  readonly kind: 'word' | 'string' | 'mark';
  readonly text: string;
}

const wordsBeforeRegex = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'await',
  'yield',
]);

/**
 * The tokens of TypeScript source, enough to find imports and the names that are used: comments and regular
 * expressions are left out, and what stands inside `${…}` of a template is read as code.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const templateDepths: number[] = [];
  let depth = 0;
  let at = 0;
  const takeTemplate = (from: number) => {
    let end = from;
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1;
    tokens.push({ kind: 'string', text: source.slice(from, end) });
    if (source[end] === '$') {
      templateDepths.push(depth);
      depth++;
      return end + 2;
    }
    return end + 1;
  };
  while (at < source.length) {
    const rest = source[at]!;
    const word = /[\p{ID_Start}$_#][\p{ID_Continue}$]*/uy;
    word.lastIndex = at;
    const named = word.exec(source);
    if (/\s/.test(rest)) at++;
    else if (source.startsWith('//', at)) at = indexOrEnd(source, '\n', at);
    else if (source.startsWith('/*', at)) at = indexOrEnd(source, '*/', at + 2) + 2;
    else if (named) {
      tokens.push({ kind: 'word', text: named[0] });
      at += named[0].length;
    } else if (rest === "'" || rest === '"') {
      const end = endOfString(source, at);
      tokens.push({ kind: 'string', text: source.slice(at + 1, end - 1) });
      at = end;
    } else if (rest === '`') at = takeTemplate(at + 1);
    else if (rest === '/' && regexMayStand(tokens.at(-1))) at = endOfRegex(source, at);
    else if (rest === '}' && templateDepths.at(-1) === depth - 1) {
      depth = templateDepths.pop()!;
      at = takeTemplate(at + 1);
    } else {
      if (rest === '{') depth++;
      if (rest === '}') depth--;
      tokens.push({ kind: 'mark', text: rest });
      at++;
    }
  }
  return tokens;
}

function indexOrEnd(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at === -1 ? source.length : at;
}

function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== source[start]) at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfRegex(source: string, start: number): number {
  let inClass = false;
  let at = start + 1;
  while (at < source.length && (inClass || source[at] !== '/') && source[at] !== '\n') {
    if (source[at] === '[') inClass = true;
    if (source[at] === ']') inClass = false;
    at += source[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** After a value a slash divides; after an operator or a keyword it begins a regular expression. */
function regexMayStand(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'word') return wordsBeforeRegex.has(before.text);
  return before.kind === 'mark' && !/[)\]}\d]/.test(before.text);
}
