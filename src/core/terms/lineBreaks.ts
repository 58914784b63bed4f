/** Words that were broken at the end of a line: `belem-`, line break, `mering`. */
import { fold, Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import type { Token } from './token';
import { codePointAt, wordBefore, wordEnd } from './words';

const SOFT_HYPHEN = 0xad;

/** After these a hyphen stands for a part left out (`wet- en regelgeving`), not for a broken word. */
const AFTER_SUSPENDED: ReadonlySet<string> = new Set(['en', 'of', 'noch', 'tot', 'and', 'or', 'nor', 'to']);

/** Whether a UTF-16 unit is a hyphen that can be seen. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

/**
 * The word that the line break at `index` breaks, as one token, and its second part as another; undefined
 * when no word is broken there. A hyphen breaks a word when a lower-case letter follows on the next line.
 */
export function brokenWordAt(
  text: string,
  index: number,
  range: Range,
): { whole: Token; secondPart: Token } | undefined {
  const hyphen = index - 1;
  const second = index + 1;
  if (hyphen < range.start || second >= range.end) return undefined;
  const isSoft = text.charCodeAt(hyphen) === SOFT_HYPHEN;
  if (!isSoft && !isHyphen(text.charCodeAt(hyphen))) return undefined;
  const codePoint = codePointAt(text, second, range.end);
  if (kindOf(codePoint) !== Kind.word) return undefined;
  if (!isSoft && !/\p{Ll}/u.test(String.fromCodePoint(codePoint))) return undefined;
  const first = wordBefore(text, hyphen, range.start, range.end);
  if (first.start === first.end) return undefined;
  const end = wordEnd(text, second, range.end);
  if (!isSoft && AFTER_SUSPENDED.has(fold(text.slice(second, end)))) return undefined;
  return {
    whole: { start: first.start, end, words: 2, breakStart: first.end, breakEnd: second },
    secondPart: { start: second, end, words: 1, breakStart: end, breakEnd: end },
  };
}
