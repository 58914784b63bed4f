import { mapBounded } from './cache/bounded';
import { problemsOfDefinitions } from './codebook/definitionProblems';
import { type Coding, isPlaced } from './coding/coding';
import { consensusCoder, parseLogPath } from './coding/paths';
import { findRelinks } from './coding/relink';
import { needsRepair } from './coding/repair';
import { compareProblems, fileProblem, type Problem, ProblemList } from './problem';
import type { ProblemCode } from './problemCatalog';
import { problemsOfReviews } from './review/reviewProblems';
import type { StudySettings } from './settings/settings';
import {
  type LogFacts,
  type Study,
  type StudyCoding,
  studyFiles,
  studyFolders,
  type TranscriptFacts,
} from './study';
import { groupBy } from './summary/groupBy';

const longestQuoteShown = 60;

/** Every problem of every file of a study, and what does not fit between them, in order of place. */
export async function studyProblems(study: Study): Promise<Problem[]> {
  const perPart = await Promise.all([
    problemsOfFolders(study),
    problemsOfCopies(study),
    problemsOfRootFiles(study),
    problemsOfTranscripts(study),
    problemsOfLogs(study),
    problemsOfReviews(study),
    problemsOfDefinitions(study),
  ]);
  return perPart.flat().sort(compareProblems);
}

async function problemsOfFolders(study: Study): Promise<Problem[]> {
  const folders = await Promise.all(studyFolders.map((folder) => study.readFolder(folder)));
  return folders.flatMap(({ problems }) => problems);
}

async function problemsOfCopies(study: Study): Promise<Problem[]> {
  return [...(await study.copies())].map(([copy, original]) =>
    fileProblem(copy, parseLogPath(copy) ? 'copy-of-log' : 'copy-of-file', original),
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
  for (const path of await study.scorePaths()) problems.push(...(await problemsOfScores(study, path)));
  return problems;
}

async function problemsOfScores(study: Study, path: string): Promise<Problem[]> {
  const { value, problems } = await study.readScores(path);
  const list = new ProblemList(path, (await study.sourceText(path)) ?? '');
  const evidence = value.flatMap((score) => score.evidence);
  if (evidence.length > 0) {
    const known = await codingIds(study);
    for (const { id, range } of evidence) if (!known.has(id)) list.add('score-unknown-evidence', range, id);
  }
  return [...problems, ...list.problems];
}

async function codingIds(study: Study): Promise<Set<string>> {
  const logs = await mapBounded(await study.logPaths(), (path) => study.logFacts(path));
  return new Set(logs.flatMap(({ current }) => current.map(({ id }) => id)));
}

async function problemsOfTranscripts(study: Study): Promise<Problem[]> {
  const paths = await study.transcriptPaths();
  if (paths.length === 0) {
    const { problems } = await study.readFolder('transcripts');
    return problems.length > 0 ? [] : [fileProblem('transcripts', 'transcript-none')];
  }
  const settings = await study.settings();
  const perFile = await mapBounded(paths, async (path) => {
    const { value, problems } = await study.readTranscriptFacts(path);
    return value ? [...problems, ...problemsOfPlace(path, value, settings)] : problems;
  });
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

async function problemsOfLogs(study: Study): Promise<Problem[]> {
  const paths = await study.logPaths();
  const codebook = await study.codebook();
  const transcripts = new Set(await study.transcriptPaths());
  const logs = await mapBounded(paths, (path) => study.logFacts(path));
  const relinks = new Map((await findRelinks(study)).map(({ from, to }) => [from, to]));
  const toRepair = await codingsToRepair(study, logs);
  const unplaced = groupBy(
    toRepair.filter((one) => !isPlaced(one)),
    ({ log }) => log,
  );
  const ownerOfId = new Map<string, string>();
  const { coders } = await study.settings();
  const problems = codersThatDifferInCase(coders, paths);
  problems.push(...(await problemsOfChangedWords(study, toRepair.filter(isPlaced))));
  for (const { path, coder, transcript, current, problems: inLog } of logs) {
    const found: CodingProblem[] = (unplaced.get(path) ?? []).map((one) => [
      one.coding,
      ...problemOfAnchor(one),
    ]);
    problems.push(...inLog);
    if (!transcripts.has(transcript) && current.length > 0) {
      problems.push(problemOfLostLog(path, transcript, current.length, relinks.get(transcript)));
    }
    for (const coding of current) {
      const { id, code, by } = coding;
      const owner = ownerOfId.get(id);
      if (!codebook.byId.has(code)) found.push([coding, 'coding-unknown-code', code]);
      if (by !== coder && coder !== consensusCoder) found.push([coding, 'log-other-coder', by, coder]);
      if (owner !== undefined) found.push([coding, 'coding-duplicate-id', id, owner]);
      else ownerOfId.set(id, path);
    }
    if (found.length > 0) problems.push(...(await inTheirLines(study, path, found)));
  }
  return problems;
}

type CodingProblem = readonly [coding: Coding, code: ProblemCode, ...args: string[]];

/** The codings that a person should look at; none of transcripts that are not there. */
async function codingsToRepair(study: Study, logs: readonly LogFacts[]): Promise<StudyCoding[]> {
  const coded = [...new Set(logs.map(({ transcript }) => transcript))];
  const toRepair = await mapBounded(coded, async (transcript) => {
    if (!(await study.transcriptFacts(transcript))) return [];
    return (await study.codings(transcript)).filter(needsRepair);
  });
  return toRepair.flat();
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
async function problemsOfChangedWords(study: Study, edited: readonly StudyCoding[]): Promise<Problem[]> {
  const perTranscript = await mapBounded(
    [...groupBy(edited, ({ transcript }) => transcript)],
    async (found) => {
      const [path, codings] = found;
      const list = new ProblemList(path, (await study.transcript(path))?.text ?? '');
      for (const { start, end, coding } of codings) {
        list.add('coding-edited', { start, end }, coding.code, coding.by, shortened(coding.quote));
      }
      return list.problems;
    },
  );
  return perTranscript.flat();
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
  for (const [{ id }, code, ...args] of found) list.add(code, log.lines.get(id)!, ...args);
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
