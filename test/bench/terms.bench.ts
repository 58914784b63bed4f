/** How fast terms are found, against one regular expression of all of them. */
import { compileMatcher, type TermMatcher } from '../../src/core/terms/matcher';
import { parseTerm } from '../../src/core/terms/pattern';
import { alternation } from './alternation';
import { type Bench, figure, timeOf } from './bench';
import { drawTerms } from './drawTerms';
import { type Interview, interviews } from './dutch';

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

function inputOf(term: string) {
  const parsed = parseTerm(term);
  if ('problem' in parsed) throw new Error(`${term}: ${parsed.problem.code}`);
  return { code: 'code', term, pattern: parsed.pattern };
}

/** The rate of the alternation, with its hits in the interviews that it got through. */
function runAlternation(terms: readonly string[], texts: readonly Interview[]) {
  const regex = alternation(terms);
  let hits = 0;
  let count = 0;
  let length = 0;
  const start = performance.now();
  while (count < texts.length && performance.now() - start < ALTERNATION_MS) {
    const { text, turns } = texts[count++]!;
    for (const turn of turns) hits += [...text.slice(turn.start, turn.end).matchAll(regex)].length;
    length += text.length;
  }
  return { hits, interviews: count, rate: length / 1e3 / (performance.now() - start) };
}
