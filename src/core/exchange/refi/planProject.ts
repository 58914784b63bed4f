import type { FileStore } from '../../ports';
import { fileProblem, type Problem } from '../../problem';
import type { ProblemCode } from '../../problemCatalog';
import type { Study } from '../../study';
import { studyFiles } from '../../study/files';
import { caseIds, noCase } from '../../summary/cases';
import { decodeText } from '../../text/decode';
import { YamlEditError } from '../../yaml/sheet';
import { idOfGuid } from '../guid';
import { safeName, splitName } from '../names';
import type { ImportSource } from '../transcripts/importedTranscript';
import { carriedPath } from './carriedFiles';
import { idsNote, readIds } from './ids';
import { takeCodes } from './intoCodebook';
import { knownGuids, LogTaker } from './intoLogs';
import { takeScores } from './intoScores';
import { TranscriptTaker } from './intoTranscripts';
import { type MergedScores, mergeScores } from './mergeScores';
import type { RefiSource } from './model';
import { type OpenProject, openProject } from './openProject';
import { Places } from './place';
import { projectReport } from './report';

/** A project or codebook of REFI-QDA to be taken into a study. */
export interface ProjectRequest {
  readonly source: ImportSource;
  /** The case of interviews that name none; undefined for the only one there is, or one named after the project. */
  readonly caseId: string | undefined;
  /** Who coded where the project does not say. */
  readonly coder: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What taking a project in writes, and how much of it is new. */
export interface ProjectPlan {
  /** Whole files, by path. */
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  /** Lines to be added at the end of files, by path. */
  readonly appends: ReadonlyMap<string, readonly string[]>;
  readonly transcripts: number;
  readonly codes: number;
  readonly codings: number;
  readonly reviews: number;
  readonly scores: number;
  /** Codings that were there already. */
  readonly same: number;
  /** What was not taken, or not as it stands in the project. */
  readonly problems: readonly Problem[];
}

/**
 * Works out what taking a project in writes. Nothing that the study has is changed: codes, transcripts and lines are
 * added, and what cannot be placed is listed and kept, as the file itself is. Throws an ImportError where the file
 * cannot be read.
 */
export async function planProject(
  files: FileStore,
  study: Study,
  request: ProjectRequest,
): Promise<ProjectPlan> {
  const opened = openProject(request.source);
  const planner = new ProjectPlanner(files, study, request, opened);
  return planner.plan();
}

class ProjectPlanner {
  readonly #writes = new Map<string, string | Uint8Array>();
  readonly #problems: Problem[] = [];
  #transcripts = 0;
  #scores = 0;

  constructor(
    private readonly files: FileStore,
    private readonly study: Study,
    private readonly request: ProjectRequest,
    private readonly opened: OpenProject,
  ) {}

