import { groupBy } from '../summary/groupBy';
import type { Coding } from './coding';
import { dateOf, idOf, type LogEntry } from './log';

/**
 * What was done to a coding: `restored` is added again after it was removed, `bounds` covers other words or the
 * same ones elsewhere, `repeated` is said again without a change.
 */
type CodingAction = 'added' | 'code' | 'memo' | 'star' | 'bounds' | 'removed' | 'restored' | 'repeated';

/** One thing that was done to a coding, and by whom. */
export interface HistoryStep {
  readonly id: string;
  /** As it was written down: ISO 8601 where nobody wrote it by hand. */
  readonly at: string;
  readonly by: string;
  readonly action: CodingAction;
  /** The coding as it then was, or had been until it was removed; undefined where no line tells. */
  readonly coding: Coding | undefined;
  /** What changed, before and after: a code, a memo, `star`, or `start-end`; empty for nothing. */
  readonly before: string;
  readonly after: string;
}

/**
 * What was done to codings, in the order of the lines. A line that changes several things is a step for each; a
 * line that stands several times, as merging can leave it, counts at its last place.
 * @param entries of one log, those of its history first
 */
export function historyOf(entries: readonly LogEntry[]): HistoryStep[] {
  const states = new Map<string, Coding | undefined>();
  const last = new Map<string, Coding>();
  return eachOnce(entries).flatMap((entry) => {
    const id = idOf(entry);
    const before = states.get(id);
    const known = last.get(id);
    const after = entry.kind === 'coding' ? entry.coding : undefined;
    states.set(id, after);
    if (after) last.set(id, after);
    const by = entry.kind === 'coding' ? entry.coding.by : entry.by;
    const said = { id, at: dateOf(entry), by, coding: after ?? known };
    return changesOf(before, after, known !== undefined).map((change) => ({ ...said, ...change }));
  });
}

/** The date of the first line that says of a coding that it was made, by its id; entries as for `historyOf`. */
export function firstDates(entries: readonly LogEntry[]): Map<string, string> {
  const dates = new Map<string, string>();
  for (const entry of eachOnce(entries)) {
    if (entry.kind === 'coding' && !dates.has(entry.coding.id)) dates.set(entry.coding.id, entry.coding.at);
  }
  return dates;
}

type Change = Pick<HistoryStep, 'action' | 'before' | 'after'>;

function changesOf(before: Coding | undefined, after: Coding | undefined, wasKnown: boolean): Change[] {
  if (!after) return [{ action: 'removed', before: before?.code ?? '', after: '' }];
  if (!before) return [{ action: wasKnown ? 'restored' : 'added', before: '', after: after.code }];
  const changes: Change[] = [];
  const compare = (action: CodingAction, of: (coding: Coding) => string) => {
    if (of(before) !== of(after)) changes.push({ action, before: of(before), after: of(after) });
  };
  compare('code', ({ code }) => code);
  compare('memo', ({ memo }) => memo ?? '');
  compare('star', ({ star }) => (star ? 'star' : ''));
  const placeOf = ({ start, end }: Coding) => `${start}-${end}`;
  if (before.quote !== after.quote || placeOf(before) !== placeOf(after)) {
    changes.push({ action: 'bounds', before: placeOf(before), after: placeOf(after) });
  }
  return changes.length > 0 ? changes : [{ action: 'repeated', before: '', after: '' }];
}

function eachOnce(entries: readonly LogEntry[]): readonly LogEntry[] {
  if (new Set(entries.map(idOf)).size === entries.length) return entries;
  const byId = groupBy(entries, idOf);
  const keyOf = ({ line, ...said }: LogEntry) => JSON.stringify(said);
  const keyed = entries.map((entry) => (byId.get(idOf(entry))!.length > 1 ? keyOf(entry) : entry));
  const lastAt = new Map(keyed.map((key, index) => [key, index]));
  return entries.filter((_, index) => lastAt.get(keyed[index]!) === index);
}
