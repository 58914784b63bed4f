import { mapBounded, type Pace } from '../cache/bounded';
import { countHits, type HitCounts } from '../cache/knownHits';
import type { Codebook } from '../codebook/codebook';
import { codebookMatcher, termsMark } from '../codebook/matcher';
import type { StudyTools } from '../ports';
import { rematch } from '../terms/incremental';
import type { Hit, TermMatcher } from '../terms/matcher';
import type { Range } from '../text/range';
import { sha256Hex } from '../text/sha256';
import { respondentSpeech, type Transcript } from '../transcript/transcript';
import type { Kept } from './kept';

/** What hits are found with, and what becomes of them. */
interface HitSource {
  codebook(): Promise<Codebook>;
  transcript(path: string): Promise<Transcript | undefined>;
  sha256(path: string): Promise<string>;
  isOpen(path: string): boolean;
  /** As `FileStore.state`. */
  state(path: string): Promise<string | undefined>;
}

/** How many files are looked at at a time: the disk answers most of these in the time of one. */
const looksAtOnce = 64;

interface MatchedText {
  readonly matcher: TermMatcher;
  readonly language: string | undefined;
  readonly text: string;
  readonly ranges: readonly Range[];
  readonly hits: Hit[];
}

/** The hits of the codebook's terms in a study's transcripts. */
export class StudyHits {
  /** Of open transcripts: what is as it was before stays the very same. */
  readonly #last = new Map<string, MatchedText>();

  constructor(
    private readonly source: HitSource,
    private readonly kept: Kept,
    private readonly tools: StudyTools,
  ) {}

  /** Those in what respondents say in a transcript, by place. */
  of(path: string): Promise<readonly Hit[]> {
    return this.kept.keepText(
      `hits:${path}`,
      async () => {
        const [transcript, matcher] = await Promise.all([this.source.transcript(path), this.#matcher()]);
        return transcript ? this.#match(transcript, matcher) : [];
      },
      (hits) => hits.length * 20,
    );
  }

  /** Those of each code in a transcript, counted. Known from earlier where text and terms are unchanged. */
  counts(path: string): Promise<HitCounts> {
    return this.kept.keep(`counts:${path}`, async () => {
      const { knownHits } = this.tools;
      const state = knownHits && !this.source.isOpen(path) ? await this.#state(path) : undefined;
      if (!knownHits || state === undefined) return this.#count(path);
      const terms = await this.#termsMark();
      const known = knownHits.recall(path, state, terms);
      if (known) return known;
      const sha256 = await this.source.sha256(path);
      const counts = knownHits.recallText(path, sha256, terms) ?? (await this.#count(path));
      knownHits.learn(path, { state, sha256 }, terms, counts);
      return counts;
    });
  }

  /** Asks how files are, many at a time. Where hits are known from earlier, `counts` does little else, one by one. */
  async lookAt(paths: readonly string[], pace: Pace): Promise<void> {
    await mapBounded(paths, (path) => this.#state(path), { atOnce: looksAtOnce, rest: () => pace.rest() });
  }

  /** Hears that a transcript is no longer open. */
  close(path: string): void {
    this.#last.delete(path);
  }

  #state(path: string): Promise<string | undefined> {
    return this.kept.keep(`state:${path}`, () => this.source.state(path));
  }

  #match(transcript: Transcript, matcher: TermMatcher): Hit[] {
    const { path, text } = transcript;
    const { language } = transcript.frontMatter;
    const ranges = respondentSpeech(transcript);
    const last = this.#last.get(path);
    const hits =
      last?.matcher === matcher && last.language === language
        ? rematch(matcher, last, { text, ranges }, language)
        : matcher.match(text, ranges, language);
    if (this.source.isOpen(path)) this.#last.set(path, { matcher, language, text, ranges, hits });
    return hits;
  }

  async #count(path: string): Promise<HitCounts> {
    const counts = countHits(await this.of(path));
    if (!this.source.isOpen(path)) this.kept.forget([`hits:${path}`]);
    return counts;
  }

  #termsMark(): Promise<string> {
    return this.kept.keep('termsMark', async () =>
      termsMark(await this.source.codebook(), this.tools.sha256 ?? sha256Hex),
    );
  }

  #matcher(): Promise<TermMatcher> {
    return this.kept.keep('matcher', async () => codebookMatcher(await this.source.codebook()));
  }
}
