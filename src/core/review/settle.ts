import type { CodingChange } from '../coding/change';
import { type Coding, selectQuote } from '../coding/coding';
import { consensusCoder, logPath } from '../coding/paths';
import type { StudyCoding, StudyReview } from '../study';
import type { Range } from '../text/range';
import type { ReviewChange } from './change';
import { type Compared, codingsOf } from './compare';
import { type Consensus, consensusCodings, consensusOf, consensusReviews } from './consensus';
import { reviewPath } from './paths';
import type { Review } from './review';

/** What becomes of an item: codings of it are taken, none is, a new one takes their place, or it stays open. */
export type Choice =
  | { readonly take: 'first' | 'second' | 'both' | 'neither' }
  | { readonly take: 'new'; readonly meaning: Pick<Coding, 'code' | 'defined'>; readonly range: Range }
  | { readonly take: 'open'; readonly reason: string };

/** The transcript in which is settled, with all that is said of it so far, and who settles it when. */
export interface SettleContext {
  readonly transcript: string;
  readonly text: string;
  readonly codings: readonly StudyCoding[];
  readonly reviews: readonly StudyReview[];
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Makes an id that nothing else has. */
  readonly newId: () => string;
}

/** What has to be written so that something is settled. */
export interface Settling {
  readonly codings: readonly CodingChange[];
  readonly reviews: readonly ReviewChange[];
}

/** Whether an item is settled, was left open with a reason, or neither yet. */
export type ItemState = 'settled' | 'open' | 'unsettled';

/** A coding that is to be made by consensus. */
type Target = Pick<Coding, 'code' | 'defined' | 'memo'> & Range & { readonly from: readonly string[] };

/**
 * The changes that settle one item. What was settled of its codings before is replaced under the same ids; what is
 * right already is left alone, unless its words have changed since. Codings of a third coder that an earlier settlement took stay taken where it holds on,
 * and are not taken otherwise.
 */
export function settle(item: Compared, choice: Choice, context: SettleContext): Settling {
  const own = codingsOf(item);
  const ids = own.map(({ coding }) => coding.id);
  const made = consensusCodings(context.codings);
  const earlier = made.filter(({ coding }) => coding.from?.some((id) => ids.includes(id)));
  const others = [...new Set(earlier.flatMap(({ coding }) => coding.from ?? []))].filter(
    (id) => !ids.includes(id),
  );
  const targets = targetsOf(item, choice).map((target) => withOthers(target, earlier, others));
  const { settlements } = consensusOf(context.codings, context.reviews);
  const isTaken = (id: string) =>
    targets.some(({ from }) => from.includes(id)) &&
    (others.includes(id)
      ? settlements.get(id)?.outcome === 'taken'
      : choice.take !== 'new' || own.some((one) => one.coding.id === id && isAlike(one, targets[0]!)));
  return {
    codings: codingChanges(targets, earlier, context),
    reviews: [...ids, ...others].flatMap((coding) =>
      choice.take === 'open'
        ? reviewChanges({ coding, verdict: 'discuss', comment: choice.reason }, context)
        : reviewChanges({ coding, verdict: isTaken(coding) ? 'agree' : 'disagree' }, context),
    ),
  };
}

/** The changes that settle every agreement of which nothing is settled otherwise; none where all are. */
export function settleAgreements(items: readonly Compared[], context: SettleContext): Settling {
  const { settlements } = consensusOf(context.codings, context.reviews);
  const outcomes = (item: Compared) =>
    codingsOf(item).map(({ coding }) => settlements.get(coding.id)?.outcome);
  const parts = items
    .filter(({ kind }) => kind === 'agreement')
    .filter((item) => outcomes(item).every((outcome) => outcome === undefined || outcome === 'taken'))
    .map((item) => settle(item, { take: 'first' }, context));
  return {
    codings: parts.flatMap(({ codings }) => codings),
    reviews: parts.flatMap(({ reviews }) => reviews),
  };
}

