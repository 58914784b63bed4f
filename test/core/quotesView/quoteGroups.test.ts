import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { emptyCodebook } from '../../../src/core/codebook/codebook';
import type { Anchor } from '../../../src/core/coding/coding';
import { emptySettings } from '../../../src/core/settings/settings';
import type { Grouping, QuoteGroup } from '../../../src/features/quotesView/grouping';
import { QuoteGroups } from '../../../src/features/quotesView/quoteGroups';
import type { QuoteRow } from '../../../src/features/quotesView/quoteRow';

vi.mock('vscode', () => ({}));

const names = { codebook: emptyCodebook, settings: emptySettings, coder: undefined };
const most = 500;

function row(transcript: string, id: number, code: string, anchor: Anchor = 'exact'): QuoteRow {
  const coding = { id: `${transcript}#${id}`, code, by: 'anna' };
  const placed = { coding, anchor, transcript, log: `codings/anna/${transcript}.jsonl` };
  const text = `quote ${id}`;
  return { kind: 'quote', coding: placed, text, source: {}, toRepair: false } as unknown as QuoteRow;
}

function groupsOf(by: Grouping, rows: ReadonlyMap<string, readonly QuoteRow[]>, filter = {}): QuoteGroups {
  const groups = new QuoteGroups(by, filter, names);
  for (const [path, own] of rows) groups.put(path, own);
  return groups;
}

/** Everything that a tree shows of groups, all of them opened. */
function opened(groups: readonly QuoteGroup[]): unknown {
  return groups.map(({ id, count, rows, subgroups }) => ({ id, count, rows, within: opened(subgroups) }));
}

/** The longest list that a person ever sees below one row. */
function longestList(groups: readonly QuoteGroup[]): number {
  const lists = groups.map(({ rows, subgroups }) =>
    subgroups.length > 0 ? Math.max(subgroups.length, longestList(subgroups)) : rows.length,
  );
  return Math.max(...lists);
}

const rowsOfTranscript = (path: string) =>
  fc
    .array(fc.record({ code: fc.constantFrom('a', 'b', 'c'), lost: fc.boolean() }), { maxLength: 6 })
    .map((all) => all.map(({ code, lost }, id) => row(path, id, code, lost ? 'orphan' : 'exact')));
const path = fc.constantFrom('transcripts/x/1.txt', 'transcripts/x/2.txt', 'transcripts/y/3.txt');
const step = path.chain((one) => fc.tuple(fc.constant(one), rowsOfTranscript(one)));

describe('the groups of the Quotes view', () => {
  it('are after any changes what they are when made at once', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom<Grouping>('code', 'case', 'transcript'),
        fc.constantFrom({}, { code: 'a' }),
        (steps, by, filter) => {
          const changing = new QuoteGroups(by, filter, names);
          const last = new Map<string, readonly QuoteRow[]>();
          for (const [transcript, rows] of steps) {
            changing.put(transcript, rows);
            changing.top.map(({ subgroups }) => subgroups);
            last.set(transcript, rows);
          }
          const fresh = groupsOf(by, last, filter);
          expect(opened(changing.top)).toEqual(opened(fresh.top));
          expect([changing.all, changing.shown]).toEqual([fresh.all, fresh.shown]);
        },
      ),
    );
  });

  it('are the same after quotes of a transcript came, went and moved, one by one', () => {
    const pool = ['orphan', 'edited', 'exact', 'exact', 'exact', 'exact', 'moved'] as const;
    const rows = pool.map((anchor, id) => row('transcripts/x/1.txt', id, 'abc'[id % 3]!, anchor));
    const others = [row('transcripts/x/2.txt', 1, 'a'), row('transcripts/x/2.txt', 2, 'b', 'orphan')];
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray(rows), { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Grouping>('code', 'transcript'),
        fc.constantFrom({}, { code: 'a' }),
        (lists, by, filter) => {
          const changing = groupsOf(by, new Map([['transcripts/x/2.txt', others]]), filter);
          for (const list of lists) {
            changing.put('transcripts/x/1.txt', list);
            const last = new Map([
              ['transcripts/x/2.txt', others],
              ['transcripts/x/1.txt', list],
            ]);
            const fresh = groupsOf(by, last, filter);
            expect(opened(changing.top)).toEqual(opened(fresh.top));
            expect([changing.all, changing.shown, changing.toAnswer]).toEqual([
              fresh.all,
              fresh.shown,
              fresh.toAnswer,
            ]);
          }
        },
      ),
    );
  });

  it('say which of them a new quote changes', () => {
    const one = [row('transcripts/1.txt', 1, 'a'), row('transcripts/1.txt', 2, 'b')];
    const groups = groupsOf('code', new Map([['transcripts/1.txt', one]]));
    expect(groups.takeChanges().regrouped).toBe(true);
    groups.put('transcripts/1.txt', [...one, row('transcripts/1.txt', 3, 'b')]);
    const { regrouped, groups: changed } = groups.takeChanges();
    expect(regrouped).toBe(false);
    expect(changed.map(({ key, count }) => [key, count])).toEqual([['b', 2]]);
    groups.put('transcripts/1.txt', []);
    expect(groups.takeChanges()).toEqual({ regrouped: true, groups: [] });
    expect(groups.top).toEqual([]);
  });

  it('hold 50,000 quotes of one code by transcript, and in pages where a transcript has many', () => {
    const many = (transcript: string, count: number) =>
      Array.from({ length: count }, (_, id) => row(transcript, id, 'a'));
    const spread = new Map(
      Array.from({ length: 400 }, (_, index) => `transcripts/x/${index}.txt`).map((transcript, index) => [
        transcript,
        many(transcript, index === 7 ? 1_200 : 124),
      ]),
    );
    const [code] = groupsOf('code', spread).top;
    expect(code!.count).toBe(399 * 124 + 1_200);
    expect(code!.subgroups.map(({ by }) => by)).toEqual(Array(400).fill('transcript'));
    const pages = code!.subgroups.find(({ key }) => key === 'transcripts/x/7.txt')!.subgroups;
    expect(pages.map(({ by, key, count }) => [by, key, count])).toEqual([
      ['page', '0', 500],
      ['page', '500', 500],
      ['page', '1000', 200],
    ]);
    expect(pages[0]!.parent).toBe(code!.subgroups.find(({ key }) => key === 'transcripts/x/7.txt'));
    expect(longestList([code!])).toBeLessThanOrEqual(most);
  });

  it.each<Grouping>(['code', 'transcript'])(
    'hold 50,000 quotes of one code in one transcript in pages, grouped by %s',
    (by) => {
      const transcript = 'transcripts/x/long.txt';
      const rows = Array.from({ length: 50_000 }, (_, id) => row(transcript, id, 'a'));
      const groups = groupsOf(by, new Map([[transcript, rows]]));
      const [top] = groups.top;
      expect(top!.subgroups).toHaveLength(100);
      expect(top!.subgroups.flatMap((page) => page.rows)).toEqual(rows);
      expect(longestList([top!])).toBe(most);
      const page = groups.groupOf(rows[1_234]!)!;
      expect([page.by, page.key, page.parent]).toEqual(['page', '1000', top]);
    },
  );
});
