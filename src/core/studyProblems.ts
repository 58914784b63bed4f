import { fullSpeed, mapBounded, type Pace } from './cache/bounded';
import { Remembered } from './cache/same';
import type { Codebook } from './codebook/codebook';
import { EarlierDefinitions } from './codebook/definitionProblems';
import { isPlaced } from './coding/coding';
import { IdOwners } from './coding/idOwners';
import { consensusCoder, parseLogPath } from './coding/paths';
import { findRelinks } from './coding/relink';
import { needsRepair } from './coding/repair';
import { logWriter } from './copies';
import { problemsOfScores } from './maturity/scoreProblems';
import { compareProblems, fileProblem, type Problem, ProblemList } from './problem';
import type { ProblemCode } from './problemCatalog';
import { problemsOfReviews } from './review/reviewProblems';
import type { StudySettings } from './settings/settings';
import type { LogFacts, LogMarks, Study, StudyCoding, TranscriptFacts } from './study';
import { studyFiles, studyFolders } from './study/files';

const longestQuoteShown = 60;

/** Every problem of every file of a study, and what does not fit between them, in order of place. */
export function studyProblems(study: Study): Promise<readonly Problem[]> {
  return new ProblemFinder(study).find(fullSpeed);
}

/**
 * Finds the problems of a study again and again: what was found of a file is looked for anew only where that
 * file, or another that it is held against, has been read anew.
 */
export class ProblemFinder {
  readonly #owners = new IdOwners();
  readonly #ofLogs = new Remembered<readonly Problem[]>();
  readonly #ofSharedIds = new Remembered<readonly Problem[]>();
  readonly #ofWords = new Remembered<readonly Problem[]>();
  readonly #relinks = new Remembered<ReadonlyMap<string, string>>();

  readonly #definitions: EarlierDefinitions;

  constructor(private readonly study: Study) {
    this.#definitions = new EarlierDefinitions(study);
  }

  /** As `studyProblems`; one search after the other. */
  async find(pace: Pace): Promise<readonly Problem[]> {
    const { study } = this;
    await mapBounded(await study.codedTranscriptPaths(), (path) => readAtOnce(study, path), pace);
    const problems = [...(await problemsOfFolders(study)), ...(await problemsOfTranscripts(study, pace))];
    const logs = await mapBounded(await study.logPaths(), (path) => study.logMarks(path), pace);
    problems.push(...(await problemsOfCopies(study)));
    await this.#owners.update(logs, pace);
    problems.push(...(await problemsOfRootFiles(study)));
    problems.push(...(await problemsOfScores(study, this.#owners, logs)));
    problems.push(...(await this.#problemsOfLogs(logs, pace)));
    problems.push(...(await problemsOfReviews(study)), ...(await this.#definitions.find(logs)));
    return problems.sort(compareProblems);
  }

  /** The problems of a transcript's logs and of its codings, but for ids that other logs have. */
  async findOf(transcript: string, lost?: LostTranscript): Promise<readonly Problem[]> {
    const { study } = this;
    const [codebook, logs] = await Promise.all([study.codebook(), study.logsOf(transcript)]);
    const codings = (await study.transcriptFacts(transcript)) ? await study.codings(transcript) : none;
    const found = logs.map((log) =>
      this.#ofLogs.get(log.path, [log, codings, codebook, lost !== undefined, lost?.relink], () =>
        problemsOfLog(study, { log, codings, codebook, lost }),
      ),
    );
    const words = this.#ofWords.get(transcript, [codings], () =>
      problemsOfChangedWords(study, transcript, codings),
    );
    return (await Promise.all([...found, words])).flat();
  }

  async #problemsOfLogs(logs: readonly LogMarks[], pace: Pace): Promise<Problem[]> {
    const { study } = this;
    const { coders } = await study.settings();
    const transcripts = new Set(await study.transcriptPaths());
    const relinks = await this.#relinksOf(logs, transcripts);
    const paths = logs.map(({ path }) => path);
    this.#ofLogs.keepOnly(new Set(paths));
    const perTranscript = await mapBounded(
      [...new Set(logs.map(({ transcript }) => transcript))],
      async (transcript) => {
        const digest = await study.digest(transcript);
        if (digest) return digest.problems;
        const isThere = transcripts.has(transcript);
        return this.findOf(transcript, isThere ? undefined : { relink: relinks.get(transcript) });
      },
      pace,
    );
    return [
      ...codersThatDifferInCase(coders, paths),
      ...perTranscript.flat(),
      ...(await this.#problemsOfSharedIds(logs)),
    ];
  }

  async #problemsOfSharedIds(logs: readonly LogMarks[]): Promise<Problem[]> {
    const shared = this.#owners.shared();
    this.#ofSharedIds.keepOnly(new Set(shared.keys()));
    const found = await mapBounded(
      logs.filter(({ path }) => shared.has(path)),
      (log) => {
        const ids = shared.get(log.path)!;
        const from = [log, ...ids.flatMap(({ id, owner }) => [id, owner])];
        return this.#ofSharedIds.get(log.path, from, () =>
          inTheirLines(
            this.study,
            log.path,
            ids.map(({ id, owner }) => [id, 'coding-duplicate-id', id, owner]),
          ),
        );
      },
    );
    return found.flat();
  }

  /** Where the logs of missing transcripts belong. Every transcript is read for it, so only where any is missing. */
  async #relinksOf(
    logs: readonly LogMarks[],
    transcripts: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    const missing = logs.filter((log) => !transcripts.has(log.transcript) && log.current.length > 0);
    if (missing.length === 0) return new Map();
    const facts = await mapBounded([...transcripts], (path) => this.study.transcriptFacts(path));
    return this.#relinks.get('', [...missing, ...facts], async () => {
      return new Map((await findRelinks(this.study)).map(({ from, to }) => [from, to]));
    });
  }
}

