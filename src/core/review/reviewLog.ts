import { type Problem, ProblemList } from '../problem';
import { isOffset, jsonLines } from '../text/jsonLines';
import type { Range } from '../text/range';
import { type Review, verdicts } from './review';

/** A review log: the reviews that hold, in order of first appearance, and the line of each by its id. */
export interface ReviewLog {
  readonly current: readonly Review[];
  readonly lines: ReadonlyMap<string, Range>;
}

const needed = ['id', 'coding', 'verdict', 'by', 'at'] as const;
const texts = ['code', 'quote', 'prefix', 'suffix', 'comment', 'answer'] as const;
const keyOrder = [
  'id',
  'coding',
  'verdict',
  'code',
  'start',
  'end',
  'quote',
  'prefix',
  'suffix',
  'comment',
  'answer',
  'by',
  'at',
] as const;

/**
 * Reads a review log (JSON Lines) as coding logs are read: the last line with an id wins, a line with `deleted`
 * removes it, and a line that cannot be read is a problem with its place.
 */
export function parseReviewLog(file: string, text: string): { log: ReviewLog; problems: readonly Problem[] } {
  const problems = new ProblemList(file, text);
  const current = new Map<string, Review>();
  const lines = new Map<string, Range>();
  for (const { line, record, fault } of jsonLines(text)) {
    if (fault) problems.add(fault === 'conflict' ? 'log-conflict' : 'review-not-json', line);
    if (!record) continue;
    if (record.deleted === true && typeof record.id === 'string') {
      current.delete(record.id);
      lines.delete(record.id);
      continue;
    }
    const bad = badField(record);
    if (bad) problems.add('log-bad-field', line, ...bad);
    else {
      const review = reviewOf(record);
      current.set(review.id, review);
      lines.set(review.id, line);
    }
  }
  return { log: { current: [...current.values()], lines }, problems: problems.problems };
}

/** The log line (without line end) that adds a review, or changes the one with its id. */
export function reviewLine(review: Review): string {
  return JSON.stringify(review, keyOrder as unknown as string[]);
}

function badField(record: Readonly<Record<string, unknown>>): [field: string, expected: string] | undefined {
  for (const field of needed) {
    if (typeof record[field] !== 'string' || record[field] === '') return [field, 'a text'];
  }
  if (!verdicts.some((known) => known === record.verdict)) return ['verdict', 'agree, disagree or discuss'];
  for (const field of texts) {
    if (record[field] !== undefined && typeof record[field] !== 'string') return [field, 'a text'];
  }
  const { start, end } = record;
  if (start === undefined && end === undefined) return undefined;
  if (!isOffset(start)) return ['start', 'an offset in the text'];
  return isOffset(end) && end > start ? undefined : ['end', 'an offset in the text'];
}

function reviewOf(record: Readonly<Record<string, unknown>>): Review {
  const known = keyOrder.filter((key) => record[key] !== undefined).map((key) => [key, record[key]]);
  return Object.fromEntries(known) as Review;
}
