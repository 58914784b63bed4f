import { fullSpeed, type Pace } from '../cache/bounded';
import type { FileStore, StudyTools } from '../ports';
import { fileProblem, type Problem } from '../problem';
import { Study } from '../study';
import { studyFiles } from '../study/files';
import { studyProblems } from '../studyProblems';
import { parseTranscript } from '../transcript/parse';
import { carriedPaths } from './carriedFiles';
import { findNames } from './findNames';
import { MapFiles } from './mapFiles';
import { type ListedName, namePatterns, pseudonymPatterns } from './names';
import { leftNameProblem } from './namesLeft';
import { type ReplacedStudy, replaceInStudy } from './replaceInStudy';
import { spellingsOf } from './restoreNames';

type Paths = ReplacedStudy['paths'];

/** A copy of a study without the names, and what is kept outside of it to put them back. */
export interface Pseudonymized {
  readonly copy: ReplacedStudy;
  /** The text of the file that is kept beside the names; empty where the names tell it all. */
  readonly spellings: string;
  /** What stands in the way; a copy with problems is not to be used. */
  readonly problems: readonly Problem[];
}

/**
 * A copy of a study in which names are replaced by pseudonyms. The copy reads as the study does, has no name left,
 * and gives back the study byte for byte.
 * @param known the text of the file that is kept beside the names, of copies that were made before
 */
export async function pseudonymize(
  files: FileStore,
  names: readonly ListedName[],
  known: string,
  tools: StudyTools = {},
  pace: Pace = fullSpeed,
): Promise<Pseudonymized> {
  const clashes = await pseudonymsInUse(files, names);
  const there = { patterns: namePatterns(names), inverse: pseudonymPatterns(names), withHistory: false };
  const copy = await replaceInStudy(files, there, tools, pace);
  const problems = [...clashes, ...copy.problems];
  if (problems.length > 0) return { copy, spellings: known, problems };
  const copied = new MapFiles(copy.files);
  const left = await findNames(copied, there.patterns, [...copy.files.keys()]);
  problems.push(
    ...left.map(leftNameProblem),
    ...(await differences(files, copied, copy)),
    ...(await otherDraws(files, copied, copy.paths)),
  );
  const spellings =
    problems.length > 0 ? known : await spellingsOf(copy, copied, names, known, tools.sha256, pace);
  return { copy, spellings, problems };
}

/** The pseudonyms that the study has already, where they would be taken for names that were replaced. */
async function pseudonymsInUse(files: FileStore, names: readonly ListedName[]): Promise<Problem[]> {
  const found = await findNames(files, pseudonymPatterns(names), await carriedPaths(files));
  const told = new Set<string>();
  return found.flatMap(({ file, start, end, found: words, listed }) => {
    if (told.has(listed)) return [];
    told.add(listed);
    return [{ file, start, end, code: 'pseudonym-in-use' as const, args: [words, listed] }];
  });
}

/** The files that the study would read in another way than before. */
async function differences(
  files: FileStore,
  copied: FileStore,
  { paths, before }: ReplacedStudy,
): Promise<Problem[]> {
  const count = async (study: Study) => {
    const counts = new Map<string, number>();
    for (const { file, code } of await studyProblems(study)) {
      if (!code.startsWith('coding-') && code !== 'log-older-line')
        counts.set(file, (counts.get(file) ?? 0) + 1);
    }
    return counts;
  };
  const copy = new Study(copied);
  const [old, now] = [await count(new Study(files)), await count(copy)];
  const problems: Problem[] = [];
  for (const [path, to] of paths) {
    const text = path.startsWith('transcripts/') ? before.get(path)! : undefined;
    const after = text === undefined ? undefined : await copy.transcript(to);
    const turnsDiffer =
      text !== undefined && turnsOf(parseTranscript(path, text).transcript) !== (after && turnsOf(after));
    if (turnsDiffer || (old.get(path) ?? 0) !== (now.get(to) ?? 0))
      problems.push(fileProblem(path, 'pseudonym-breaks-file'));
  }
  return problems;
}

/** The rounds of double coding that would draw other transcripts, since these are drawn by their paths. */
async function otherDraws(files: FileStore, copied: FileStore, paths: Paths): Promise<Problem[]> {
  const [old, now] = [await roundsOf(new Study(files)), await roundsOf(new Study(copied))];
  return old.flatMap(({ round, transcripts }, index) => {
    const there = now[index]?.transcripts ?? new Set();
    const isSame = [...paths].every(([path, to]) => transcripts.has(path) === there.has(to));
    return isSame ? [] : [fileProblem(studyFiles.settings, 'pseudonym-other-draw', round)];
  });
}

/** The rounds of a study, in their order, with the paths of their transcripts. */
async function roundsOf(study: Study): Promise<{ round: string; transcripts: ReadonlySet<string> }[]> {
  const rounds = [...(await study.rounds())];
  return (await study.settings()).doubleCoding.map((one) => {
    const own = rounds.flatMap(([path, among]) => (among.includes(one) ? [path] : []));
    return { round: one.round, transcripts: new Set(own) };
  });
}

/** Who speaks when: two transcripts with the same have the same turns. */
function turnsOf({ turns }: ReturnType<typeof parseTranscript>['transcript']): string {
  return turns
    .map(({ speaker, interviewer }) => (speaker === undefined ? '-' : interviewer ? 'I' : 'R'))
    .join('');
}
