/** Random texts and terms of few letters, so that they meet often, with every kind of character that matters. */
import fc from 'fast-check';
import type { ExclusionInput, TermInput } from '../../../src/core/terms/matcher';
import { parseTerm } from '../../../src/core/terms/pattern';
import type { Range } from '../../../src/core/text/range';

const WORDS = [
  ...['a', 'a', 'a', 'A', 'b', 'b', 'B', 'ab', 'ab', 'AB', 'Ab', 'ba', 'BA', 'bab', 'aab', 'c'],
  ...['é', 'e\u0301', 'E', 'ss', 'ß', 'fi', '\uFB01', 'a1', 'en', 'of', "a'b", 'a’b', 'a\u00ADb', 'a\u0301b'],
  ...['𐐨', '𐐀', '𝐚', 'aя', 'a\u200Bb', '日本'],
];
const BETWEEN = [
  ...[' ', ' ', ' ', ' ', ' ', ' ', ' ', '\n', '\u00A0', '\n\n', '\n ', ', ', '. ', '.\n', '! ', '... '],
  ...[
    '-',
    '-',
    '‑',
    '- ',
    '-\n',
    '-\n',
    '\u00AD\n',
    "'",
    ' ’',
    '.',
    '€',
    ' € ',
    '&',
    '😀',
    ' 😀 ',
    '',
    '\u0301',
  ],
];

export const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...BETWEEN)), { maxLength: 25, size: 'max' })
  .map((pieces) => pieces.flat().join(''));

const TERM_WORDS = [
  ...['a', 'a', 'a', 'b', 'b', 'b', 'ab', 'ab', 'ba', 'aab', 'bab', 'c', 'A', 'é', 'ss', 'ß', 'fi'],
  ...['a1', '𐐨', "a'b", 'en', 'of', 'я', '日'],
];
const word = fc
  .tuple(fc.constantFrom('', '', '', '*'), fc.constantFrom(...TERM_WORDS), fc.constantFrom('', '', '', '*'))
  .map(([before, letters, after]) => before + letters + after);

const abbreviation = fc.constantFrom('AB', 'AB*', '*BA', '*AB*', 'AB BA', 'AB ... BA');
const phrase = fc
  .array(
    fc.tuple(
      fc.constantFrom(' ', ' ', ' ', ' ', ' ... ', ' ... ', '…', '-', '- ', '&', " '"),
      fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('€', '-', '😀') }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.flat().slice(1).join(''));

const pattern = fc
  .oneof({ weight: 12, arbitrary: phrase }, { weight: 1, arbitrary: abbreviation })
  .map((term) => ({ term, parsed: parseTerm(term) }))
  .filter(({ parsed }) => 'pattern' in parsed)
  .map(({ term, parsed }) => ({ term, pattern: (parsed as { pattern: TermInput['pattern'] }).pattern }));

const code = fc.constantFrom('c1', 'c2', 'c3');
const owner = fc.record({ code, language: fc.constantFrom('nl', 'en') }, { requiredKeys: ['code'] });

export const terms: fc.Arbitrary<TermInput[]> = fc.array(
  fc.tuple(pattern, owner).map(([what, whose]) => ({ ...what, ...whose })),
  { maxLength: 12, size: 'max' },
);

export const exclusions: fc.Arbitrary<ExclusionInput[]> = fc.array(
  fc.tuple(pattern, owner).map(([what, whose]) => ({ pattern: what.pattern, ...whose })),
  { maxLength: 2 },
);

export const language = fc.constantFrom('nl', 'en', undefined);

/** Cuts a text at some places, and leaves out some of the pieces. */
export const textWithRanges: fc.Arbitrary<{ text: string; ranges: Range[] }> = fc
  .tuple(text, fc.array(fc.record({ at: fc.nat({ max: 100 }), isLeftOut: fc.boolean() }), { maxLength: 4 }))
  .map(([whole, cuts]) => {
    const places = cuts
      .map(({ at, isLeftOut }) => ({ at: Math.min(at, whole.length), isLeftOut }))
      .sort((a, b) => a.at - b.at);
    const ranges: Range[] = [];
    let start = 0;
    for (const { at, isLeftOut } of [...places, { at: whole.length, isLeftOut: false }]) {
      if (!isLeftOut) ranges.push({ start, end: at });
      start = at;
    }
    return { text: whole, ranges };
  });
