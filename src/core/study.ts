import { mapBounded } from './cache/bounded';
import { countHits, type HitCounts } from './cache/knownHits';
import { sameItems } from './cache/same';
import { type Codebook, emptyCodebook } from './codebook/codebook';
import { codebookMatcher, termsMark } from './codebook/matcher';
import { type ParsedCodebook, parseCodebook } from './codebook/parse';
import { Anchors } from './coding/anchoring/anchors';
import type { Coding, CodingMark } from './coding/coding';
import { type CodingLog, linesOf, parseLog } from './coding/log';
import { historyPath, parseLogPath } from './coding/paths';
import { findCopies, findLogCopies } from './copies';
import type { Scale, Score } from './maturity/maturity';
import { parseScale } from './maturity/parseScale';
import { parseScores } from './maturity/parseScores';
import type { FileStore, StudyTools } from './ports';
import { fileProblem, type Problem } from './problem';
import { roundsByTranscript } from './review/assignments';
import type { ProgressByCoder } from './review/blind';
import { parseProgressPath, parseReviewPath } from './review/paths';
import { type Progress, parseProgress } from './review/progress';
import type { Review } from './review/review';
import { parseReviewLog, type ReviewLog } from './review/reviewLog';
import { parseSettings } from './settings/parse';
import { type CodingRound, emptySettings, type StudySettings } from './settings/settings';
import { dependentsOf } from './study/dependents';
import { isStudyFile, type StudyFolder, studyFiles, studyFolders } from './study/files';
import { Kept } from './study/kept';
import { CodingPlacer, type PlacedCoding } from './study/placeCodings';
import { conflictProblems, type Read, type ReadText, readText, unreadable } from './study/readText';
import { groupBy } from './summary/groupBy';
import { rematch } from './terms/incremental';
import type { Hit, TermMatcher } from './terms/matcher';
import { compareStrings } from './text/compare';
import { normalizeLineEnds } from './text/decode';
import { detach } from './text/detach';
import type { TextEdit } from './text/edits';
import type { Range } from './text/range';
import { sha256Hex } from './text/sha256';
import { parseTranscript } from './transcript/parse';
import { type Spoken, spokenIn } from './transcript/spoken';
import { caseOf, respondentSpeech, type Transcript } from './transcript/transcript';
import { respondentWords } from './transcript/wordCount';

/** A coding of the study with the files it stands in. */
export type StudyCoding = PlacedCoding;

/** What logs are held against each other by. */
export interface LogMarks {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
  /** The codings that hold. */
  readonly current: readonly CodingMark[];
  /** The ids of those that were removed. */
  readonly removed: readonly string[];
}

/** What is kept of a log when its text is not. */
export interface LogFacts extends LogMarks {
  readonly current: readonly Coding[];
  readonly problems: readonly Problem[];
}

/** A log, read, with its problems. */
export interface StudyLog extends LogFacts {
  readonly text: string;
  readonly log: CodingLog;
}

/** A review with the log it stands in. */
export interface StudyReview {
  readonly review: Review;
  readonly log: string;
}

/** What is kept of a transcript when its text is not. */
export interface TranscriptFacts extends Pick<Transcript, 'frontMatter' | 'frontMatterRanges'> {
  /** The front matter with its fences, for the places of what is wrong with it. */
  readonly head: string;
  /** The id of its case; undefined where nothing names one. */
  readonly case: string | undefined;
}

/** What was found of a transcript and of its logs. */
export interface TranscriptDigest {
  readonly facts: Read<TranscriptFacts | undefined>;
  readonly logs: readonly LogMarks[];
  /** What is wrong with its logs and its codings, but for ids that other logs have. */
  readonly problems: readonly Problem[];
}

/** What another thread has read, so that a study need not; undefined where the study is to read itself. */
export interface Elsewhere {
  readonly settings?: Read<StudySettings> | undefined;
  readonly codebook?: ParsedCodebook | undefined;
  facts(transcriptPath: string): Promise<Read<TranscriptFacts | undefined>> | undefined;
  digest(transcriptPath: string): Promise<TranscriptDigest> | undefined;
}

interface MatchedText {
  readonly matcher: TermMatcher;
  readonly language: string | undefined;
  readonly text: string;
  readonly ranges: readonly Range[];
  readonly hits: Hit[];
}

/**
 * The one aggregate that everything reads: the files of a study, each read when it is first asked for and
 * kept until it is said to have changed. Nothing here throws for what a file holds; that becomes problems.
 */
