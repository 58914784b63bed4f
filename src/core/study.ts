import { fullSpeed, mapBounded, type Pace } from './cache/bounded';
import type { HitCounts } from './cache/knownHits';
import type { Codebook } from './codebook/codebook';
import type { ParsedCodebook } from './codebook/parse';
import { Anchors } from './coding/anchoring/anchors';
import { parseLogPath } from './coding/paths';
import type { Scale, Score } from './maturity/maturity';
import type { FileStore, StudyTools } from './ports';
import { roundsByTranscript } from './review/assignments';
import type { ProgressByCoder } from './review/blind';
import { parseProgressPath } from './review/paths';
import { type Progress, parseProgress } from './review/progress';
import { parseReviewLog, type ReviewLog } from './review/reviewLog';
import type { CodingRound, StudySettings } from './settings/settings';
import { dependentsOf } from './study/dependents';
import type { StudyFolder } from './study/files';
import { StudyHits } from './study/hits';
import { Kept } from './study/kept';
import { StudyListing } from './study/listing';
import { StudyLogs } from './study/logs';
import type {
  Elsewhere,
  LogDigest,
  LogFacts,
  StudyCoding,
  StudyLog,
  StudyReview,
  TranscriptDigest,
  TranscriptFacts,
} from './study/model';
import { CodingPlacer } from './study/placeCodings';
import { conflictProblems, type Read, type ReadText, readText } from './study/readText';
import { StudyYaml } from './study/yamlFiles';
import type { Hit } from './terms/matcher';
import { normalizeLineEnds } from './text/decode';
import { detach } from './text/detach';
import type { TextEdit } from './text/edits';
import { sha256Hex } from './text/sha256';
import { parseTranscript } from './transcript/parse';
import { type Spoken, spokenIn } from './transcript/spoken';
import { caseOf, folderCase, type Transcript } from './transcript/transcript';
import { respondentWords } from './transcript/wordCount';

export type {
  Elsewhere,
  LogDigest,
  LogFacts,
  LogMarks,
  StudyCoding,
  StudyLog,
  StudyReview,
  TranscriptDigest,
  TranscriptFacts,
} from './study/model';

/**
 * The one aggregate that everything reads: the files of a study, each read when it is first asked for and
 * kept until it is said to have changed. Nothing here throws for what a file holds; that becomes problems.
 */
export class Study {
  readonly #kept: Kept;
  readonly #openTexts = new Map<string, string>();
  readonly #listing: StudyListing;
  readonly #yaml: StudyYaml;
  readonly #hits: StudyHits;
  readonly #logs: StudyLogs;
  readonly #anchors: Anchors;
  readonly #placer: CodingPlacer;

  constructor(
    private readonly files: FileStore,
    private readonly tools: StudyTools = {},
    private readonly elsewhere?: Elsewhere,
  ) {
    this.#kept = new Kept((key) => this.#isOfOpenText(key), tools.mostText);
    this.#anchors = new Anchors(tools.oldTexts);
    this.#placer = new CodingPlacer(this.#anchors);
    this.#listing = new StudyListing(files, this.#kept);
    const text = (path: string) => this.#text(path);
    const isOpen = (path: string) => this.#openTexts.has(path);
    this.#yaml = new StudyYaml(text, this.#kept, elsewhere);
    this.#logs = new StudyLogs(text, isOpen, this.#kept);
    const source = {
      codebook: () => this.codebook(),
      transcript: (path: string) => this.transcript(path),
      sha256: (path: string) => this.sha256(path),
      isOpen,
      state: async (path: string) => files.state?.(path),
    };
    this.#hits = new StudyHits(source, this.#kept, tools);
  }

  async settings(): Promise<StudySettings> {
    return (await this.readSettings()).value;
  }

  /** The maturity scale; undefined where the study has none. */
  async scale(): Promise<Scale | undefined> {
    return (await this.readScale()).value;
  }

  async codebook(): Promise<Codebook> {
    return (await this.readCodebook()).codebook;
  }

  /** All scores of all scorers, by scorer's name, then as they stand in the file. */
  async scores(): Promise<Score[]> {
    const read = await mapBounded(await this.scorePaths(), (path) => this.readScores(path));
    return read.flatMap(({ value }) => value);
  }

  /** The study's files in one of its folders, sorted, without those that a sync program made of others. */
  paths(folder: StudyFolder): Promise<readonly string[]> {
    return this.#listing.paths(folder);
  }

