import { fullSpeed, type Pace } from '../cache/bounded';
import { definitionMark } from '../codebook/definitionMark';
import { parseCodebook } from '../codebook/parse';
import { type AnchoredCoding, isPlaced } from '../coding/coding';
import { logOfHistory, parseLogPath } from '../coding/paths';
import type { FileStore, StudyTools } from '../ports';
import { fileProblem, type Problem } from '../problem';
import { parseReviewPath } from '../review/paths';
import { Study } from '../study';
import { studyFiles } from '../study/files';
import { caseIds } from '../summary/cases';
import { notesPath } from '../summary/notes/paths';
import { applyEdits, type TextEdit } from '../text/edits';
import { readCarriedFiles } from './carriedFiles';
import { type CarriedText, carryLine, type LineCarrier } from './carryLine';
import type { FileText } from './fileText';
import { NameParts } from './nameParts';
import { type NamePattern, NameTable } from './nameTable';
import { ShiftedRanges } from './shiftedRange';

/** Names and what comes in their place, one way or the other. */
export interface Direction {
  readonly patterns: readonly NamePattern[];
  /** The other way round. */
  readonly inverse: readonly NamePattern[];
  /** Whether what compacting took out of logs is taken along. */
  readonly withHistory: boolean;
  /** The path that a file gets; by its names where it is left out. */
  readonly pathOf?: (path: string, plain: string) => string;
  /** The line that takes the place of another; `plain` is what the names alone make of it. */
  readonly lineOf?: (path: string, line: string, plain: string) => string;
}

/** A study after its names were replaced. */
export interface ReplacedStudy {
  /** By their new paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The new path of each file by its old one. */
  readonly paths: ReadonlyMap<string, string>;
  /** The text of each file before, by its old path, with `\n` line ends. */
  readonly before: ReadonlyMap<string, string>;
  /** Files of the study that were not taken along. */
  readonly left: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Replaces names in everything of a study that a copy gets: texts, front matter, speakers, codebook, notes, logs with
 * their quotes, memos and comments, and names of files and folders. Codings are carried along with their passages.
 */
export async function replaceInStudy(
  files: FileStore,
  direction: Direction,
  tools: StudyTools = {},
  pace: Pace = fullSpeed,
): Promise<ReplacedStudy> {
  return new Replacing(files, direction, tools).run(pace);
}

class Replacing {
  readonly #table: NameTable;
  readonly #inverse: NameTable;
  readonly #parts: NameParts;
  readonly #study: Study;
  readonly #problems: Problem[] = [];
  /** By new path. */
  readonly #written = new Map<string, Uint8Array>();
  /** By new path in lower case, the old one. */
  readonly #taken = new Map<string, string>();
  /** By old path. */
  readonly #paths = new Map<string, string>();
  readonly #transcripts = new Map<string, CarriedText>();
  #marks: ReadonlyMap<string, string> = new Map();
  /** Where the notes on cases go, whose files are named after the cases. */
  #notes: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly files: FileStore,
    private readonly direction: Direction,
    tools: StudyTools,
  ) {
    this.#table = new NameTable(direction.patterns);
    this.#inverse = new NameTable(direction.inverse);
    this.#parts = new NameParts(direction.patterns.map(({ find }) => find));
    this.#study = new Study(files, tools);
  }

  async run(pace: Pace): Promise<ReplacedStudy> {
    const { texts, left, problems } = await readCarriedFiles(this.files, this.direction.withHistory);
    this.#problems.push(...problems);
    const cases = await caseIds(this.#study);
    this.#notes = new Map(cases.map((id) => [notesPath(id), notesPath(this.#table.replace(id))]));
    const isLog = ([path]: [string, FileText]) => path.endsWith('.jsonl');
    const inOrder = [...texts].sort((a, b) => Number(isLog(a)) - Number(isLog(b)));
    for (const [index, [path, file]] of inOrder.entries()) {
      await (isLog([path, file]) ? this.#replaceLog(path, file) : this.#replaceText(path, file));
      await pace.rest(index + 1, inOrder.length);
    }
    return {
      files: this.#written,
      paths: this.#paths,
      before: new Map([...texts].map(([path, { text }]) => [path, text])),
      left,
      problems: this.#problems,
    };
  }

  async #replaceText(path: string, file: FileText): Promise<void> {
    const { text } = file;
    const matches = this.#table.matches(text);
    const plain = applyEdits(text, matches);
    const after = this.#settled(path, text, plain);
    if (path.startsWith('transcripts/')) {
      const edits = after === plain ? matches : this.#editsBetween(text, after);
      this.#transcripts.set(path, { before: text, after, shifted: new ShiftedRanges(edits) });
    }
    if (path === studyFiles.codebook) this.#marks = await this.#definitionMarks(text, after);
    this.#write(path, file, after);
  }

  async #replaceLog(path: string, file: FileText): Promise<void> {
    const log = logOfHistory(path) ?? path;
    const transcript = parseLogPath(log)?.transcript ?? parseReviewPath(path)?.transcript;
    const carrier: LineCarrier = {
      table: this.#table,
      parts: this.#parts,
      text: transcript === undefined ? undefined : this.#transcripts.get(transcript),
      placeOf: await this.#placesIn(path, transcript),
      marks: this.#marks,
    };
    const lines = file.text.split('\n').map((line) => (line.trim() === '' ? line : carryLine(line, carrier)));
    this.#write(path, file, this.#settled(path, file.text, lines.join('\n')));
  }