export class Study {
  readonly #kept = new Kept((key) => this.#isOfOpenText(key));
  readonly #openTexts = new Map<string, string>();
  /** The files of the folders whose lists are kept. */
  readonly #listed = new Map<string, ReadonlySet<string>>();
  /** Of open transcripts: what is as it was before stays the very same. */
  readonly #lastMatch = new Map<string, MatchedText>();
  readonly #lastLogs = new Map<string, StudyLog>();
  readonly #lastFacts = new WeakMap<StudyLog, LogFacts>();
  readonly #anchors: Anchors;
  readonly #placer: CodingPlacer;

  constructor(
    private readonly files: FileStore,
    private readonly tools: StudyTools = {},
    private readonly elsewhere?: Elsewhere,
  ) {
    this.#anchors = new Anchors(tools.oldTexts);
    this.#placer = new CodingPlacer(this.#anchors);
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
  async paths(folder: StudyFolder): Promise<readonly string[]> {
    const [{ value }, copies] = await Promise.all([this.readFolder(folder), this.#copiesIn(folder)]);
    return copies.size === 0 ? value : value.filter((path) => !copies.has(path));
  }

  /** The files that a sync program made of others, with the paths of these. Nothing of them is read. */
  async copies(): Promise<ReadonlyMap<string, string>> {
    const perFolder = await Promise.all(studyFolders.map((folder) => this.#copiesIn(folder)));
    return new Map([...perFolder, findCopies(await this.#rootPaths())].flatMap((copies) => [...copies]));
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
    return [...new Set([...listed, ...(await this.#codersWithFolders())])];
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
    return this.#kept.keep('coded', async () => {
      const logged = (await this.logPaths()).map((path) => parseLogPath(path)!.transcript);
      return [...new Set([...(await this.transcriptPaths()), ...logged])].sort(compareStrings);
    });
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
  async reviewLogsOf(transcriptPath: string): Promise<readonly string[]> {
    return (await this.#reviewIndex()).get(transcriptPath) ?? [];
  }

  /** The rounds of double coding that each transcript is in, by its path; see `roundsByTranscript`. */
  rounds(): Promise<ReadonlyMap<string, readonly CodingRound[]>> {
    return this.#kept.keep('rounds', async () => {
      const settings = await this.settings();
      if (settings.doubleCoding.length === 0) return new Map();
      const transcripts = await mapBounded(await this.transcriptPaths(), async (path) => ({
        path,
        case: (await this.transcriptFacts(path))?.case,
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

  /** The hits of the codebook's terms in what respondents say, by place. */
  hits(path: string): Promise<readonly Hit[]> {
    return this.#kept.keepText(
      `hits:${path}`,
      async () => {
        const [transcript, matcher] = await Promise.all([this.transcript(path), this.#matcher()]);
        return transcript ? this.#match(transcript, matcher) : [];
      },
      (hits) => hits.length * 20,
    );
  }

  /** The hits of each code in a transcript, counted. Known from earlier where text and terms are unchanged. */
  hitCounts(path: string): Promise<HitCounts> {
    return this.#kept.keep(`counts:${path}`, async () => {
      const { knownHits } = this.tools;
      const isOpen = this.#openTexts.has(path);
      const state = knownHits && !isOpen ? await this.files.state?.(path) : undefined;
      if (!knownHits || state === undefined) return this.#countHits(path);
      const terms = await this.#termsMark();
      const known = knownHits.recall(path, state, terms);
      if (known) return known;
      const sha256 = await this.sha256(path);
      const counts = knownHits.recallText(path, sha256, terms) ?? (await this.#countHits(path));
      knownHits.learn(path, { state, sha256 }, terms, counts);
      return counts;
    });
  }

  /** The logs of a transcript, by path. */
  logsOf(transcriptPath: string): Promise<readonly LogFacts[]> {
    return this.#kept.keep(`logs:${transcriptPath}`, async () => {
      const paths = (await this.#logIndex()).get(transcriptPath) ?? [];
      return Promise.all(paths.map((path) => this.logFacts(path)));
    });
  }

  /** What a log is held against others by; read only where no other thread has. */
  async logMarks(path: string): Promise<LogMarks> {
    const digest = await this.digest(parseLogPath(path)!.transcript);
    return digest?.logs.find((log) => log.path === path) ?? this.logFacts(path);
  }

  /** What another thread has found of a transcript; undefined where none has. */
  async digest(transcriptPath: string): Promise<TranscriptDigest | undefined> {
    return this.elsewhere?.digest(transcriptPath);
  }

  /** What a log says, without its text. */
  logFacts(path: string): Promise<LogFacts> {
    return this.#kept.keep(`facts:${path}`, async () => {
      const log = await this.readLog(path);
      const known = this.#lastFacts.get(log);
      if (known) return known;
      const { coder, transcript, current, removed, problems } = log;
      const facts = { path, coder, transcript, current, removed, problems };
      this.#lastFacts.set(log, facts);
      return facts;
    });
  }

  /** The SHA-256 of a file's text (UTF-8, `\n` line ends, no byte order mark); empty where there is no text. */
  sha256(path: string): Promise<string> {
    return this.#kept.keep(`sha256:${path}`, async () => {
      const { value, sha256 } = await this.#text(path);
      return value === undefined ? '' : (sha256 ?? (this.tools.sha256 ?? sha256Hex)(value));
    });
  }

  readSettings(): Promise<Read<StudySettings>> {
    return this.#kept.keep(studyFiles.settings, async () => {
      if (this.elsewhere?.settings) return this.elsewhere.settings;
      const file = await this.#text(studyFiles.settings);
      if (file.value === undefined) return { value: emptySettings, problems: file.problems };
      const { settings, problems } = parseSettings(studyFiles.settings, file.value);
      return { value: settings, problems: [...file.problems, ...problems] };
    });
  }

  readScale(): Promise<Read<Scale | undefined>> {
    return this.#kept.keep(studyFiles.scale, async () => {
      const file = await this.#text(studyFiles.scale);
      if (file.value === undefined) return { value: undefined, problems: file.problems };
      const { scale, problems } = parseScale(studyFiles.scale, file.value);
      return { value: scale, problems: [...file.problems, ...problems] };
    });
  }

  readCodebook(): Promise<ParsedCodebook> {
    return this.#kept.keep(studyFiles.codebook, async () => {
      if (this.elsewhere?.codebook) return this.elsewhere.codebook;
      const [file, scale] = await Promise.all([this.#text(studyFiles.codebook), this.scale()]);
      if (file.value === undefined) return { codebook: emptyCodebook, problems: file.problems };
      const domains = scale?.domains.length ? scale.domains.map(({ id }) => id) : undefined;
      const { codebook, problems } = await parseCodebook(studyFiles.codebook, file.value, domains);
      return { codebook, problems: [...file.problems, ...problems] };
    });
  }

  readScores(path: string): Promise<Read<Score[]>> {
    return this.#kept.keep(path, async () => {
      const [file, scale, settings] = await Promise.all([this.#text(path), this.scale(), this.settings()]);
      if (file.value === undefined) return { value: [], problems: file.problems };
      if (!scale) return { value: [], problems: [...file.problems, fileProblem(path, 'scores-no-scale')] };
      const scorer = path.replace(/^scores\/|\.ya?ml$/g, '');
      const { scores, problems } = parseScores(path, file.value, scorer, scale, settings);
      return { value: scores, problems: [...file.problems, ...problems] };
    });
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

  readLog(path: string): Promise<StudyLog> {
    const read = async () => {
      const { value: text = '', problems } = await this.#text(path);
      const { log, problems: inLog } = await this.#parseLog(path, text);
      const { current, removed } = log;
      const { coder, transcript } = parseLogPath(path)!;
      const all = [...problems, ...inLog];
      const last = this.#lastLogs.get(path);
      if (last && isSameLog(last, text, log, all)) return last;
      const read: StudyLog = { path, coder, transcript, text, log, current, removed, problems: all };
      if (this.#openTexts.has(transcript)) this.#lastLogs.set(path, read);
      return read;
    };
    return this.#kept.keepText(path, read, ({ text }) => text.length * 2);
  }

  /** A file's decoded text, for a hash of what a summary was made from; undefined where there is none. */
  async sourceText(path: string): Promise<string | undefined> {
    return (await this.#text(path)).value;
  }

  /** The study's files in one of its folders, sorted: transcripts, coding logs, reviews or scores. */
  readFolder(folder: StudyFolder): Promise<Read<readonly string[]>> {
    return this.#kept.keep(`list:${folder}`, async () => {
      try {
        const paths = (await this.files.list(folder)).filter(isStudyFile[folder]).sort(compareStrings);
        this.#listed.set(`list:${folder}`, new Set(paths));
        return { value: paths, problems: [] };
      } catch (error) {
        return { value: [], problems: [unreadable(folder, error)] };
      }
    });
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
      this.#lastMatch.delete(path);
      this.#placer.close(path);
      for (const [log, { transcript }] of this.#lastLogs) if (transcript === path) this.#lastLogs.delete(log);
    } else {
      this.#openTexts.set(path, normalized);
      this.#placer.change(path);
    }
    this.#forget(path);
  }

  /** Drops the texts of files that are not open; what was found in them stays. */
  dropTexts(): void {
    this.#kept.forgetTexts();
  }

  /** Forgets what was read from files that have changed, come or gone. */
  invalidate(paths: readonly string[]): void {
    for (const path of paths) {
      const folder = path.split('/', 1)[0];
      this.#listed.delete(`list:${folder}`);
      this.#kept.forget([`list:${folder}`, `copies:${folder}`, 'coded']);
      if (folder === 'codings') this.#kept.forget(['logIndex', 'coderFolders']);
      if (folder === 'reviews') this.#kept.forget(['reviewIndex']);
      this.#reread(path);
    }
  }

  /** Forgets what was read from files that have other content now; those that were not there have come. */
  invalidateContent(paths: readonly string[]): void {
    for (const path of paths) {
      if (this.#listed.get(`list:${path.split('/', 1)[0]}`)?.has(path)) this.#reread(path);
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

  /** The paths of the logs of each transcript, sorted. */
  #logIndex(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#kept.keep('logIndex', async () =>
      groupBy(await this.logPaths(), (path) => parseLogPath(path)!.transcript),
    );
  }

  #codersWithFolders(): Promise<readonly string[]> {
    return this.#kept.keep('coderFolders', async () => {
      const folders = (await this.logPaths()).map((path) => parseLogPath(path)!.coder);
      return [...new Set(folders)].sort(compareStrings);
    });
  }

  /** The paths of the review logs of each transcript, sorted. */
  #reviewIndex(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#kept.keep('reviewIndex', async () => {
      const paths = (await this.paths('reviews')).filter((path) => parseReviewPath(path));
      return groupBy(paths, (path) => parseReviewPath(path)!.transcript);
    });
  }

  #copiesIn(folder: StudyFolder): Promise<ReadonlyMap<string, string>> {
    return this.#kept.keep(`copies:${folder}`, async () => {
      const { value } = await this.readFolder(folder);
      const isPlain = folder === 'transcripts' || folder === 'scores';
      return isPlain ? findCopies(value) : findLogCopies(value, await this.transcriptPaths());
    });
  }