  async plan(): Promise<ProjectPlan> {
    const { project, textOf } = this.opened;
    const before = (await this.#textAt(studyFiles.codebook)) ?? '';
    const codes = takeCodes(project.codes, await this.study.codebook(), before);
    if (codes.added > 0) this.#writes.set(studyFiles.codebook, codes.text);
    const notes = new Map(project.notes.map((note) => [note.guid, textOf(note)?.text ?? '']));
    const known = knownGuids(await this.#knownIds());
    const listed = project.notes.filter(({ name }) => name === idsNote);
    const hidden = readIds(listed.map(({ guid }) => notes.get(guid)).join('\n'));
    const logs = new LogTaker({
      project,
      codes: codes.ids,
      known,
      hidden,
      notes,
      coder: this.request.coder ?? 'import',
      at: this.request.at,
    });
    await this.#takeSources(logs);
    const used = new Set([
      ...logs.usedNotes,
      ...(await this.#takeScores(new Map([...hidden, ...known]))),
      ...(await this.#takeFiles()),
      ...listed.map(({ guid }) => guid),
    ]);
    this.#tellLeft();
    await this.#keep(project.notes.filter(({ guid }) => !used.has(guid)));
    return {
      writes: this.#writes,
      appends: logs.appends,
      transcripts: this.#transcripts,
      codes: codes.added,
      codings: logs.codings,
      reviews: logs.reviews,
      scores: this.#scores,
      same: logs.same,
      problems: this.#problems,
    };
  }

  async #takeSources(logs: LogTaker): Promise<void> {
    const { project, textOf } = this.opened;
    const taker = new TranscriptTaker(this.files, project, await this.#caseId());
    for (const source of project.sources) {
      const original = textOf(source);
      if (!original || original.text.trim() === '') {
        this.#tell('import-source-without-text', source.name);
        continue;
      }
      const transcript = await taker.take(source, original);
      if (transcript.differs) this.#tell('import-transcript-differs', transcript.path);
      if (transcript.isNew) {
        this.#writes.set(transcript.path, transcript.text);
        this.#transcripts++;
      }
      const places = new Places(original, project.origin, source.selections);
      for (const selection of source.selections) {
        const place = places.place(selection);
        const where = `${selection.start}-${selection.end}`;
        if (selection.codings.length === 0)
          this.#tell('import-annotation', source.name, where, selection.description);
        else if (!logs.take(selection, place, transcript))
          this.#tell('import-coding-lost', source.name, where);
        else if (place.kind === 'lost') this.#tell('import-coding-unplaced', source.name, where);
        else if (place.kind === 'found') this.#tell('import-coding-found', source.name, where);
      }
    }
  }

  /** Adds the scores that a scorer has not given in the study; those that are other ones there are told. */
  async #takeScores(ids: ReadonlyMap<string, string>): Promise<string[]> {
    const { project, textOf } = this.opened;
    const idOf = (guid: string) => ids.get(guid) ?? idOfGuid(guid);
    const all = takeScores(project.notes, (note) => textOf(note)?.text, idOf);
    const given = await this.study.scores();
    for (const { scorer, entries } of all) {
      const path = await this.#scoresPath(scorer);
      const before = await this.#textAt(path);
      const own = given.filter((one) => one.scorer === scorer);
      const merged = this.#merged(path, () => mergeScores(before, entries, own));
      if (!merged) continue;
      if (merged.added > 0) this.#writes.set(path, merged.text);
      this.#scores += merged.added;
      for (const { organization, domain, score, rationale } of merged.conflicts) {
        const said = rationale === undefined ? String(score) : `${score} (${rationale})`;
        this.#tell('import-score-there', scorer, organization, domain, said);
      }
    }
    return all.flatMap(({ notes }) => notes);
  }

  /** Undefined, and told, where the file is not one that can be added to. */
  #merged(path: string, merge: () => MergedScores): MergedScores | undefined {
    try {
      return merge();
    } catch (error) {
      if (!(error instanceof YamlEditError)) throw error;
      this.#tell('import-file-there', path);
      return undefined;
    }
  }

  async #scoresPath(scorer: string): Promise<string> {
    const paths = ['yaml', 'yml'].map((extension) => `scores/${scorer}.${extension}`);
    const there = await this.study.scorePaths();
    return paths.find((path) => there.includes(path)) ?? paths[0]!;
  }

  /** The files that go along as notes, where the study does not have them. */
  async #takeFiles(): Promise<string[]> {
    const { project, textOf } = this.opened;
    const found = project.notes.filter(
      ({ name, content }) => 'path' in content && carriedPath(name) !== undefined,
    );
    for (const note of found) {
      const text = textOf(note)?.text;
      if (text !== undefined) await this.#writeNew(carriedPath(note.name)!, text);
    }
    return found.map(({ guid }) => guid);
  }

  async #writeNew(path: string, text: string): Promise<void> {
    const before = await this.#textAt(path);
    if (before === undefined) this.#writes.set(path, text);
    else if (before !== text) this.#tell('import-file-there', path);
  }

  #tellLeft(): void {
    for (const [name, count] of this.opened.unread) this.#tell('import-left-out', name, String(count));
  }

  /** The file itself is kept, with a list of what was not taken and the notes that were not. */
  async #keep(notes: readonly RefiSource[]): Promise<void> {
    const { source } = this.request;
    const [stem, extension] = splitName(source.name);
    const name = safeName(stem);
    for (const { name: note } of notes) this.#tell('import-note-left', note);
    let number = 1;
    const path = () => `originals/${name}${number === 1 ? '' : `.${number}`}`;
    for (; ; number++) {
      const there = await this.files.read(path() + extension);
      if (there && !isSame(there, source.bytes)) continue;
      if (!there) this.#writes.set(path() + extension, source.bytes);
      break;
    }
    if (this.#problems.length === 0) return;
    const texts = notes.map((note) => ({ name: note.name, text: this.opened.textOf(note)?.text ?? '' }));
    const report = projectReport(source.name, this.#problems, texts);
    if ((await this.#textAt(`${path()}.md`)) !== report) this.#writes.set(`${path()}.md`, report);
  }

  async #knownIds(): Promise<string[]> {
    const ids: string[] = [];
    for (const path of await this.study.codedTranscriptPaths()) {
      for (const { current, removed } of await this.study.logsOf(path)) {
        ids.push(...current.map(({ id }) => id), ...removed);
      }
      ids.push(...(await this.study.reviews(path)).map(({ review }) => review.id));
    }
    return ids;
  }

  async #caseId(): Promise<string> {
    if (this.request.caseId !== undefined) return this.request.caseId;
    const known = (await caseIds(this.study)).filter((id) => id !== noCase);
    const { name } = this.opened.project;
    return safeName(known.length === 1 ? known[0]! : name || splitName(this.request.source.name)[0]);
  }

  async #textAt(path: string): Promise<string | undefined> {
    const bytes = await this.files.read(path);
    return bytes && decodeText(bytes).text;
  }

  #tell(code: ProblemCode, ...args: string[]): void {
    this.#problems.push(fileProblem(this.request.source.name, code, ...args));
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
