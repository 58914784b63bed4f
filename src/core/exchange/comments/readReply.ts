import type { Verdict } from '../../review/review';

/** What a reply says of the coding that it replies to. */
export interface ReadReply {
  readonly verdict: Verdict;
  readonly comment: string;
}

const words: readonly (readonly [Verdict, RegExp])[] = [
  [
    'disagree',
    /^(?:oneens|niet (?:mee )?eens|niet akkoord|nee|disagree|do not agree|not agreed|no|✗)(?![\p{L}\p{N}])/iu,
  ],
  [
    'agree',
    /^(?:(?:mee |helemaal )?eens|akkoord|klopt|ja|inderdaad|agreed?|yes|ok(?:ay|é)?|✓|👍)(?![\p{L}\p{N}])/iu,
  ],
  ['discuss', /^(?:bespreken|overleggen|discuss)(?![\p{L}\p{N}])/iu],
];

/** True for what begins by agreeing or not. */
export function saysVerdict(text: string): boolean {
  return words.some(([, beginning]) => beginning.test(text.trim()));
}

/** Reads a reply to a comment: whether it begins by agreeing or not, and what else it says; else it is for discussion. */
export function readReply(text: string): ReadReply {
  const said = text.trim();
  for (const [verdict, beginning] of words) {
    const match = beginning.exec(said);
    if (match) return { verdict, comment: said.slice(match[0].length).replace(/^[\s.,:;!–-]+/, '') };
  }
  return { verdict: 'discuss', comment: said };
}
