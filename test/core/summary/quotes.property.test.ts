import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingLine } from '../../../src/core/coding/log';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { normalizeLineEnds } from '../../../src/core/text/decode';
import { memoryStudy } from '../support/memoryStudy';

const transcriptPath = 'transcripts/icu/one.txt';
const logPath = 'codings/anna/icu/one.txt.jsonl';
const letters = fc.constantFrom('a', 'b', ' ', '\n', '\r\n', 'é', '\u{1F600}', 'I: ', '---\n', '"');
const texts = fc.array(letters, { minLength: 1, maxLength: 40 }).map((parts) => `R: ${parts.join('')}`);
const codings = fc.array(
  fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 8 }), quote: fc.option(texts) }),
  { minLength: 1, maxLength: 5 },
);

describe('every quote that has a place', () => {
  it('is what stands there, and every coding is a quote', async () => {
    await fc.assert(
      fc.asyncProperty(texts, codings, async (file, made) => {
        const text = normalizeLineEnds(file);
        const log = made.map(({ start, length, quote }, index) => {
          const range = { start, end: start + length };
          const words = quote ?? (text.slice(start, start + length) || 'x');
          const context = { prefix: '', suffix: '', by: 'anna', at: '2021-12-01T09:00:00Z' };
          return codingLine({ id: String(index), code: 'barrier', ...range, quote: words, ...context });
        });
        const { study } = memoryStudy({ [transcriptPath]: file, [logPath]: log.join('\n') });
        const { quotes } = (await summarizeStudy(study, ['icu'])).cases[0]!;
        expect(quotes).toHaveLength(made.length);
        for (const { start, end, text: quote, line } of quotes) {
          if (line !== null) expect(text.slice(start, end)).toBe(quote);
        }
      }),
    );
  });
});