  /** Where the codings of a log stand that hold. */
  async #placesIn(path: string, transcript: string | undefined): Promise<LineCarrier['placeOf']> {
    if (transcript === undefined || !parseLogPath(path)) return () => undefined;
    const codings = (await this.#study.codings(transcript)).filter(({ log }) => log === path);
    const byId = new Map<unknown, AnchoredCoding>(codings.map((one) => [one.coding.id, one]));
    return ({ id, start, end, quote, at }) => {
      const known = byId.get(id);
      if (!known || !isPlaced(known)) return undefined;
      const { coding } = known;
      const isSame =
        coding.start === start && coding.end === end && coding.quote === quote && coding.at === at;
      return isSame ? { start: known.start, end: known.end } : undefined;
    };
  }

  /** The text that takes the place of another: line by line as `lineOf` has it. */
  #settled(path: string, text: string, plain: string): string {
    const { lineOf } = this.direction;
    if (!lineOf) return plain;
    const lines = text.split('\n');
    return plain
      .split('\n')
      .map((line, index) => lineOf(path, lines[index]!, line))
      .join('\n');
  }

  /** The edits that make one text of another, of which not every line is as the names alone make it. */
  #editsBetween(before: string, after: string): TextEdit[] {
    const back = this.#inverse.matches(after);
    if (applyEdits(after, back) === before) return inverted(after, back);
    return lineEdits(before, after);
  }

  async #definitionMarks(before: string, after: string): Promise<ReadonlyMap<string, string>> {
    const read = async (text: string) =>
      (await parseCodebook(studyFiles.codebook, text, undefined)).codebook.codes;
    const [old, now] = [await read(before), await read(after)];
    if (old.length !== now.length) return new Map();
    return new Map(old.map((code, index) => [definitionMark(code), definitionMark(now[index]!)]));
  }

  #write(path: string, file: FileText, text: string): void {
    const bytes = file.encode(text);
    if (!bytes) this.#problems.push(fileProblem(path, 'names-not-encodable'));
    const to = this.#pathFor(path);
    const key = to.normalize('NFC').toLowerCase();
    const other = this.#taken.get(key);
    if (other !== undefined) this.#problems.push(fileProblem(path, 'names-same-path', other, to));
    this.#taken.set(key, path);
    this.#paths.set(path, to);
    if (bytes) this.#written.set(to, bytes);
  }

  /** The folders that a study knows keep their names, and so do the files at its root. */
  #pathFor(path: string): string {
    const slash = path.indexOf('/') + 1;
    const byName = path.slice(0, slash) + (slash === 0 ? path : this.#table.replace(path.slice(slash)));
    const plain = this.#notes.get(path) ?? byName;
    return this.direction.pathOf?.(path, plain) ?? plain;
  }
}

/** The edits that undo edits. */
function inverted(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text: put }) => {
    const edit = { start: start + shift, end: start + shift + put.length, text: text.slice(start, end) };
    shift += put.length - (end - start);
    return edit;
  });
}

/** An edit for each line that differs. */
function lineEdits(before: string, after: string): TextEdit[] {
  const lines = after.split('\n');
  let start = 0;
  return before.split('\n').flatMap((line, index) => {
    const edit = { start, end: start + line.length, text: lines[index]! };
    start += line.length + 1;
    return edit.text === line ? [] : [edit];
  });
}
