import { mkdir, readdir, stat } from 'node:fs/promises';
import type { Problem } from '../../core/problem';
import { severityOf } from '../../core/problem';
import { bringBack } from '../../core/pseudonyms/bringBack';
import { carriedPaths } from '../../core/pseudonyms/carriedFiles';
import { findNames, type NamePlace } from '../../core/pseudonyms/findNames';
import { type ListedName, namePatterns } from '../../core/pseudonyms/names';
import { addToNames } from '../../core/pseudonyms/namesText';
import { pseudonymize } from '../../core/pseudonyms/pseudonymize';
import type { ReplacedStudy } from '../../core/pseudonyms/replaceInStudy';
import { restoreNames } from '../../core/pseudonyms/restoreNames';
import { suggestNames } from '../../core/pseudonyms/suggest';
import { Study } from '../../core/study';
import { studyFiles } from '../../core/study/files';
import { oneStudy, openStudy, readOptions } from '../arguments';
import { GitTexts } from '../gitTexts';
import {
  needOutside,
  protectNames,
  readNames,
  readNamesText,
  readSpellings,
  writeNames,
  writeSpellings,
} from '../namesFile';
import { NodeFiles } from '../nodeFiles';
import type { Output } from '../output';
import { problemLine } from '../problemLine';
import { nodeSha256 } from '../sha256';
import { UsageError } from '../usage';

const options = {
  names: { type: 'string' },
  to: { type: 'string' },
  restore: { type: 'boolean', default: false },
  suggest: { type: 'boolean', default: false },
} as const;

/** A study, the names in it, and the folder in which a copy with others is made. */
interface Order {
  readonly folder: string;
  readonly files: NodeFiles;
  readonly path: string;
  readonly names: readonly ListedName[];
  readonly to: string;
}

/** Suggests names, shows where they stand, makes a copy of a study without them, or puts them back. */
export async function pseudonymizeStudy(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const { folder, files } = await openStudy(oneStudy(positionals));
  const { names: path, to, restore, suggest } = values;
  if (suggest) return writeSuggestions(folder, files, path, output);
  if (path === undefined) throw new UsageError('Which names? Name their file: --names FILE.');
  const names = await readNames(path, output);
  if (!names) return 1;
  if (to === undefined) {
    if (restore) throw new UsageError('Into which folder? Name it: --to FOLDER.');
    return preview(files, names, output);
  }
  await needOutside(to, folder, `“${to}” lies in the study itself. Name a folder elsewhere.`);
  await protectNames(path, [folder, to], output);
  const order = { folder, files, path, names, to };
  return restore ? putBack(order, output) : makeCopy(order, output);
}

/** Adds what may be names to their file, which is made where it is missing; on stdout where none is named. */
async function writeSuggestions(
  folder: string,
  files: NodeFiles,
  path: string | undefined,
  output: Output,
): Promise<number> {
  const before = path === undefined ? '' : await readNamesText(path);
  const listed = path === undefined || before === '' ? [] : await readNames(path, output);
  if (!listed) return 1;
  const study = new Study(files);
  const suggestions = await suggestNames(study, listed);
  const text = addToNames(before, listed, suggestions, (await study.settings()).language);
  if (path === undefined) await output.result(text);
  else await writeNames(path, text, [folder], output);
  output.message(`${suggestions.length} ${suggestions.length === 1 ? 'name' : 'names'} added`);
  return 0;
}

/** Every place of a name, with what would come there. */
async function preview(files: NodeFiles, names: readonly ListedName[], output: Output): Promise<number> {
  const places = await findNames(files, namePatterns(names), await carriedPaths(files));
  if (places.length > 0) await output.result(`${places.map(placeLine).join('\n')}\n`);
  output.message(`${places.length} ${places.length === 1 ? 'place' : 'places'}`);
  return 0;
}

function placeLine({ file, start, found, put, inPath }: NamePlace): string {
  const where = inPath ? file : `${file}:${start.line + 1}:${start.character + 1}`;
  const said = `${found} → ${put}`.replace(/\s+/gu, ' ').replace(/\p{Cc}/gu, '\ufffd');
  return `${where}: ${said}`;
}

async function makeCopy({ folder, files, path, names, to }: Order, output: Output): Promise<number> {
  await needNewFolder(to);
  const tools = { sha256: nodeSha256, oldTexts: new GitTexts(folder) };
  const { copy, spellings, problems } = await pseudonymize(files, names, await readSpellings(path), tools);
  if (isRefused(problems, output)) return 1;
  await writeSpellings(path, spellings);
  await writeStudy(to, copy);
  for (const left of copy.left) output.message(`${left}: not in the copy`);
  output.message(`${to}: ${copy.files.size} files. The names stay in ${path}: keep that to yourself.`);
  return 0;
}

async function putBack({ files, path, names, to }: Order, output: Output): Promise<number> {
  const isStudy = await stat(`${to}/${studyFiles.codebook}`).then(
    () => true,
    () => false,
  );
  if (!isStudy) await needNewFolder(to);
  const restored = await restoreNames(files, names, await readSpellings(path), nodeSha256);
  if (isRefused(restored.problems, output)) return 1;
  if (isStudy) await addToStudy(to, restored, output);
  else await writeStudy(to, restored);
  output.message(to);
  return 0;
}

/** Adds to the study what was added in the copy of it. */
async function addToStudy(to: string, restored: ReplacedStudy, output: Output): Promise<void> {
  const files = await NodeFiles.open(to);
  const { writes, appends, different } = await bringBack(files, restored.files);
  for (const [path, content] of writes) await files.write(path, content);
  for (const [path, lines] of appends) await files.append(path, lines);
  for (const path of writes.keys()) await output.result(`${path}: new\n`);
  for (const [path, { length }] of appends) {
    await output.result(`${path}: ${length} new ${length === 1 ? 'line' : 'lines'}\n`);
  }
  for (const path of different) output.message(`${path}: differs in the copy; not taken over`);
}

function isRefused(problems: readonly Problem[], output: Output): boolean {
  for (const problem of problems) output.message(problemLine(problem));
  const refused = problems.some((problem) => severityOf(problem) === 'error');
  if (refused) output.message('Nothing was written.');
  return refused;
}

async function needNewFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`“${folder}” is not a folder.`);
  });
  if (entries.length > 0) throw new UsageError(`There are files in “${folder}”. Name a new folder.`);
}

/** The codebook comes last, since it makes a folder a study. */
async function writeStudy(folder: string, { files }: ReplacedStudy): Promise<void> {
  await mkdir(folder, { recursive: true });
  const target = await NodeFiles.open(folder);
  const isCodebook = (path: string) => path === studyFiles.codebook;
  const inOrder = [...files].sort(([a], [b]) => Number(isCodebook(a)) - Number(isCodebook(b)));
  for (const [path, content] of inOrder) await target.write(path, content);
}