const none: readonly StudyCoding[] = [];

/** Of a transcript that is missing: the one that it may be now. */
interface LostTranscript {
  readonly relink: string | undefined;
}

/** Reads all that is asked of a transcript below, while its text is at hand: of many, few texts are kept. */
async function readAtOnce(study: Study, path: string): Promise<void> {
  if (await study.digest(path)) return;
  await Promise.all([study.readTranscriptFacts(path), study.codings(path)]);
}

async function problemsOfFolders(study: Study): Promise<Problem[]> {
  const folders = await Promise.all(studyFolders.map((folder) => study.readFolder(folder)));
  return folders.flatMap(({ problems }) => problems);
}

async function problemsOfCopies(study: Study): Promise<Problem[]> {
  return [...(await study.copies())].map(([copy, original]) =>
    fileProblem(copy, logWriter(original) !== undefined ? 'copy-of-log' : 'copy-of-file', original),
  );
}

async function problemsOfRootFiles(study: Study): Promise<Problem[]> {
  const [codebook, settings, scale] = await Promise.all([
    study.readCodebook(),
    study.readSettings(),
    study.readScale(),
  ]);
  const problems = [...codebook.problems, ...settings.problems, ...scale.problems];
  const missing = async (path: string, known: readonly Problem[]) =>
    known.length === 0 && (await study.sourceText(path)) === undefined;
  if (await missing(studyFiles.codebook, codebook.problems)) {
    problems.push(fileProblem(studyFiles.codebook, 'codebook-missing'));
  }
  if (await missing(studyFiles.settings, settings.problems)) {
    problems.push(fileProblem(studyFiles.settings, 'study-missing'));
  }
  return problems;
}

async function problemsOfTranscripts(study: Study, pace: Pace): Promise<Problem[]> {
  const paths = await study.transcriptPaths();
  if (paths.length === 0) {
    const { problems } = await study.readFolder('transcripts');
    return problems.length > 0 ? [] : [fileProblem('transcripts', 'transcript-none')];
  }
  const settings = await study.settings();
  const perFile = await mapBounded(
    paths,
    async (path) => {
      const { value, problems } = await study.readTranscriptFacts(path);
      return value ? [...problems, ...problemsOfPlace(path, value, settings)] : problems;
    },
    pace,
  );
  return perFile.flat();
}

