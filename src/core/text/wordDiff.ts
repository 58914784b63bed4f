import { diffArrays } from 'diff';
import type { TextEdit } from './edits';
import type { Range } from './range';
import { type TextToken as Token, textTokens } from './words';

/**
 * The most words and marks that may differ. A diff's time grows with the square of this: some 0.3 s
 * at this bound, whatever the length of the texts.
 */
const mostDifferences = 2000;

/**
 * Which end of a text a diff prefers to leave alone where both would do: of two equal passages of which one is
 * gone, it keeps the first or the last.
 */
export type Reading = 'fromStart' | 'fromEnd';

/** A stretch of tokens: how many of the text before and after, and whether they say the same. */
interface Run {
  readonly same: boolean;
  readonly before: number;
  readonly after: number;
}

/**
 * The edits that make one text of another, word by word; composed and decomposed letters are the same, and so
 * is any white space. Stray words that happen to stand in both, amid longer stretches that differ, count as
 * different too. Undefined where too much differs to tell.
 * @param most how many words, spaces and marks may differ at most
 * @param isPart whether the text before is looked for within the one after, whose ends are no difference
 */
export function wordEdits(
  before: string,
  after: string,
  reading: Reading,
  isPart = false,
  most = mostDifferences,
): TextEdit[] | undefined {
  const old = textTokens(before);
  const now = textTokens(after);
  const runs =
    reading === 'fromStart'
      ? runsOf(old, now, most)
      : runsOf(old.toReversed(), now.toReversed(), most)?.reverse();
  if (!runs) return undefined;
  slide(runs, old, now, reading);
  const [was, is] = [
    { text: before, tokens: old },
    { text: after, tokens: now },
  ];
  return editsOf(withoutStrays(runs, isPart), was, is, reading);
}

function runsOf(old: readonly Token[], now: readonly Token[], most: number): Run[] | undefined {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head]!.key === now[head]!.key) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail)!.key === now.at(-1 - tail)!.key) tail++;
  const changes = diffArrays(
    old.slice(head, old.length - tail).map(({ key }) => key),
    now.slice(head, now.length - tail).map(({ key }) => key),
    { maxEditLength: most },
  );
  if (!changes) return undefined;
  const runs: Run[] = [{ same: true, before: head, after: head }];
  for (const { added, removed, count } of changes) {
    runs.push({ same: !added && !removed, before: added ? 0 : count, after: removed ? 0 : count });
  }
  runs.push({ same: true, before: tail, after: tail });
  return joined(runs);
}

/** Neighboring runs of one kind as one, without empty ones. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    if (run.before === 0 && run.after === 0) continue;
    const last = result.at(-1);
    if (last?.same !== run.same) result.push(run);
    else
      result[result.length - 1] = {
        same: run.same,
        before: last.before + run.before,
        after: last.after + run.after,
      };
  }
  return result;
}

/**
 * Moves what was inserted or deleted as far to one side as its words allow: of `a b [a b]`, it may be the first
 * or the last two that are new.
 */
function slide(runs: Run[], old: readonly Token[], now: readonly Token[], reading: Reading): void {
  const none: Run = { same: true, before: 0, after: 0 };
  runs.unshift(none);
  runs.push(none);
  const ends = runs.map(() => 0);
  for (const side of ['before', 'after'] as const) {
    const tokens = side === 'before' ? old : now;
    const other = side === 'before' ? 'after' : 'before';
    let at = 0;
    for (const [index, run] of runs.entries()) {
      at += run[side];
      ends[index] = at;
    }
    for (let index = 1; index < runs.length - 1; index++) {
      const [previous, run, next] = [runs[index - 1]!, runs[index]!, runs[index + 1]!];
      if (run.same || run[other] > 0) continue;
      const end = ends[index]!;
      const start = end - run[side];
      const room = reading === 'fromStart' ? next[side] : previous[side];
      let steps = 0;
      const isRepeated = () =>
        reading === 'fromStart'
          ? tokens[start + steps]!.key === tokens[end + steps]!.key
          : tokens[start - 1 - steps]!.key === tokens[end - 1 - steps]!.key;
      while (steps < room && isRepeated()) steps++;
      const shift = reading === 'fromStart' ? steps : -steps;
      runs[index - 1] = { same: true, before: previous.before + shift, after: previous.after + shift };
      runs[index + 1] = { same: true, before: next.before - shift, after: next.after - shift };
      ends[index] = end + shift;
    }
  }
}

