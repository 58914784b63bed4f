/**
 * A replacement spelled as what it replaces: in capitals, in small letters or with a capital in front where that
 * differs from how it is listed, with the hyphens of a file's name, over the same line end.
 * @param found what stands in the text
 * @param listed how it is listed
 */
export function spellLike(found: string, listed: string, put: string): string {
  return found === listed ? put : joinLike(found, listed, capitalizeLike(found, listed, put));
}

function capitalizeLike(found: string, listed: string, put: string): string {
  if (isUpper(found) && !isUpper(listed)) return put.toUpperCase();
  if (isLower(found) && !isLower(listed)) return put.toLowerCase();
  const beginsUpper = /^[^\p{L}]*\p{Lu}/u;
  if (beginsUpper.test(found) && !beginsUpper.test(listed)) {
    return put.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  }
  return put;
}

function joinLike(found: string, listed: string, put: string): string {
  const lineEnd = /\s*\n\s*/.exec(found)?.[0];
  if (lineEnd !== undefined && !listed.includes('\n')) {
    return /\s/.test(put) ? put.replace(/\s+/, () => lineEnd) : put + lineEnd;
  }
  const mark = /[-_.]/.exec(found)?.[0];
  const isTight = mark !== undefined && !/\s/.test(found) && /\s/.test(listed);
  return isTight ? put.replace(/\s+/g, () => mark) : put;
}

function isUpper(text: string): boolean {
  return /\p{Lu}[^\p{L}]*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function isLower(text: string): boolean {
  return /\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text);
}
