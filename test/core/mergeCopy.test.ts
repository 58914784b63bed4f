import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactLog } from '../../src/core/coding/compaction';
import { codingLine, linesOf, parseLog, removalLine } from '../../src/core/coding/log';
import { mergeCopy } from '../../src/core/mergeCopy';
import { progressLine } from '../../src/core/review/progress';
import { reviewLine } from '../../src/core/review/reviewLog';
import { codingOf } from './support/codings';

const path = 'codings/A/a/x.txt.jsonl';
const words = 'R: Het is te duur en het kost te veel tijd voor ons.\n';
const asText = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const said = (id: string, code: string | null, minute: number) => {
  const at = new Date(minute * 60_000).toISOString();
  return code === null ? removalLine(id, 'A', at) : codingLine(codingOf(words, 3, 9, { id, code, at }));
};
const merged = (own: readonly string[], theirs: readonly string[], past: readonly string[] = []) => {
  const { lines } = mergeCopy(path, asText(own), asText(past), asText(theirs));
  return asText([...own, ...lines]);
};
const codesOf = (text: string) =>
  Object.fromEntries(parseLog(path, text).log.current.map(({ id, code }) => [id, code]));

/** Lines that two computers shared, and what each of them added, all at different times. */
const versions = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      code: fc.constantFrom('cost', 'time', null),
      minute: fc.nat(1e6),
      side: fc.constantFrom('both', 'own', 'theirs'),
    }),
    { maxLength: 25, selector: ({ minute }) => minute },
  )
  .map((actions) => {
    const sorted = [...actions].sort((a, b) => a.minute - b.minute);
    const shared = sorted.filter(({ side }) => side === 'both');
    const after = (shared.at(-1)?.minute ?? 0) + 1;
    const linesIn = (side: string) =>
      sorted
        .filter((one) => one.side === side)
        .map(({ id, code, minute }) => said(id, code, side === 'both' ? minute : after + minute));
    const both = linesIn('both');
    return { own: [...both, ...linesIn('own')], theirs: [...both, ...linesIn('theirs')] };
  });

describe('merging a copy into its log', () => {
  it('adds what only the copy has', () => {
    const [a, b, c] = [said('a', 'cost', 1), said('b', 'cost', 2), said('c', 'cost', 3)];
    expect(merged([a, b], [a, c])).toBe(asText([a, b, c]));
    expect(merged([a, b], [a])).toBe(asText([a, b]));
    expect(merged([], [a, c])).toBe(asText([a, c]));
  });

  it.each([
    ['the copy’s', 5, 'theirs'],
    ['the log’s', 1, 'own'],
  ])('of a coding that both changed lets the newer line count: %s', (_, minute, expected) => {
    const a = said('a', 'before', 0);
    const text = merged([a, said('a', 'own', 3)], [a, said('a', 'theirs', minute)]);
    expect(codesOf(text)).toEqual({ a: expected });
    expect(parseLog(path, text).problems).toEqual([]);
  });

  it('lets no older line of the copy bring a removed coding back, nor remove one that was changed since', () => {
    const a = said('a', 'before', 0);
    expect(codesOf(merged([a, said('a', null, 5)], [a, said('a', 'theirs', 3)]))).toEqual({});
    expect(codesOf(merged([a, said('a', 'own', 5)], [a, said('a', null, 3)]))).toEqual({ a: 'own' });
  });

  it('keeps every line of both, lets the newest of each id count, and adds nothing a second time', () => {
    fc.assert(
      fc.property(versions, ({ own, theirs }) => {
        const text = merged(own, theirs);
        expect(text.startsWith(asText(own))).toBe(true);
        expect(new Set(linesOf(text))).toEqual(new Set([...own, ...theirs]));
        const newest = new Map<string, { at: string; code?: string }>();
        for (const line of [...own, ...theirs]) {
          const entry = JSON.parse(line);
          if (!newest.has(entry.id) || newest.get(entry.id)!.at < entry.at) newest.set(entry.id, entry);
        }
        const expected = [...newest].flatMap(([id, { code }]) => (code === undefined ? [] : [[id, code]]));
        expect(codesOf(text)).toEqual(Object.fromEntries(expected));
        expect(parseLog(path, text).problems).toEqual([]);
        expect(merged(linesOf(text), theirs)).toBe(text);
      }),
    );
  });

  it('adds nothing that compacting has taken out of the log since', () => {
    fc.assert(
      fc.property(versions, ({ own }) => {
        const { text, replaced } = compactLog(path, asText(own), '');
        expect(mergeCopy(path, text, asText(replaced), asText(own)).lines).toEqual([]);
      }),
    );
  });

  it('counts the lines of the copy that cannot be read, and leaves them there', () => {
    const a = said('a', 'cost', 1);
    const { lines, unreadable } = mergeCopy(path, '', '', asText(['<<<<<<< HEAD', a, '{"id":', '=======']));
    expect([lines, unreadable]).toEqual([[a], 3]);
  });

  it('of reviews, and of what is done, lets the newer line of each count too', () => {
    const at = (minute: number) => new Date(minute * 60_000).toISOString();
    const review = (id: string, verdict: 'agree' | 'discuss', minute: number) =>
      reviewLine({ id, coding: 'c', verdict, by: 'A', at: at(minute) });
    const [a, older, newer, b] = [
      review('a', 'agree', 1),
      review('a', 'discuss', 2),
      review('a', 'agree', 3),
    ].concat(review('b', 'agree', 4)) as [string, string, string, string];
    const mergedReviews = (own: string[], theirs: string[]) =>
      mergeCopy('reviews/A/a/x.txt.jsonl', asText(own), '', asText(theirs));
    expect(mergedReviews([a, older], [a, newer, b])).toEqual({ lines: [newer, b], unreadable: 0 });
    expect(mergedReviews([a, newer], [a, older, 'x'])).toEqual({ lines: [older, newer], unreadable: 1 });
    const removed = JSON.stringify({ id: 'a', deleted: true, by: 'A', at: at(5) });
    expect(mergedReviews([a, removed], [a, older]).lines).toEqual([older, removed]);

    const done = (transcript: string, isDone: boolean, minute: number) =>
      progressLine({ transcript, done: isDone, blind: true, by: 'A', at: at(minute) });
    const [open, closed, other] = [done('x', false, 2), done('x', true, 1), done('y', true, 1)];
    expect(mergeCopy('reviews/A/progress.jsonl', asText([open]), '', asText([closed, other, '{}']))).toEqual({
      lines: [closed, other, open],
      unreadable: 1,
    });
  });
});