/** Joins what is the same but no longer, in words and marks, than the differences on both of its sides. */
function withoutStrays(runs: readonly Run[], isPart: boolean): Run[] {
  const result: Run[] = [];
  const ends = new Set(isPart ? [runs.find(isFilled), runs.findLast(isFilled)] : []);
  const lengthOf = (run: Run) => (ends.has(run) && run.before === 0 ? 0 : Math.max(run.before, run.after));
  for (const run of runs) {
    let last = run;
    while (!last.same) {
      const [change, stray] = [result.at(-2), result.at(-1)];
      if (!change || !stray || stray.before > Math.min(lengthOf(change), lengthOf(last))) break;
      result.length -= 2;
      last = {
        same: false,
        before: change.before + stray.before + last.before,
        after: change.after + stray.after + last.after,
      };
    }
    result.push(last);
  }
  return result;
}

function isFilled({ before, after }: Run): boolean {
  return before > 0 || after > 0;
}

/** Two texts, cut into words and marks. */
interface Cut {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * The edits of runs: what lies between two words that stay is replaced as one, without the white space at its ends that
 * stays too. Of an insertion or a deletion only one of the two sides can: the one that the reading leaves alone.
 */
function editsOf(runs: readonly Run[], before: Cut, after: Cut, reading: Reading): TextEdit[] {
  const edits: TextEdit[] = [];
  let atOld = 0;
  let atNow = 0;
  let [from, to] = [0, 0];
  const change = (old: Range, now: Range) => {
    const texts = [before.text.slice(old.start, old.end), after.text.slice(now.start, now.end)] as const;
    edits.push(...changeOf(old.start, texts[0], texts[1], reading));
  };
  for (const run of runs) {
    if (run.same) {
      for (let index = 0; index < run.before; index++) {
        const old = before.tokens[atOld + index]!;
        const now = after.tokens[atNow + index]!;
        change({ start: from, end: old.start }, { start: to, end: now.start });
        edits.push(
          ...respelling(
            old.start,
            before.text.slice(old.start, old.end),
            after.text.slice(now.start, now.end),
          ),
        );
        [from, to] = [old.end, now.end];
      }
    }
    atOld += run.before;
    atNow += run.after;
  }
  change({ start: from, end: before.text.length }, { start: to, end: after.text.length });
  return edits;
}

/** What changed between two words that stay. */
function changeOf(start: number, before: string, after: string, reading: Reading): TextEdit[] {
  if (before === after) return [];
  const isGap = [before, after].map((text) => text.trim() === '');
  if (isGap[0] && isGap[1] && before !== '' && after !== '') return respelling(start, before, after);
  const lead = [before, after].map((text) => text.length - text.trimStart().length);
  const trail = [before, after].map((text) => text.length - text.trimEnd().length);
  const hasLead = lead[0]! > 0 && lead[1]! > 0;
  const hasTrail = trail[0]! > 0 && trail[1]! > 0;
  const isOneSided = isGap[0] || isGap[1];
  const keepsLead = hasLead && !(isOneSided && hasTrail && reading === 'fromEnd');
  const keepsTrail = hasTrail && !(isOneSided && keepsLead);
  const [first, last] = [keepsLead ? lead : [0, 0], keepsTrail ? trail : [0, 0]];
  const end = before.length - last[0]!;
  const now = after.length - last[1]!;
  return [
    ...respelling(start, before.slice(0, first[0]), after.slice(0, first[1])),
    { start: start + first[0]!, end: start + end, text: after.slice(first[1], now) },
    ...respelling(start + end, before.slice(end), after.slice(now)),
  ];
}

/** What changed within words or white space that say the same: composed letters, or which white space it is. */
function respelling(start: number, before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const from = before.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const to = after.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  if (from.length !== to.length) return [{ start, end: start + before.length, text: after }];
  const edits: TextEdit[] = [];
  let at = start;
  for (const [index, letter] of from.entries()) {
    if (letter !== to[index]) edits.push({ start: at, end: at + letter.length, text: to[index]! });
    at += letter.length;
  }
  return edits;
}
