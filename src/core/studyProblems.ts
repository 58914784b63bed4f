import { isPlaced } from './coding/coding';
import { consensusCoder, parseLogPath } from './coding/paths';
import { compareProblems, fileProblem, type Problem, ProblemList } from './problem';
import type { StudySettings } from './settings/settings';
import { type Study, type StudyLog, studyFiles } from './study';
import { caseOf, type Transcript } from './transcript/transcript';

const longestQuoteShown = 60;

/** Every problem of every file of a study, and what does not fit between them, in order of place. */
export async function studyProblems(study: Study): Promise<Problem[]> {
  const perPart = await Promise.all([
    problemsOfFolders(study),
    problemsOfRootFiles(study),
    problemsOfTranscripts(study),
    problemsOfLogs(study),
  ]);
  return perPart.flat().sort(compareProblems);
}

async function problemsOfFolders(study: Study): Promise<Problem[]> {
  const folders = await Promise.all(
    (['transcripts', 'codings', 'scores'] as const).map((folder) => study.readFolder(folder)),
  );
  return folders.flatMap(({ problems }) => problems);
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
  const logs = await Promise.all((await study.logPaths()).map((path) => study.readLog(path)));
  return new Set(logs.flatMap(({ log }) => log.current.map(({ id }) => id)));
}

async function problemsOfTranscripts(study: Study): Promise<Problem[]> {
  const paths = await study.transcriptPaths();
  if (paths.length === 0) {
    const { problems } = await study.readFolder('transcripts');
    return problems.length > 0 ? [] : [fileProblem('transcripts', 'transcript-none')];
  }
  const settings = await study.settings();
  const perFile = await Promise.all(
    paths.map(async (path) => {
      const { value, problems } = await study.readTranscript(path);
      return value ? [...problems, ...problemsOfPlace(value, settings)] : problems;
    }),
  );
  return perFile.flat();
}

/** Whether study.yaml knows the case and the organization that a transcript names. */
function problemsOfPlace(transcript: Transcript, settings: StudySettings): readonly Problem[] {
  const caseId = caseOf(transcript);
  if (settings.cases.length === 0 || caseId === undefined) return [];
  const list = new ProblemList(transcript.path, transcript.text);
  const placeOf = (key: string) => transcript.frontMatterRanges.get(key) ?? { start: 0, end: 0 };
  const found = settings.cases.find(({ id }) => id === caseId);
  const { organization } = transcript.frontMatter;
  if (!found) list.add('transcript-unknown-case', placeOf('case'), caseId);
  else if (organization !== undefined && !found.organizations.some(({ id }) => id === organization)) {
    list.add('transcript-unknown-organization', placeOf('organization'), organization, caseId);
  }
  return list.problems;
}

async function problemsOfLogs(study: Study): Promise<Problem[]> {
  const paths = await study.logPaths();
  const logs = await Promise.all(paths.map((path) => study.readLog(path)));
  const codebook = await study.codebook();
  const transcripts = new Set(await study.transcriptPaths());
  const ownerOfId = new Map<string, string>();
  const { coders } = await study.settings();
  const problems = codersThatDifferInCase(coders, paths);
  for (const log of logs) {
    problems.push(...log.problems);
    if (!transcripts.has(log.transcript) && log.log.current.length > 0) {
      const count = String(log.log.current.length);
      problems.push(fileProblem(log.path, 'log-no-transcript', log.transcript, count));
    } else if (await study.transcript(log.transcript))
      problems.push(...(await problemsOfAnchors(study, log)));
    const list = new ProblemList(log.path, log.text);
    for (const coding of log.log.current) {
      const line = log.log.lines.get(coding.id)!;
      const owner = ownerOfId.get(coding.id);
      if (!codebook.byId.has(coding.code)) list.add('coding-unknown-code', line, coding.code);
      if (coding.by !== log.coder && log.coder !== consensusCoder)
        list.add('log-other-coder', line, coding.by, log.coder);
      if (owner !== undefined) list.add('coding-duplicate-id', line, coding.id, owner);
      else ownerOfId.set(coding.id, log.path);
    }
    problems.push(...list.problems);
  }
  return problems;
}

async function problemsOfAnchors(
  study: Study,
  { path, log, text, transcript }: StudyLog,
): Promise<readonly Problem[]> {
  const list = new ProblemList(path, text);
  for (const anchored of await study.codings(transcript)) {
    if (anchored.log !== path || isPlaced(anchored)) continue;
    const { id, code, quote } = anchored.coding;
    const shown = quote.length > longestQuoteShown ? `${quote.slice(0, longestQuoteShown)}…` : quote;
    list.add(
      anchored.anchor === 'ambiguous' ? 'coding-ambiguous' : 'coding-orphan',
      log.lines.get(id)!,
      code,
      shown,
    );
  }
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
