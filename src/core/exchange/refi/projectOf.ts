import { fullSpeed, mapBounded, type Pace } from '../../cache/bounded';
import type { Codebook } from '../../codebook/codebook';
import type { Problem } from '../../problem';
import type { Study, StudyCoding, StudyReview, TranscriptFacts } from '../../study';
import { studyFiles } from '../../study/files';
import { type CaseSource, noCase } from '../../summary/cases';
import { notesPath } from '../../summary/notes/paths';
import { compareStrings } from '../../text/compare';
import { isDateTime } from '../dateTime';
import { guidOf } from '../guid';
import { safeName } from '../names';
import { carriedName } from './carriedFiles';
import { interviewValues, refiCases } from './casesOf';
import { refiCodes } from './codes';
import { ProjectDraft } from './draft';
import { idsNote } from './ids';
import { countings, type Dialect, type RefiProject, type RefiSource } from './model';
import { noteOf } from './note';
import { Positions } from './positions';
import { addScoreNotes } from './scoreNotes';
import { selectionsOf } from './selections';

/** What a project is made of: a study, or as much of it as whoever exports may see. */
export type ProjectSource = CaseSource &
  Pick<Study, 'codebook' | 'transcript' | 'scores' | 'coders' | 'sourceText'>;

/** A project, the texts that go with it, and what of the study is not in it. */
export interface MadeProject {
  readonly project: RefiProject;
  /** With `\n` line ends, by the name that their source or note has for them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly left: readonly Problem[];
}

interface Interview {
  readonly path: string;
  readonly facts: TranscriptFacts | undefined;
  readonly codings: readonly StudyCoding[];
  readonly reviews: readonly StudyReview[];
}

/** What programs read of the study: the program that made a project tells them how positions are counted. */
const origins: Readonly<Record<Dialect, string>> = {
  standard: 'Interview Coding',
  nvivo: 'Interview Coding (as NVivo counts)',
  maxqda: 'Interview Coding (as MAXQDA counts)',
  atlas: 'Interview Coding (as ATLAS.ti counts)',
};

/** Makes a project of a study; the same study gives the same project. */
export async function projectOf(
  source: ProjectSource,
  dialect: Dialect,
  pace: Pace = fullSpeed,
): Promise<MadeProject> {
  const [settings, codebook, scores] = await Promise.all([
    source.settings(),
    source.codebook(),
    source.scores(),
  ]);
  const interviews = await readInterviews(source, pace);
  const draft = new ProjectDraft(latestDate(interviews));
  const texts = new Map<string, string>();
  const sources: RefiSource[] = [];
  const known = interviews.map(({ path, facts }) => caseInterview(path, facts, draft));
  for (const [index, interview] of interviews.entries()) {
    const text = (await source.transcript(interview.path))?.text;
    if (text === undefined) leaveLost(interview, draft);
    else {
      const made = sourceOf(interview, known[index]!, text, codebook, dialect, draft);
      texts.set(fileOf(made.guid), text);
      sources.push(made);
    }
  }
  for (const coder of await source.coders()) draft.user(coder);
  addScoreNotes(scores, draft);
  const ids = new Set([...settings.cases.map(({ id }) => id), ...known.map((one) => one.case ?? noCase)]);
  await addFiles(source, [...ids], texts, draft);
  addIds(draft);
  const has = new Set(sources.map(({ guid }) => guid));
  const cases = refiCases(
    known.filter(({ guid }) => has.has(guid)),
    settings,
    scores,
    draft,
  );
  leaveAlways(interviews, draft);
  return {
    project: {
      name: settings.title.trim() || 'Interview Coding',
      origin: origins[dialect],
      description: '',
      users: draft.users,
      codes: refiCodes(codebook, settings.language, draft.usedCodes),
      variables: draft.variables.all(),
      cases,
      sources,
      notes: draft.notes,
      links: draft.links,
    },
    texts,
    left: draft.left,
  };
}

/** The name of the file of a source, as the source has it. */
function fileOf(guid: string): string {
  return `${guid}.txt`;
}

async function readInterviews(source: ProjectSource, pace: Pace): Promise<Interview[]> {
  return mapBounded(
    await source.codedTranscriptPaths(),
    async (path) => {
      const [facts, codings, reviews] = await Promise.all([
        source.transcriptFacts(path),
        source.codings(path),
        source.reviews(path),
      ]);
      return { path, facts, codings, reviews };
    },
    pace,
  );
}

function caseInterview(path: string, facts: TranscriptFacts | undefined, draft: ProjectDraft) {
  const below = path.replace(/^transcripts\//, '');
  const name = safeName(below.replace(/\.[^./]+$/, '').replaceAll('/', ' - ')).replaceAll('.', '-');
  return {
    guid: guidOf('source', path),
    name: draft.sourceNames.take(name),
    path: below,
    case: facts?.case,
    frontMatter: facts?.frontMatter ?? nothing,
  };
}

const nothing: TranscriptFacts['frontMatter'] = {
  case: undefined,
  organization: undefined,
  participant: undefined,
  role: undefined,
  interviewers: undefined,
  date: undefined,
  language: undefined,
};

function sourceOf(
  { codings, reviews }: Interview,
  known: ReturnType<typeof caseInterview>,
  text: string,
  codebook: Codebook,
  dialect: Dialect,
  draft: ProjectDraft,
): RefiSource {
  const positions = new Positions(text, countings[dialect], () => countings[dialect].crlf);
  const position = (offset: number) => positions.at(offset);
  return {
    guid: known.guid,
    name: known.name,
    description: '',
    content: { path: fileOf(known.guid) },
    user: undefined,
    at: draft.date,
    selections: selectionsOf({ codings, reviews, codebook, position }, draft),
    notes: [],
    values: interviewValues(known, draft),
  };
}

/** What people wrote that REFI-QDA has no place for goes along as it is, as notes of the project. */
async function addFiles(
  source: ProjectSource,
  caseIds: readonly string[],
  texts: Map<string, string>,
  draft: ProjectDraft,
): Promise<void> {
  const notes = caseIds.map(notesPath).sort(compareStrings);
  for (const file of [studyFiles.settings, studyFiles.scale, ...notes]) {
    const text = await source.sourceText(file);
    if (text === undefined) continue;
    const guid = guidOf('file', file);
    texts.set(fileOf(guid), text);
    const note = noteOf(guid, carriedName(file), '', undefined, draft.date);
    draft.notes.push({ ...note, content: { path: fileOf(guid) } });
  }
}

/** Ids that cannot be read from their GUIDs go along in a note. */
function addIds(draft: ProjectDraft): void {
  const text = draft.ids.note();
  if (text !== '') draft.notes.push(noteOf(guidOf('file', idsNote), idsNote, text, undefined, draft.date));
}

function leaveLost({ codings, reviews }: Interview, draft: ProjectDraft): void {
  for (const { coding, log } of codings) draft.leave(log, 'export-without-place', coding.id);
  for (const { review, log } of reviews) draft.leave(log, 'export-review-without-coding', review.id);
}

function leaveAlways(interviews: readonly Interview[], draft: ProjectDraft): void {
  draft.leave('codings', 'export-no-history');
  if (
    interviews.some(({ codings }) => codings.some(({ anchor }) => anchor === 'moved' || anchor === 'edited'))
  ) {
    draft.leave('codings', 'export-moved');
  }
  if (interviews.some(({ codings }) => codings.some(({ coding }) => coding.defined !== undefined))) {
    draft.leave('codings', 'export-no-marks');
  }
}

function latestDate(interviews: readonly Interview[]): string {
  const dates = interviews.flatMap(({ codings, reviews }) => [
    ...codings.map(({ coding }) => coding.at),
    ...reviews.map(({ review }) => review.at),
  ]);
  return dates.filter(isDateTime).sort().at(-1) ?? '2000-01-01T00:00:00Z';
}
