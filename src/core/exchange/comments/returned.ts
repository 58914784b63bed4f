import type { StudyCoding } from '../../study';
import type { Range } from '../../text/range';
import { sha256Hex } from '../../text/sha256';
import { sameWords } from '../../text/words';
import type { ExportedCoding } from '../transcripts/importedTranscript';

const markLength = 12;

/** A comment that begins a thread, as far as it tells which coding it stands for. */
export interface ReturnedComment extends Range {
  readonly id: string;
  readonly coder: string;
  readonly at: string | undefined;
  readonly text: string;
}

/** The coding that a comment stands for: as it is in the study now, and whether the comment says what it said. */
export interface Claim {
  readonly exported: ExportedCoding;
  /** Undefined where it was removed since. */
  readonly coding: StudyCoding | undefined;
  readonly isChanged: boolean;
}

/** Tells what a comment said from what it says after it was edited, whatever its white space. */
export function commentMark(text: string): string {
  return sha256Hex(sameWords(text).trim()).slice(0, markLength);
}

/** A moment as a document of Word has it: to the second. */
export function toSecond(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 19)}Z`;
}

/** True where two ranges have more in common than not. */
export function isMostly(a: Range, b: Range): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common * 2 > Math.max(a.end, b.end) - Math.min(a.start, b.start);
}

type Sameness = (
  comment: ReturnedComment,
  mark: string,
  one: ExportedCoding,
  coding?: StudyCoding,
) => boolean;

/** The surest first. An empty range is one that is lost. */
const samenesses: readonly { readonly isChanged: boolean; readonly holds: Sameness }[] = [
  { isChanged: false, holds: (comment, mark, { said }, coding) => said === mark && isThere(comment, coding) },
  { isChanged: false, holds: (_, mark, { said }) => said === mark },
  {
    isChanged: true,
    holds: (comment, _mark, _one, coding) => coding !== undefined && isThere(comment, coding),
  },
];

function isThere(comment: Range, coding: Range | undefined): boolean {
  return coding !== undefined && isMostly(coding, comment);
}

/**
 * Which codings the comments of a document stand for that was exported and came back: by their coder and moment, those
 * first that say what they said and where they did. Codings that are left have lost their comment.
 */
export function claimCodings(
  comments: readonly ReturnedComment[],
  exported: readonly ExportedCoding[],
  codings: readonly StudyCoding[],
): { claims: ReadonlyMap<string, Claim>; left: readonly StudyCoding[] } {
  const present = new Map(codings.map((one) => [one.coding.id, one]));
  const free = new Set(exported);
  const claims = new Map<string, Claim>();
  for (const { isChanged, holds } of samenesses) {
    for (const comment of comments) {
      if (claims.has(comment.id)) continue;
      const mark = commentMark(comment.text);
      const at = toSecond(comment.at ?? '');
      for (const one of free) {
        const coding = present.get(one.id);
        if (one.by !== comment.coder || one.at !== at || !holds(comment, mark, one, coding)) continue;
        claims.set(comment.id, { exported: one, coding, isChanged });
        free.delete(one);
        break;
      }
    }
  }
  return { claims, left: [...free].flatMap(({ id }) => present.get(id) ?? []) };
}
