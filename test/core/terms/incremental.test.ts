import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { rematch } from '../../../src/core/terms/incremental';
import { compileMatcher, type TermMatcher } from '../../../src/core/terms/matcher';
import { exclusions, language, terms, text, textWithRanges } from './arbitraries';
import { patternOf } from './helpers';

describe('matching again after an edit', () => {
  it('gives the hits of matching everything', async () => {
    const edit = fc.record({ at: fc.nat({ max: 60 }), remove: fc.nat({ max: 10 }), insert: text });
    await fc.assert(
      fc.asyncProperty(
        textWithRanges,
        edit,
        terms,
        exclusions,
        language,
        async (before, { at, remove, insert }, all, not, of) => {
          const matcher = await compileMatcher({ terms: all, exclusions: not });
          const hits = matcher.match(before.text, before.ranges, of);
          const from = Math.min(at, before.text.length);
          const to = Math.min(from + remove, before.text.length);
          const shift = insert.length - (to - from);
          const moved = (offset: number, inside: number) =>
            offset <= from ? offset : offset >= to ? offset + shift : inside;
          const after = {
            text: before.text.slice(0, from) + insert + before.text.slice(to),
            ranges: before.ranges.map(({ start, end }) => ({
              start: moved(start, from),
              end: moved(end, from + insert.length),
            })),
          };
          expect(rematch(matcher, { ...before, hits }, after, of)).toEqual(
            matcher.match(after.text, after.ranges, of),
          );
        },
      ),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('gives the hits of matching everything for any other text too', async () => {
    await fc.assert(
      fc.asyncProperty(textWithRanges, textWithRanges, terms, async (before, after, all) => {
        const matcher = await compileMatcher({ terms: all, exclusions: [] });
        const hits = matcher.match(before.text, before.ranges);
        expect(rematch(matcher, { ...before, hits }, after)).toEqual(matcher.match(after.text, after.ranges));
      }),
    );
  });

  it('matches only the ranges that changed', async () => {
    const matcher = await compileMatcher({
      terms: [{ code: 'c', term: 'drempel', pattern: patternOf('drempel') }],
      exclusions: [],
    });
    const lines = ['een drempel', 'geen drempel', 'de drempel', 'drempel'];
    const join = (parts: string[]) => {
      const whole = parts.join('\n');
      let start = 0;
      const ranges = parts.map((part) => {
        const range = { start, end: start + part.length };
        start = range.end + 1;
        return range;
      });
      return { text: whole, ranges };
    };
    const before = join(lines);
    const hits = matcher.match(before.text, before.ranges);
    const match = vi.fn<TermMatcher['match']>((...args) => matcher.match(...args));

    const edited = join(['een drempel', 'een heel grote drempel', 'de drempel', 'drempel']);
    expect(rematch({ match }, { ...before, hits }, edited)).toEqual(
      matcher.match(edited.text, edited.ranges),
    );
    expect(match.mock.calls.map(([, ranges]) => ranges)).toEqual([[edited.ranges[1]]]);

    match.mockClear();
    const shuffled = join(['nieuw', 'de drempel', 'een drempel', 'drempel']);
    expect(rematch({ match }, { ...before, hits }, shuffled)).toEqual(
      matcher.match(shuffled.text, shuffled.ranges),
    );
    expect(match.mock.calls.map(([, ranges]) => ranges)).toEqual([[shuffled.ranges[0]]]);
  });
});
