/**
 * Terms to hits. All terms of a codebook are compiled into one automaton over words and a trie over phrases,
 * so that the cost of a text does not grow with the number of terms.
 */
import { compareStrings } from '../text/compare';
import type { Range } from '../text/range';
import { languageApplies, primaryLanguage } from './language';
import { isNegated } from './negation';
import type { TermPattern } from './pattern';
import { PhraseTracker } from './phraseTracker';
import { type PhraseStep, PhraseTrie } from './phraseTrie';
import { type CompiledRegex, compileRegex } from './regex';
import { Scanner } from './scanner';
import { type Match, selectHits } from './select';
import { WordPatterns } from './wordPatterns';
import { wholeWords } from './words';

/** A term of a code. */
export interface TermInput {
  code: string;
  /** As written in the codebook. */
  term: string;
  pattern: TermPattern;
  /** A language tag; without one the term is of all languages. */
  language?: string;
}

/** A phrase that takes away the hits of its code that it overlaps. */
export interface ExclusionInput {
  code: string;
  pattern: TermPattern;
  language?: string;
}

/** Where a term matched, in UTF-16 offsets, end exclusive. */
export interface Hit {
  start: number;
  end: number;
  code: string;
  /** As written in the codebook. */
  term: string;
  /** Whether a negator governs it. */
  negated: boolean;
}

/** Finds the terms of one codebook. */
export interface TermMatcher {
  /**
   * The hits in some ranges of a text, sorted by start, end and code. No hit crosses a range.
   * @param ranges in ascending order, without overlap
   * @param language the language tag of the text; terms of other languages do not count
   */
  match(text: string, ranges: readonly Range[], language?: string): Hit[];
}

/** A term or a `not:` phrase, with what matching needs of it. */
interface Entry {
  code: number;
  term: string;
  language: string | undefined;
  isExclusion: boolean;
}

/**
 * Compiles terms. A regular expression that the engine refuses has no hits (`checkRegexTerm` tells why);
 * the engine is loaded only when there is one.
 */
export async function compileMatcher(input: {
  terms: readonly TermInput[];
  exclusions: readonly ExclusionInput[];
}): Promise<TermMatcher> {
  const sources = [
    ...input.terms.map((source) => ({ ...source, isExclusion: false })),
    ...input.exclusions.map((source) => ({ ...source, term: '', isExclusion: true })),
  ];
  const codes = [...new Set(sources.map(({ code }) => code))];
  const codeNumbers = new Map(codes.map((code, number) => [code, number]));
  const entries = sources.map(({ code, term, language, isExclusion }) => ({
    code: codeNumbers.get(code)!,
    term,
    language: primaryLanguage(language),
    isExclusion,
  }));

  const patterns = new WordPatterns();
  const phrases: { entry: number; steps: PhraseStep[] }[] = [];
  const regexes: { entry: number; regex: CompiledRegex }[] = [];
  for (const [entry, { pattern }] of sources.entries()) {
    if (pattern.kind === 'regex') {
      const regex = await compileRegex(pattern.source);
      if ('find' in regex) regexes.push({ entry, regex });
      continue;
    }
    const numbers = patterns.addTerm(pattern.tokens, pattern.caseSensitive);
    const steps = pattern.tokens.map(({ joint }, index) => ({ pattern: numbers[index]!, joint }));
    phrases.push({ entry, steps });
  }
  const lexicon = patterns.compile();
  const trie = new PhraseTrie(lexicon.count);
  for (const { entry, steps } of phrases) trie.add(steps, entry);
  return new CompiledMatcher(codes, entries, trie, new Scanner(lexicon), regexes);
}

class CompiledMatcher implements TermMatcher {
  constructor(
    private readonly codes: readonly string[],
    private readonly entries: readonly Entry[],
    private readonly trie: PhraseTrie,
    private readonly scanner: Scanner,
    private readonly regexes: readonly { entry: number; regex: CompiledRegex }[],
  ) {}

  match(text: string, ranges: readonly Range[], language?: string): Hit[] {
    const transcript = primaryLanguage(language);
    const hits: Hit[] = [];
    for (const range of ranges) {
      const found = this.hitsIn(text, range, transcript);
      if (found.length > 1) found.sort(compareHits);
      for (const hit of found) hits.push(hit);
    }
    return hits;
  }

  private hitsIn(text: string, range: Range, transcript: string | undefined): Hit[] {
    const matches: Match[] = [];
    const exclusions: Match[] = [];
    const record = (term: number, start: number, end: number) => {
      const { code, language, isExclusion } = this.entries[term]!;
      if (!languageApplies(language, transcript)) return;
      (isExclusion ? exclusions : matches).push({ start, end, code, term });
    };
    this.scanner.scan(text, range, new PhraseTracker(this.trie, text, range, record));
    for (const { entry, regex } of this.regexes) {
      const found = wholeWords(text, regex.find(text, range), range);
      for (const { start, end } of found) record(entry, start, end);
    }
    return selectHits(matches, exclusions).map((match) => {
      const { term, language } = this.entries[match.term]!;
      const negated = isNegated(text, range, match, language ?? transcript);
      return { start: match.start, end: match.end, code: this.codes[match.code]!, term, negated };
    });
  }
}

/** A code has no two hits with the same span. */
function compareHits(a: Hit, b: Hit): number {
  return a.start - b.start || a.end - b.end || compareStrings(a.code, b.code);
}
