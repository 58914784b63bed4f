/** Reads files on disk, without the message to the editor's window and back that its own file system takes for each. */
import { type Dirent, readFile as readFileWithCallback } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Takes half the time of that of `node:fs/promises`, which goes by a handle. */
const readFile = promisify(readFileWithCallback);

/** Milliseconds: within this time of a change, another one may leave a file with the same times. FAT counts in twos. */
const coarsestTime = 2_000;

/** A file's bytes; undefined where there is no such file. */
export function readOnDisk(file: string): Promise<Uint8Array | undefined> {
  return unlessMissing(readFile(file), undefined);
}

/** The files below a folder, as paths relative to it, with `/`. Linked folders are not entered; a missing folder has none. */
export async function listOnDisk(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const entry of await unlessMissing(readdir(join(folder, path), { withFileTypes: true }), [])) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await walk(child);
      else if (!(await isLinkedFolder(entry, join(folder, child)))) paths.push(child);
    }
  };
  await walk('');
  return paths;
}

/**
 * What tells a file's content from its content at other times: it cannot change without this. Undefined where there is
 * no file, and where it was written so lately that it may change again and look the same.
 */
export async function stateOnDisk(file: string): Promise<string | undefined> {
  try {
    const { size, ino, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = await stat(file, { bigint: true });
    const isFresh = [mtimeMs, ctimeMs].some((time) => Number(time) > Date.now() - coarsestTime);
    return isFresh ? undefined : [size, ino, mtimeNs, ctimeNs].join(' ');
  } catch {
    // Whoever reads the file hears why.
    return undefined;
  }
}

/** A linked folder could lead out of the study, or round in a circle. */
async function isLinkedFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

async function unlessMissing<T>(found: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return otherwise;
    throw error;
  }
}