  /** The study's files in one of its folders, sorted, with what is wrong where they cannot be listed. */
  readFolder(folder: StudyFolder): Promise<Read<readonly string[]>> {
    return this.#listing.folder(folder);
  }

  /** The files that a sync program made of others, with the paths of these. Nothing of them is read. */
  copies(): Promise<ReadonlyMap<string, string>> {
    return this.#listing.copies();
  }

  /** The paths of the transcripts, sorted. */
  async transcriptPaths(): Promise<readonly string[]> {
    return this.paths('transcripts');
  }

  /** The paths of the coding logs, sorted. */
  async logPaths(): Promise<readonly string[]> {
    return this.paths('codings');
  }

  /** The paths of the files that keep what compacting has taken out of logs, sorted. */
  async historyPaths(): Promise<readonly string[]> {
    return this.paths('history');
  }

  /** The paths of the scorers' files, sorted. */
  async scorePaths(): Promise<readonly string[]> {
    return this.paths('scores');
  }

  /** Who codes: the coders of study.yaml, then others who have a folder, sorted. What was settled is nobody's. */
  async coders(): Promise<string[]> {
    const listed = (await this.settings()).coders;
    return [...new Set([...listed, ...(await this.#listing.codersWithFolders())])];
  }

  /** A transcript; undefined where the file is missing, unreadable or no text. */
  async transcript(path: string): Promise<Transcript | undefined> {
    return (await this.readTranscript(path)).value;
  }

  /** All coders' codings of a transcript, where they now stand, by place. Those of a missing one are orphans. */
  codings(transcriptPath: string): Promise<readonly StudyCoding[]> {
    return this.#kept.keep(`codings:${transcriptPath}`, async () => {
      const logs = await this.logsOf(transcriptPath);
      const transcript = logs.length > 0 ? await this.transcript(transcriptPath) : undefined;
      const open = this.#openTexts.get(transcriptPath);
      const text = open ?? transcript?.text ?? '';
      return this.#placer.place(transcriptPath, text, logs, open !== undefined);
    });
  }

  /** The transcripts that there are, and those that only logs speak of, sorted. */
  codedTranscriptPaths(): Promise<readonly string[]> {
    return this.#listing.coded();
  }

  /** How many words respondents say in a transcript; undefined where it cannot be read. */
  words(path: string): Promise<number | undefined> {
    return this.#kept.keep(`words:${path}`, async () => {
      const transcript = await this.transcript(path);
      return transcript && respondentWords(transcript);
    });
  }

