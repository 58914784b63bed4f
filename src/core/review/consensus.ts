import { consensusCoder } from '../coding/paths';
import type { StudyCoding, StudyReview } from '../study';
import { groupBy } from '../summary/groupBy';
import { compareStrings } from '../text/compare';
import type { Review } from './review';

const consensusLogs = `codings/${consensusCoder}/`;
const consensusReviewLogs = `reviews/${consensusCoder}/`;

/** What was settled of a coder's coding: taken into the consensus, not taken, or left open for a reason. */
interface Settlement {
  readonly outcome: 'taken' | 'not-taken' | 'open';
  /** Why it is open, as far as that was said. */
  readonly reason: string | undefined;
  readonly by: string;
}

/** What coders have settled in one transcript. */
export interface Consensus {
  /** The codings by consensus. */
  readonly codings: readonly StudyCoding[];
  /** By the id of the coder's coding; none of those that nobody has settled. */
  readonly settlements: ReadonlyMap<string, Settlement>;
  /**
   * The ids of the codings that others stand for, so that nobody counts them: coders' codings that were taken or
   * not, and what two people have settled alike once more.
   */
  readonly represented: ReadonlySet<string>;
  /** Who settled a coding in more than one way, as by merging two people's work, by its id. */
  readonly disputes: ReadonlyMap<string, readonly string[]>;
}

/**
 * What holds of a transcript's codings by the consensus lines among them and among its reviews. A coding whose
 * line says that it was taken, while no coding by consensus comes from it, is not settled: nothing stands for it.
 */
export function consensusOf(codings: readonly StudyCoding[], reviews: readonly StudyReview[]): Consensus {
  const made = consensusCodings(codings);
  const said = groupBy(consensusReviews(reviews), ({ coding }) => coding);
  const cameFrom = groupBy(
    made.flatMap((one) => (one.coding.from ?? []).map((id) => ({ id, one }))),
    ({ id }) => id,
  );
  const settlements = new Map<string, Settlement>();
  const disputes = new Map<string, readonly string[]>();
  for (const id of new Set([...cameFrom.keys(), ...said.keys()])) {
    const became = (cameFrom.get(id) ?? []).map(({ one }) => one);
    const lines = said.get(id) ?? [];
    const settlement = settlementOf(became, lines);
    if (settlement) settlements.set(id, settlement);
    if (!differ(became, lines)) continue;
    const people = [...became.map(({ coding }) => coding), ...lines].map(({ by }) => by);
    disputes.set(id, [...new Set(people)].sort(compareStrings));
  }
  const settled = [...settlements].filter(([, { outcome }]) => outcome !== 'open').map(([id]) => id);
  return { codings: made, settlements, disputes, represented: new Set([...settled, ...repeatedIds(made)]) };
}

/** Those of a transcript's codings that count as quotes: all but those that a consensus stands for. */
export function countedCodings(
  codings: readonly StudyCoding[],
  { represented }: Consensus,
): readonly StudyCoding[] {
  return represented.size > 0 ? codings.filter(({ coding }) => !represented.has(coding.id)) : codings;
}

/** Those of some codings that are by consensus. */
export function consensusCodings(codings: readonly StudyCoding[]): StudyCoding[] {
  return codings.filter(({ log }) => log.startsWith(consensusLogs));
}

/** What the consensus lines among some reviews say. */
export function consensusReviews(reviews: readonly StudyReview[]): Review[] {
  return reviews.filter(({ log }) => log.startsWith(consensusReviewLogs)).map(({ review }) => review);
}

function settlementOf(became: readonly StudyCoding[], lines: readonly Review[]): Settlement | undefined {
  const coding = became[0]?.coding;
  // Of lines that differ the newest holds, until someone settles the dispute.
  const line = lines.reduce<Review | undefined>(
    (last, one) => (last && last.at > one.at ? last : one),
    undefined,
  );
  const by = line?.by ?? coding!.by;
  if (line?.verdict === 'disagree') return { outcome: 'not-taken', reason: undefined, by };
  if (coding) return { outcome: 'taken', reason: undefined, by };
  return line?.verdict === 'discuss' ? { outcome: 'open', reason: line.comment, by } : undefined;
}

function differ(became: readonly StudyCoding[], lines: readonly Review[]): boolean {
  return (
    new Set(lines.map(({ verdict }) => verdict)).size > 1 ||
    became.some((coding) => alikeKey(coding) !== alikeKey(became[0]!))
  );
}

/** The ids of codings by consensus that say the same of the same codings as one before them. */
function repeatedIds(made: readonly StudyCoding[]): string[] {
  const alike = groupBy(made, (one) =>
    JSON.stringify([alikeKey(one), [...(one.coding.from ?? [one.coding.id])].sort()]),
  );
  return [...alike.values()].flatMap(([, ...others]) => others.map(({ coding }) => coding.id));
}

function alikeKey({ coding, start, end }: StudyCoding): string {
  return JSON.stringify([coding.code, start, end]);
}
