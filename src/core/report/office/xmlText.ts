/** What stands in the place of a character that XML cannot hold: it is seen that there was one. */
const forbidden = '□';

/** A text as XML can hold it: control characters, lone halves of others and noncharacters become a box. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/gu, forbidden);
}
