/** How fast terms are found, against one regular expression of all of them. */
import { compileMatcher, type TermMatcher } from '../../src/core/terms/matcher';
import { parseTerm } from '../../src/core/terms/pattern';
import { type Bench, figure, timeOf } from './bench';
import { COMMON_WORDS, type Interview, interviews, VOCABULARY } from './dutch';
import { seeded } from './random';

const TEXT_LENGTH = 30e6;
/** A leading wildcard slows the alternation most, so that both kinds of set are measured. */
const TERM_SETS = [
  { kinds: 'no infixes', withInfixes: false },
  { kinds: 'with infixes', withInfixes: true },
].flatMap((set) => [100, 1_000, 10_000].map((count) => ({ ...set, count })));
/** The regular expression gets as many of the interviews as it manages in this time. */
const ALTERNATION_MS = 8_000;

export const bench: Bench = {
  title: 'Matching terms',
  note:
    'Words, prefixes, infixes and phrases in made-up Dutch interviews; MB are 10^6 UTF-16 units. The rival is one ' +
    'word-bounded Unicode alternation of the same terms (flags giu) in V8. Hits are those of both in the ' +
    'interviews that the rival got through; the rival gives no overlapping ones.',
  async *rows() {
    const texts = interviews(TEXT_LENGTH);
    const length = lengthOf(texts);
    for (const { kinds, withInfixes, count } of TERM_SETS) {
      const terms = drawTerms(count, withInfixes);
      let matcher: TermMatcher | undefined;
      const compileMs = await timeOf(async () => {
        matcher = await compileMatcher({ terms: terms.map(inputOf), exclusions: [] });
      });
      const found = (interview: Interview) => matcher!.match(interview.text, interview.turns, 'nl').length;
      for (const interview of texts.slice(0, 60)) found(interview);
      let allHits = 0;
      const matcherMs = await timeOf(() => {
        for (const interview of texts) allHits += found(interview);
      });
      const rival = runAlternation(terms, texts);
      const rate = length / 1e3 / matcherMs;
      yield {
        terms: figure(count),
        kinds,
        'compile (ms)': figure(compileMs),
        text: `${figure(length / 1e6)} MB`,
        'all hits': figure(allHits),
        'matcher (MB/s)': figure(rate),
        'alternation (MB/s)': figure(rival.rate),
        'times as fast': figure(rate / rival.rate),
        'hits, matcher': figure(texts.slice(0, rival.interviews).reduce((sum, text) => sum + found(text), 0)),
        'hits, alternation': figure(rival.hits),
      };
    }
  },
};

function lengthOf(texts: readonly Interview[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * Terms such as a large codebook has: the first hundred of words that occur often, the others of words that hardly
 * ever do, so that what grows is the number of terms and not of hits. Six in ten are words, two prefixes, one an
 * infix (or another word), one a phrase.
 */
function drawTerms(count: number, withInfixes: boolean): string[] {
  const random = seeded(3);
  // Of short words, prefixes and infixes would hit half of all words.
  const content = VOCABULARY.slice(COMMON_WORDS).filter((word) => word.length >= 8);
  const terms = new Set<string>();
  while (terms.size < count) {
    const half = content.length / 2;
    const word = content[Math.floor(terms.size < 100 ? random() * 2_000 : half + random() * half)]!;
    const kind = terms.size % 10;
    if (kind < 6) terms.add(kind % 2 === 0 ? word : `${word}sgewijs`);
    else if (kind < 8) terms.add(`${word}*`);
    else if (kind < 9) terms.add(withInfixes ? `*${word.slice(1)}*` : `${word}s`);
    else terms.add(`${word} ${VOCABULARY[Math.floor(random() * COMMON_WORDS)]!}`);
  }
  return [...terms];
}

function inputOf(term: string) {
  const parsed = parseTerm(term);
  if ('problem' in parsed) throw new Error(`${term}: ${parsed.problem.code}`);
  return { code: 'code', term, pattern: parsed.pattern };
}

/** The rate of the alternation, with its hits in the interviews that it got through. */
function runAlternation(terms: readonly string[], texts: readonly Interview[]) {
  const letters = '[\\p{L}\\p{N}]';
  // The longest first, since of alternatives that match at one place the first is taken.
  const alternatives = [...terms].sort((a, b) => b.length - a.length);
  const sources = alternatives.map((term) => term.replaceAll('*', `${letters}*`).replaceAll(' ', '\\s+'));
  const alternation = new RegExp(`(?<!${letters})(?:${sources.join('|')})(?!${letters})`, 'giu');
  let hits = 0;
  let count = 0;
  let length = 0;
  const start = performance.now();
  while (count < texts.length && performance.now() - start < ALTERNATION_MS) {
    const { text, turns } = texts[count++]!;
    for (const turn of turns) hits += [...text.slice(turn.start, turn.end).matchAll(alternation)].length;
    length += text.length;
  }
  return { hits, interviews: count, rate: length / 1e3 / (performance.now() - start) };
}
