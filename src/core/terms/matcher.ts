/**
 * Terms to hits. All terms of a codebook are compiled into one automaton over words and a trie over phrases,
 * so that the cost of a text does not grow with the number of terms.
 */
import type { Range } from '../text/range';
import { languageApplies, primaryLanguage } from './language';
import { isNegated } from './negation';
import type { TermPattern } from './pattern';
import { PhraseTracker } from './phraseTracker';
import { PhraseTrie } from './phraseTrie';
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

/** A term or exclusion, with what matching needs of it. */
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
  const codes = new Map<string, number>();
  const entries: Entry[] = [];
  const patterns = new WordPatterns();
  const phrases: { entry: number; steps: Parameters<PhraseTrie['add']>[0] }[] = [];
  const regexes: { entry: number; regex: CompiledRegex }[] = [];
  const add = async (source: ExclusionInput, term: string, isExclusion: boolean) => {
    const { code, pattern } = source;
    if (!codes.has(code)) codes.set(code, codes.size);
    const entry = entries.length;
    entries.push({ code: codes.get(code)!, term, language: primaryLanguage(source.language), isExclusion });
    if (pattern.kind === 'regex') {
      const regex = await compileRegex(pattern.source);
      if ('find' in regex) regexes.push({ entry, regex });
      return;
    }
    const steps = pattern.tokens.map((token) => ({
      pattern: patterns.add(token, pattern.caseSensitive),
      joint: token.joint,
    }));
    phrases.push({ entry, steps });
  };
  for (const term of input.terms) await add(term, term.term, false);
  for (const exclusion of input.exclusions) await add(exclusion, '', true);
  const lexicon = patterns.compile();
  const trie = new PhraseTrie(lexicon.count);
  for (const { entry, steps } of phrases) trie.add(steps, entry);
  return new CompiledMatcher([...codes.keys()], entries, trie, new Scanner(lexicon), regexes);
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
      found.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
      for (const hit of found) hits.push(hit);
    }
    return hits;
  }

  private hitsIn(text: string, range: Range, transcript: string | undefined): Hit[] {
    const matches: Match[] = [];
    const exclusions: Match[] = [];
    const record = (term: number, start: number, end: number) => {
      const entry = this.entries[term]!;
      if (!languageApplies(entry.language, transcript)) return;
      (entry.isExclusion ? exclusions : matches).push({ start, end, code: entry.code, term });
    };
    const tracker = new PhraseTracker(this.trie, text, range, (terms, start, end) => {
      for (const term of terms) record(term, start, end);
    });
    this.scanner.scan(text, range, (token, patterns) => tracker.take(token, patterns));
    for (const { entry, regex } of this.regexes) {
      for (const { start, end } of wholeWords(text, regex.find(text, range), range))
        record(entry, start, end);
    }
    return selectHits(matches, exclusions).map(({ start, end, code, term }) => {
      const entry = this.entries[term]!;
      const negated = isNegated(text, range, { start, end }, entry.language ?? transcript);
      return { start, end, code: this.codes[code]!, term: entry.term, negated };
    });
  }
}
