const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const reference = /&(?:([a-z]{2,4});|#(\d{1,20});|#x([\da-fA-F]{1,20});)?/g;

/** What XML cannot hold, not even as a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
export const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * A text of XML with its references as the characters that they stand for; undefined where one is none of the five
 * that XML knows by itself, nor the number of a character.
 */
export function decodeReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isWhole = true;
  const decoded = text.replace(reference, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    const character =
      name === undefined
        ? characterOf(decimal === undefined ? Number(`0x${hexadecimal}`) : Number(decimal))
        : named.get(name);
    isWhole &&= character !== undefined;
    return character ?? '';
  });
  return isWhole ? decoded : undefined;
}

function characterOf(code: number): string | undefined {
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? undefined : character;
}