/** How far an item is settled. What people settled in different ways is not. */
export function stateOf(item: Compared, { settlements, disputes }: Consensus): ItemState {
  const ids = codingsOf(item).map(({ coding }) => coding.id);
  if (ids.some((id) => disputes.has(id))) return 'unsettled';
  const outcomes = ids.map((id) => settlements.get(id)?.outcome);
  if (outcomes.includes('open')) return 'open';
  return outcomes.includes(undefined) ? 'unsettled' : 'settled';
}

function targetsOf(item: Compared, choice: Choice): Target[] {
  const { first, second, kind } = item;
  const both = codingsOf(item);
  switch (choice.take) {
    case 'first':
    case 'second': {
      const one = choice.take === 'first' ? first : second;
      if (!one) return [];
      return [kind === 'agreement' ? agreed(one, both) : copyOf(one)];
    }
    case 'both':
      return kind === 'agreement' ? [agreed(first!, both)] : both.map(copyOf);
    case 'new':
      return [{ ...choice.meaning, ...choice.range, from: both.map(({ coding }) => coding.id) }];
    case 'neither':
    case 'open':
      return [];
  }
}

function copyOf({ coding, start, end }: StudyCoding): Target {
  const { id, code, defined, memo } = coding;
  return { code, ...(defined && { defined }), ...(memo && { memo }), start, end, from: [id] };
}

/** One of two codings that say the same, for both, with the memos of both. */
function agreed(one: StudyCoding, both: readonly StudyCoding[]): Target {
  const memos = new Set(both.flatMap(({ coding }) => coding.memo ?? []));
  return {
    ...copyOf(one),
    ...(memos.size > 0 && { memo: [...memos].join('\n') }),
    from: both.map(({ coding }) => coding.id),
  };
}

/** A coding that stands there by consensus already is also from the third coders' codings that it came from. */
function withOthers(target: Target, earlier: readonly StudyCoding[], others: readonly string[]): Target {
  const before = earlier.filter((one) => isAlike(one, target)).flatMap(({ coding }) => coding.from ?? []);
  return { ...target, from: [...target.from, ...others.filter((id) => before.includes(id))] };
}

/** Each target takes the place of an earlier coding, the one that is most like it; earlier ones left are removed. */
function codingChanges(
  targets: readonly Target[],
  earlier: readonly StudyCoding[],
  { transcript, text, by, at, newId }: SettleContext,
): CodingChange[] {
  const log = logPath(consensusCoder, transcript);
  const left = [...earlier];
  const changes = targets.flatMap((target): CodingChange[] => {
    const { start, end, ...content } = target;
    const [replaced] = left.sort((a, b) => likeness(b, target) - likeness(a, target)).splice(0, 1);
    if (replaced && isAlike(replaced, target) && replaced.coding.quote === text.slice(start, end)) {
      const before = replaced.coding;
      return sameIds(before.from ?? [], target.from)
        ? []
        : [{ log, before, after: { ...before, from: target.from } }];
    }
    const id = replaced?.coding.id ?? newId();
    const after = { id, ...content, ...selectQuote(text, { start, end }), by, at };
    return [{ log, ...(replaced && { before: replaced.coding }), after }];
  });
  return [...changes, ...left.map(({ coding: before }): CodingChange => ({ log, before }))];
}

function likeness(one: StudyCoding, target: Target): number {
  if (isAlike(one, target)) return 2;
  return one.coding.from?.some((id) => target.from.includes(id)) ? 1 : 0;
}

function isAlike({ coding, start, end }: StudyCoding, target: Target): boolean {
  return coding.code === target.code && start === target.start && end === target.end;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** What has to be written so that one line by consensus says this of a coding. */
function reviewChanges(
  said: Pick<Review, 'coding' | 'verdict' | 'comment'>,
  { transcript, reviews, by, at, newId }: SettleContext,
): ReviewChange[] {
  const log = reviewPath(consensusCoder, transcript);
  const [before, ...repeated] = consensusReviews(reviews).filter(({ coding }) => coding === said.coding);
  const isSaid = before?.verdict === said.verdict && before.comment === said.comment;
  const review: Review = { id: before?.id ?? newId(), ...said, by, at };
  const removals = repeated.map((one): ReviewChange => ({ log, review: one, takenBack: true }));
  return isSaid ? removals : [{ log, review, ...(before && { before }), takenBack: false }, ...removals];
}
