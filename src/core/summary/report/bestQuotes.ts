import { groupBy } from '../groupBy';
import type { Quote } from '../model';
import { type Passage, respondentKeys } from './passages';

/** A quote of fewer characters seldom says by itself what it is about; one of more is long to read. */
const [shortest, longest] = [40, 320];

/**
 * The quotes to show of a theme: those that a researcher chose with a star; where there are none, the first of what
 * `spreadQuotes` gives.
 */
export function bestQuotes(passages: readonly Passage[], most: number): Passage[] {
  const starred = passages.filter(({ starred }) => starred);
  return starred.length > 0 ? starred : spreadQuotes(passages, most);
}

/**
 * Passages in the order in which to quote them: one of each respondent before a second of any, and one of each
 * organization before a second of any as far as that goes. What overlaps one before it is left out.
 * @param most how many there are to be at most
 */
export function spreadQuotes(passages: readonly Passage[], most: number): Passage[] {
  const respondentOf = respondentKeys();
  const byRespondent = groupBy(byMerit(passages), ({ first }) => respondentOf(first));
  const byOrganization = groupBy([...byRespondent.values()], ([one]) => one!.first.organization);
  const kept: Passage[] = [];
  const said = new Map<string, Quote[]>();
  const isSaid = ({ first: { transcript, start, end } }: Passage) =>
    said.get(transcript)?.some((one) => one.start < end && start < one.end) ?? false;
  for (let queues = roundRobin([...byOrganization.values()]); queues.length > 0 && kept.length < most; ) {
    const rest: Passage[][] = [];
    for (const queue of queues) {
      const next = queue.findIndex((passage) => !isSaid(passage));
      if (next === -1) continue;
      const { first } = queue[next]!;
      kept.push(queue[next]!);
      if (kept.length === most) return kept;
      said.set(first.transcript, [...(said.get(first.transcript) ?? []), first]);
      rest.push(queue.slice(next + 1));
    }
    queues = rest;
  }
  return kept;
}

/** The first of each list, then the second of each, and so on. */
function roundRobin<T>(lists: readonly (readonly T[])[]): T[] {
  const longestList = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longestList }, (_, index) =>
    lists.flatMap((list) => (index < list.length ? [list[index]!] : [])),
  ).flat();
}

/** What stands in its place and nobody disputes comes first, then what more have coded, then what reads by itself. */
function byMerit(passages: readonly Passage[]): Passage[] {
  const inOrder = [...passages].sort((a, b) => a.number - b.number);
  return [...groupBy(inOrder, meritOf)].sort(([a], [b]) => b - a).flatMap(([, own]) => own);
}

function meritOf({ first, codings }: Passage): number {
  const { line, review, text } = first;
  let disputed = false;
  for (const one of codings) disputed ||= one.review === 'disagree' || one.review === 'discuss';
  const confirmed = codings.length > 1 || review === 'agree' || first.from.length > 0;
  const readable = text.length >= shortest && text.length <= longest;
  return (line === null ? 0 : 8) + (disputed ? 0 : 4) + (confirmed ? 2 : 0) + (readable ? 1 : 0);
}