  /** Where respondents speak in a transcript; undefined where it cannot be read. */
  spoken(path: string): Promise<Spoken | undefined> {
    return this.#kept.keep(`spoken:${path}`, async () => {
      const transcript = await this.transcript(path);
      return transcript && spokenIn(transcript);
    });
  }

  /** What all reviewers say of a transcript's codings, by log, each log in order of first appearance. */
  reviews(transcriptPath: string): Promise<readonly StudyReview[]> {
    return this.#kept.keep(`reviews:${transcriptPath}`, async () => {
      const paths = await this.reviewLogsOf(transcriptPath);
      const logs = await Promise.all(paths.map((path) => this.readReviews(path)));
      return logs.flatMap(({ value }, index) =>
        value.current.map((review) => ({ review, log: paths[index]! })),
      );
    });
  }

  /** The paths of the review logs of a transcript, sorted. */
  reviewLogsOf(transcriptPath: string): Promise<readonly string[]> {
    return this.#listing.reviewLogsOf(transcriptPath);
  }

  /** The rounds of double coding that each transcript is in, by its path; see `roundsByTranscript`. */
  rounds(): Promise<ReadonlyMap<string, readonly CodingRound[]>> {
    return this.#kept.keep('rounds', async () => {
      const settings = await this.settings();
      if (settings.doubleCoding.length === 0) return new Map();
      // Every transcript is read for it, so only where any round is of some cases.
      const isByCase = settings.doubleCoding.some(({ cases }) => cases.length > 0);
      const transcripts = await mapBounded(await this.transcriptPaths(), async (path) => ({
        path,
        case: isByCase ? await this.caseOf(path) : undefined,
      }));
      return roundsByTranscript(settings, transcripts, this.tools.sha256 ?? sha256Hex);
    });
  }

  /** What coders said of their progress in each transcript, by its path and then by coder. */
  progress(): Promise<ReadonlyMap<string, ProgressByCoder>> {
    return this.#kept.keep('progress', async () => {
      const paths = (await this.paths('reviews')).filter((path) => parseProgressPath(path));
      const byTranscript = new Map<string, Map<string, Progress>>();
      for (const path of paths) {
        for (const [transcript, said] of (await this.readProgress(path)).value) {
          const byCoder = byTranscript.get(transcript) ?? new Map<string, Progress>();
          byTranscript.set(transcript, byCoder.set(parseProgressPath(path)!, said));
        }
      }
      return byTranscript;
    });
  }

  /** What a transcript's front matter says; undefined where the file is missing, unreadable or no text. */
  async transcriptFacts(path: string): Promise<TranscriptFacts | undefined> {
    return (await this.readTranscriptFacts(path)).value;
  }

  /** The id of a transcript's case, that of its folder where it cannot be read; undefined where nothing names one. */
  async caseOf(path: string): Promise<string | undefined> {
    const known = this.elsewhere?.cases;
    if (known?.has(path)) return known.get(path);
    const facts = await this.transcriptFacts(path);
    return facts ? facts.case : folderCase(path);
  }

  /** The hits of the codebook's terms in what respondents say, by place. */
  hits(path: string): Promise<readonly Hit[]> {
    return this.#hits.of(path);
  }

  /** The hits of each code in a transcript, counted. Known from earlier where text and terms are unchanged. */
  hitCounts(path: string): Promise<HitCounts> {
    return this.#hits.counts(path);
  }

  /** Asks how all transcripts' files are, so that `hitCounts` tells at once of those whose hits are known. */
  async lookForKnownHits(pace: Pace = fullSpeed): Promise<void> {
    await this.#hits.lookAt(await this.transcriptPaths(), pace);
  }

  /** The logs of a transcript, by path. */
  logsOf(transcriptPath: string): Promise<readonly LogFacts[]> {
    return this.#kept.keep(`logs:${transcriptPath}`, async () => {
      const paths = await this.#listing.logsOf(transcriptPath);
      return Promise.all(paths.map((path) => this.logFacts(path)));
    });
  }

  /** What a log is held against others by; read only where no other thread has. */
  async logMarks(path: string): Promise<LogFacts | LogDigest> {
    const digest = await this.digest(parseLogPath(path)!.transcript);
    return digest?.logs.find((log) => log.path === path) ?? this.logFacts(path);
  }

  /** What another thread has found of a transcript; undefined where none has. */
  async digest(transcriptPath: string): Promise<TranscriptDigest | undefined> {
    return this.elsewhere?.digest(transcriptPath);
  }

  /** What a log says, without its text. */
  logFacts(path: string): Promise<LogFacts> {
    return this.#logs.facts(path);
  }

  /** A log with its text and its problems. */
  readLog(path: string): Promise<StudyLog> {
    return this.#logs.read(path);
  }

  /** The SHA-256 of a file's text (UTF-8, `\n` line ends, no byte order mark); empty where there is no text. */
  sha256(path: string): Promise<string> {
    return this.#kept.keep(`sha256:${path}`, async () => {
      const { value, sha256 } = await this.#text(path);
      return value === undefined ? '' : (sha256 ?? (this.tools.sha256 ?? sha256Hex)(value));
    });
  }

  readSettings(): Promise<Read<StudySettings>> {
    return this.#yaml.settings();
  }

  readScale(): Promise<Read<Scale | undefined>> {
    return this.#yaml.scale();
  }

  readCodebook(): Promise<ParsedCodebook> {
    return this.#yaml.codebook();
  }

  readScores(path: string): Promise<Read<Score[]>> {
    return this.#yaml.scores(path);
  }

  /** A review log with its problems. */
  readReviews(path: string): Promise<Read<ReviewLog>> {
    return this.#kept.keep(path, async () => {
      const { value: text = '', problems } = await this.#text(path);
      const { log, problems: inLog } = parseReviewLog(path, text);
      return { value: log, problems: [...problems, ...inLog] };
    });
  }

  /** A coder's progress, by transcript, with its problems. */
  readProgress(path: string): Promise<Read<ReadonlyMap<string, Progress>>> {
    return this.#kept.keep(path, async () => {
      const { value: text = '', problems } = await this.#text(path);
      const { progress, problems: inLog } = parseProgress(path, text);
      return { value: progress, problems: [...problems, ...inLog] };
    });
  }

  readTranscript(path: string): Promise<Read<Transcript | undefined>> {
    const read = async () => {
      const file = await this.#text(path);
      if (file.value === undefined) return { value: undefined, problems: file.problems };
      const { transcript, problems } = parseTranscript(path, file.value);
      return { value: transcript, problems: [...file.problems, ...problems] };
    };
    return this.#kept.keepText(path, read, ({ value }) => value?.text.length ?? 0);
  }

  /** What is kept of a transcript, with all its problems. */
  readTranscriptFacts(path: string): Promise<Read<TranscriptFacts | undefined>> {
    return this.#kept.keep(`facts:${path}`, async () => {
      const known = await this.elsewhere?.facts(path);
      if (known) return known;
      const { value, problems } = await this.readTranscript(path);
      if (!value) return { value, problems };
      const { frontMatter, frontMatterRanges, text, head } = value;
      const facts = {
        frontMatter,
        frontMatterRanges,
        head: detach(text.slice(0, head.end)),
        case: caseOf(value),
      };
      return { value: facts, problems };
    });
  }

  /** A file's decoded text, for a hash of what a summary was made from; undefined where there is none. */
  async sourceText(path: string): Promise<string | undefined> {
    return (await this.#text(path)).value;
  }

  /**
   * Puts the text of an open, perhaps unsaved, document in the place of the file's; undefined takes it back.
   * @param edits that made it of the text before, where they were seen
   */
  setOpenText(path: string, text: string | undefined, edits?: readonly TextEdit[]): void {
    const normalized = text === undefined ? undefined : normalizeLineEnds(text);
    if (this.#openTexts.get(path) === normalized) return;
    if (!this.#openTexts.has(path)) this.#leave(path);
    if (normalized !== undefined) this.#anchors.change(path, normalized, edits);
    if (normalized === undefined) {
      this.#openTexts.delete(path);
      this.#hits.close(path);
      this.#placer.close(path);
      this.#logs.close(path);
    } else {
      this.#openTexts.set(path, normalized);
      this.#placer.change(path);
    }
    this.#forget(path);
  }

  /** Forgets all that was read of a transcript and of what is said of it: it is not wanted again soon. */
  async release(path: string): Promise<void> {
    const files = [path, ...(await this.#listing.logsOf(path)), ...(await this.reviewLogsOf(path))];
    for (const file of files) this.#forget(file);
  }

  /** Drops the texts of files that are not open; what was found in them stays. */
  dropTexts(): void {
    this.#kept.forgetTexts();
  }

  /** Forgets what was read from files that have changed, come or gone. */
  invalidate(paths: readonly string[]): void {
    for (const path of paths) {
      this.#listing.forgetFolderOf(path);
      this.#reread(path);
    }
  }

  /** Forgets what was read from files that have other content now; those that were not there have come. */
  invalidateContent(paths: readonly string[]): void {
    for (const path of paths) {
      if (this.#listing.has(path)) this.#reread(path);
      else this.invalidate([path]);
    }
  }

  #reread(path: string): void {
    if (path.startsWith('transcripts')) this.#leave(path);
    if (path.startsWith('reviews')) this.#kept.forget(['progress']);
    this.#forget(path);
  }

  /** Hears that a transcript is about to get another path: its codings are followed there. */
  willMove(from: string, to: string): void {
    this.#leave(from, to);
  }

  /** What is known of a transcript's codings helps to find them in its changed text, or under another path. */
  #leave(path: string, to = path): void {
    const transcript = this.#kept.get(path) as Promise<Read<Transcript | undefined>> | undefined;
    const codings = this.#kept.get(`codings:${path}`) as Promise<readonly StudyCoding[]> | undefined;
    if (!transcript || !codings) return;
    Promise.all([transcript, codings]).then(
      ([{ value }, known]) => value && this.#anchors.leave(to, value.text, known),
      () => {},
    );
  }

  #forget(path: string): void {
    this.#kept.forget([...dependentsOf(path, () => this.#kept.keys())]);
  }

  #text(path: string): Promise<ReadText> {
    const open = this.#openTexts.get(path);
    if (open !== undefined) return Promise.resolve({ value: open, problems: conflictProblems(path, open) });
    const weightOf = ({ value }: ReadText) => value?.length ?? 0;
    return this.#kept.keepText(`text:${path}`, () => readText(this.files, path, this.tools.sha256), weightOf);
  }

  #isOfOpenText(key: string): boolean {
    const path = key.replace(/^[a-z0-9]+:/, '');
    return this.#openTexts.has(parseLogPath(path)?.transcript ?? path);
  }
}
