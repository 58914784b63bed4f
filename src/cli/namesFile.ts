import { chmod, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Problem, severityOf } from '../core/problem';
import type { ListedName } from '../core/pseudonyms/names';
import { namesLeft } from '../core/pseudonyms/namesLeft';
import { gitExclusion } from '../core/pseudonyms/outsideGit';
import { parseNames } from '../core/pseudonyms/parseNames';
import { spellingsPath } from '../core/pseudonyms/paths';
import { decodeText } from '../core/text/decode';
import { appendLines } from './appendLines';
import { NodeFiles } from './nodeFiles';
import type { Output } from './output';
import { problemLine } from './problemLine';
import { UsageError } from './usage';
import { writeWholeFile } from './writeFile';

const ownerOnly = 0o600;

/** The names of a file; undefined where it has mistakes, which are said. */
export async function readNames(path: string, output: Output): Promise<readonly ListedName[] | undefined> {
  const bytes = await readIfThere(path);
  if (!bytes)
    throw new UsageError(
      `There is no file of names “${path}”. “pseudonymize STUDY --suggest” makes one, with --names.`,
    );
  const { names, problems } = parseNames(path, decodeText(bytes).text);
  for (const problem of problems) output.message(problemLine(problem));
  return problems.some((problem) => severityOf(problem) === 'error') ? undefined : names;
}

/** The places in a study where names of a file are left; undefined where that file has mistakes. */
export async function namesLeftIn(
  folder: string,
  path: string,
  output: Output,
): Promise<readonly Problem[] | undefined> {
  const names = await readNames(path, output);
  return names && namesLeft(await NodeFiles.open(folder), names);
}

/** Whether no name of a file is left in a study, so that something of it can be given away; says where one is. */
export async function isFreeOfNames(folder: string, path: string, output: Output): Promise<boolean> {
  const left = await namesLeftIn(folder, path, output);
  if (left?.length === 0) return true;
  for (const problem of left ?? []) output.message(problemLine(problem));
  output.message('Nothing was exported.');
  return false;
}

/** What is kept beside a file of names of copies that were made; empty where there is nothing. */
export async function readSpellings(namesPath: string): Promise<string> {
  return readNamesText(spellingsPath(namesPath));
}

/** Keeps what the names alone do not tell, beside them, for nobody else on this computer to read. */
export async function writeSpellings(namesPath: string, spellings: string): Promise<void> {
  if (spellings === '' && !(await readIfThere(spellingsPath(namesPath)))) return;
  await writeWholeFile(spellingsPath(namesPath), spellings, ownerOnly);
}

/** The text of a file of names; empty where there is none yet. */
export async function readNamesText(path: string): Promise<string> {
  const bytes = await readIfThere(path);
  return bytes ? decodeText(bytes).text : '';
}

/** Writes a file of names as `protectNames` wants it. */
export async function writeNames(
  path: string,
  text: string,
  folders: readonly string[],
  output: Output,
): Promise<void> {
  await keepPrivate(path, folders, output);
  await writeWholeFile(path, text, ownerOnly);
}

/** Sees to it that a file of names lies in none of these folders, is not in git, and is for nobody else to read. */
export async function protectNames(path: string, folders: readonly string[], output: Output): Promise<void> {
  await keepPrivate(path, folders, output);
  await chmod(path, ownerOnly);
}

async function keepPrivate(path: string, folders: readonly string[], output: Output): Promise<void> {
  for (const folder of folders) {
    const message = `“${path}” lies in “${folder}”, and would be shared with it. Keep it elsewhere.`;
    await needOutside(path, folder, message);
  }
  const file = await realPlace(path);
  for (const one of [file, spellingsPath(file)]) await keepOutOfGit(one, output);
}

/** Rejects with a message where a place is a folder or lies in it. */
export async function needOutside(path: string, folder: string, message: string): Promise<void> {
  const [place, around] = [await realPlace(path), await realPlace(folder)];
  if (place === around || place.startsWith(around + sep)) throw new UsageError(message);
}

async function keepOutOfGit(file: string, output: Output): Promise<void> {
  const exclusion = await gitExclusion(file.split(sep).join('/'), readIfThere);
  if (!exclusion) return;
  if (exclusion.tracked) {
    throw new UsageError(`“${file}” is in git, and shared with it. Take it out first: git rm --cached.`);
  }
  if (exclusion.line === undefined) return;
  await appendLines(exclusion.exclude, [exclusion.line]);
  output.message(`${file}: git ignores it from now on.`);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** Where a path leads without links, also that of what is yet to be made. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(await realPlace(parent), basename(whole));
  }
}