/** Whether study.yaml knows the case and the organization that a transcript names. */
function problemsOfPlace(path: string, facts: TranscriptFacts, settings: StudySettings): readonly Problem[] {
  const caseId = facts.case;
  if (settings.cases.length === 0 || caseId === undefined) return [];
  const list = new ProblemList(path, facts.head);
  const placeOf = (key: string) => facts.frontMatterRanges.get(key) ?? { start: 0, end: 0 };
  const found = settings.cases.find(({ id }) => id === caseId);
  const { organization } = facts.frontMatter;
  if (!found) list.add('transcript-unknown-case', placeOf('case'), caseId);
  else if (organization !== undefined && !found.organizations.some(({ id }) => id === organization)) {
    list.add('transcript-unknown-organization', placeOf('organization'), organization, caseId);
  }
  return list.problems;
}

/** A log with what it is held against. */
interface CheckedLog {
  readonly log: LogFacts;
  /** All codings of its transcript. */
  readonly codings: readonly StudyCoding[];
  readonly codebook: Codebook;
  /** Where the transcript is missing. */
  readonly lost: LostTranscript | undefined;
}

type CodingProblem = readonly [id: string, code: ProblemCode, ...args: string[]];

async function problemsOfLog(study: Study, checked: CheckedLog): Promise<readonly Problem[]> {
  const { log, codings, codebook, lost } = checked;
  const { path, coder, transcript, current } = log;
  const unplaced = codings.filter((one) => one.log === path && needsRepair(one) && !isPlaced(one));
  const found: CodingProblem[] = unplaced.map((one) => [one.coding.id, ...problemOfAnchor(one)]);
  for (const { id, code, by } of current) {
    if (!codebook.byId.has(code)) found.push([id, 'coding-unknown-code', code]);
    if (by !== coder && coder !== consensusCoder) found.push([id, 'log-other-coder', by, coder]);
  }
  const isLost = lost && current.length > 0;
  return [
    ...log.problems,
    ...(isLost ? [problemOfLostLog(path, transcript, current.length, lost.relink)] : []),
    ...(found.length > 0 ? await inTheirLines(study, path, found) : []),
  ];
}

function problemOfLostLog(path: string, transcript: string, codings: number, found?: string): Problem {
  const count = String(codings);
  return found === undefined
    ? fileProblem(path, 'log-no-transcript', transcript, count)
    : fileProblem(path, 'log-other-transcript', transcript, count, found);
}

function problemOfAnchor({ anchor, coding: { code, quote } }: StudyCoding): [ProblemCode, ...string[]] {
  return [anchor === 'ambiguous' ? 'coding-ambiguous' : 'coding-orphan', code, shortened(quote)];
}

/** Codings whose words have changed are told of where these stand. */
async function problemsOfChangedWords(
  study: Study,
  path: string,
  codings: readonly StudyCoding[],
): Promise<readonly Problem[]> {
  const edited = codings.filter((one) => needsRepair(one) && isPlaced(one));
  if (edited.length === 0) return [];
  const list = new ProblemList(path, (await study.transcript(path))?.text ?? '');
  for (const { start, end, coding } of edited) {
    list.add('coding-edited', { start, end }, coding.code, coding.by, shortened(coding.quote));
  }
  return list.problems;
}

function shortened(quote: string): string {
  return quote.length > longestQuoteShown ? `${quote.slice(0, longestQuoteShown)}…` : quote;
}

/** Problems of codings at the lines of their log, which is read again only for this. */
async function inTheirLines(
  study: Study,
  path: string,
  found: readonly CodingProblem[],
): Promise<readonly Problem[]> {
  const { text, log } = await study.readLog(path);
  const list = new ProblemList(path, text);
  for (const [id, code, ...args] of found) list.add(code, log.lines.get(id)!, ...args);
  return list.problems;
}

/** Folders that many computers take for one, and for that of a coder whom study.yaml writes another way. */
function codersThatDifferInCase(listed: readonly string[], logPaths: readonly string[]): Problem[] {
  const folderKey = (coder: string) => coder.normalize('NFC').toLowerCase();
  const coders = new Map(listed.map((coder) => [folderKey(coder), coder]));
  const reported = new Set<string>();
  return logPaths.flatMap((path) => {
    const { coder } = parseLogPath(path)!;
    const first = coders.get(folderKey(coder)) ?? coder;
    coders.set(folderKey(coder), first);
    if (first === coder || reported.has(coder)) return [];
    reported.add(coder);
    return [fileProblem(path, 'log-same-coder', first, coder)];
  });
}
