import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../src/core/terms/matcher';
import { exclusions, language, terms, textWithRanges } from './arbitraries';
import { naiveMatch } from './naiveMatcher';

describe('the matcher', () => {
  it('finds what trying every term at every token finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        textWithRanges,
        terms,
        exclusions,
        language,
        async ({ text, ranges }, all, not, of) => {
          const matcher = await compileMatcher({ terms: all, exclusions: not });
          const hits = matcher.match(text, ranges, of).map(({ negated, ...hit }) => hit);
          expect(hits).toEqual(naiveMatch(text, ranges, all, not, of));
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);
});