  async #rootPaths(): Promise<readonly string[]> {
    const isYaml = (path: string) => /\.ya?ml$/.test(path);
    try {
      return ((await this.files.listRoot?.()) ?? []).filter(isYaml);
    } catch {
      // Each of the files is read by its name, which tells more.
      return [];
    }
  }

  /** Lines that compacting took out can come back below newer ones, when git merges what was not yet compacted. */
  async #parseLog(path: string, text: string): Promise<ReturnType<typeof parseLog>> {
    const parsed = parseLog(path, text, undefined, this.#lastLogs.get(path));
    if (!parsed.problems.some(({ code }) => code === 'log-older-line')) return parsed;
    const replaced = await this.sourceText(historyPath(path));
    return replaced === undefined ? parsed : parseLog(path, text, new Set(linesOf(replaced)));
  }

  #match(transcript: Transcript, matcher: TermMatcher): Hit[] {
    const { path, text } = transcript;
    const { language } = transcript.frontMatter;
    const ranges = respondentSpeech(transcript);
    const last = this.#lastMatch.get(path);
    const hits =
      last?.matcher === matcher && last.language === language
        ? rematch(matcher, last, { text, ranges }, language)
        : matcher.match(text, ranges, language);
    if (this.#openTexts.has(path)) this.#lastMatch.set(path, { matcher, language, text, ranges, hits });
    return hits;
  }

  async #countHits(path: string): Promise<HitCounts> {
    const counts = countHits(await this.hits(path));
    if (!this.#openTexts.has(path)) this.#kept.forget([`hits:${path}`]);
    return counts;
  }

  #termsMark(): Promise<string> {
    return this.#kept.keep('termsMark', async () =>
      termsMark(await this.codebook(), this.tools.sha256 ?? sha256Hex),
    );
  }

  #matcher(): Promise<TermMatcher> {
    return this.#kept.keep('matcher', async () => codebookMatcher(await this.codebook()));
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

/** True where a log that is read again says nothing else than before. */
function isSameLog(before: StudyLog, text: string, log: CodingLog, problems: readonly Problem[]): boolean {
  return (
    before.text === text &&
    before.problems.length + problems.length === 0 &&
    sameItems(before.current, log.current) &&
    sameItems(before.removed, log.removed)
  );
}
