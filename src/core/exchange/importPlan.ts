import type { FileStore } from '../ports';
import { decodeText } from '../text/decode';
import { sha256Hex } from '../text/sha256';
import { parseFrontMatter } from '../transcript/frontMatter';
import { headOf } from './importHead';
import { type ImportRecord, importLine, importLogPath, parseImportLog } from './importLog';
import { safeName, splitName } from './names';
import type { ImportedTranscript, ImportSource } from './transcripts/importedTranscript';

/** What is to be taken in, and where to. */
export interface ImportRequest {
  readonly source: ImportSource;
  readonly imported: ImportedTranscript;
  readonly caseId: string;
  /** Who asks the questions; undefined for whom was recognized. */
  readonly interviewers?: readonly string[];
  /** Whether turns that were edited in the study since are written over. */
  readonly overwrite: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * What becomes of the transcript: `new`, `updated`, the `same` as it was, or `edited` in the study since it was
 * taken in (or never taken in at all), so that nothing is written; `returned` of a document that was exported from it.
 */
export type ImportOutcome = 'new' | 'updated' | 'same' | 'edited' | 'returned';

/** The files that taking a transcript in writes. */
export interface ImportPlan {
  /** The transcript's path in the study. */
  readonly transcript: string;
  readonly outcome: ImportOutcome;
  /** The transcript's text as it then is. */
  readonly text: string;
  /** Whole files, by path. */
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  /** Lines to be added at the end of files, by path. */
  readonly appends: ReadonlyMap<string, readonly string[]>;
}

/**
 * Works out what taking in a transcript writes: the transcript, the file it was made of as it is, and a line that
 * says so. A file that comes again changes the turns of its transcript and leaves the front matter as it is there.
 */
export async function planImport(files: FileStore, request: ImportRequest): Promise<ImportPlan> {
  const { source, imported, caseId, overwrite, at } = request;
  const records = parseImportLog((await textAt(files, importLogPath)) ?? '');
  const transcript = pathFor(records, request);
  const before = await textAt(files, transcript);
  const known = records.get(transcript);
  const text = textFor(transcript, before, request);
  const outcome = outcomeOf(transcript, before, text, known, overwrite);
  const nothing = { transcript, outcome, writes: new Map(), appends: new Map() };
  if (outcome === 'edited') return { ...nothing, text: before! };
  const original = await originalPath(files, caseId, source);
  const record = {
    transcript,
    source: source.name,
    original: original.path,
    body: sha256Hex(imported.body),
    at,
  };
  const isKnown = known && known.original === record.original && known.body === record.body;
  if (outcome === 'same' && isKnown && original.isThere) return { ...nothing, text };
  const writes = new Map<string, string | Uint8Array>();
  if (!original.isThere) writes.set(original.path, source.bytes);
  if (outcome !== 'same') writes.set(transcript, text);
  return {
    transcript,
    outcome,
    text,
    writes,
    appends: new Map([[importLogPath, [importLine(record)]]]),
  };
}

/** The same file of the same case is the same interview; other files do not share a transcript. */
function pathFor(
  records: ReadonlyMap<string, ImportRecord>,
  { source, imported, caseId }: ImportRequest,
): string {
  const folder = `transcripts/${caseId}/`;
  const own = [...records.values()].findLast(
    (record) => record.transcript.startsWith(folder) && record.source === source.name,
  );
  if (own) return own.transcript;
  const stem = safeName(splitName(source.name)[0]);
  const extension = imported.format === 'md' || imported.format === 'transcript' ? imported.format : 'txt';
  const isFree = (path: string) => !records.has(path);
  let path = `${folder}${stem}.${extension}`;
  for (let number = 2; !isFree(path); number++) path = `${folder}${stem}-${number}.${extension}`;
  return path;
}

function textFor(path: string, before: string | undefined, request: ImportRequest): string {
  const head = before === undefined ? undefined : before.slice(0, parseFrontMatter(path, before).head.end);
  const { imported, caseId, interviewers } = request;
  return (head ?? headOf(imported, caseId, interviewers)) + imported.body;
}

function outcomeOf(
  path: string,
  before: string | undefined,
  after: string,
  known: ImportRecord | undefined,
  overwrite: boolean,
): ImportOutcome {
  if (before === undefined) return 'new';
  if (before === after) return 'same';
  const body = before.slice(parseFrontMatter(path, before).head.end);
  const isAsWritten = known !== undefined && sha256Hex(body) === known.body;
  return isAsWritten || overwrite ? 'updated' : 'edited';
}

/** Where the file is kept: under its own name, with a number where another version of it is there. */
async function originalPath(
  files: FileStore,
  caseId: string,
  { name, bytes }: ImportSource,
): Promise<{ path: string; isThere: boolean }> {
  const [given, extension] = splitName(name);
  const stem = safeName(given);
  for (let number = 1; ; number++) {
    const path = `originals/${caseId}/${stem}${number === 1 ? '' : `.${number}`}${extension}`;
    const there = await files.read(path);
    if (!there) return { path, isThere: false };
    if (there.length === bytes.length && there.every((byte, at) => byte === bytes[at]))
      return { path, isThere: true };
  }
}

async function textAt(files: FileStore, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes && decodeText(bytes).text;
}
