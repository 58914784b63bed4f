import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/core/transcript/wordCount';

/** The words as the definition has it: runs without white space that hold a letter or a digit. */
function wordsIn(text: string): number {
  return (text.match(/\S+/g) ?? []).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

const characters = [
  ...'ab1éß -–…’\n\t\u00a0\u2028',
  '\u{1F600}',
  '\u{1D49C}',
  '\ud83d',
  '\udc9c',
  'ﬁ',
  'Ω',
  '語',
];
const texts = fc.array(fc.constantFrom(...characters)).map((parts) => parts.join(''));

describe('the words of a stretch of text', () => {
  it('are the runs without white space that hold a letter or a digit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countWords(text, 0, text.length)).toBe(wordsIn(text));
      }),
    );
  });

  it('are those between its ends alone', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const all = `${before} ${text} ${after}`;
        const start = before.length + 1;
        expect(countWords(all, start, start + text.length)).toBe(wordsIn(text));
      }),
    );
  });

  it('are as word processors count them', () => {
    const said = 'Ja – e-health en auto’s… 1 op 3 \u{1F600}!';
    expect(countWords(said, 0, said.length)).toBe(7);
  });
});
