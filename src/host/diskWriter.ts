import { randomUUID } from 'node:crypto';
import { type FileHandle, link, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders, syncFolder } from './diskFolders';
import { appendLinesOnDisk } from './diskLog';

/** Makes a file's new content from its bytes, undefined where there is no file; undefined leaves it alone. */
export type Rewrite = (before: Buffer | undefined) => string | undefined | Promise<string | undefined>;

const mostAttempts = 10;

/** Writes a temporary file beside the target and renames it over it: readers see the old or the new, whole. */
export async function replaceFileOnDisk(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realPath(file);
  await withTemporary(target, content, (temporary) => renameWithRetry(temporary, target));
}

/**
 * Replaces a file by what `change` makes of it, only where it still is what `change` was given; otherwise
 * `change` is asked again. Lines that another program appends at that very moment are carried over.
 */
export async function rewriteFileOnDisk(file: string, change: Rewrite): Promise<void> {
  const target = await realPath(file);
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await readIfThere(target);
    const content = await change(before);
    if (content === undefined) return;
    const exchange = (temporary: string) =>
      before ? replaceIfSame(target, before, temporary) : placeIfFree(target, temporary);
    if (await withTemporary(target, content, exchange)) return;
  }
  throw new Error('another program changes the file all the time');
}

async function replaceIfSame(target: string, before: Buffer, temporary: string): Promise<boolean> {
  const replaced = await open(target, 'r');
  try {
    if (!(await readAll(replaced)).equals(before)) return false;
    await renameWithRetry(temporary, target);
    const late = (await readAll(replaced)).subarray(before.length).toString('utf8');
    const lines = late.split('\n').filter((line) => line !== '');
    if (lines.length > 0) await appendLinesOnDisk(target, lines);
    return true;
  } finally {
    await replaced.close();
  }
}

async function placeIfFree(target: string, temporary: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A file system without links.
    if (await readIfThere(target)) return false;
    await renameWithRetry(temporary, target);
    return true;
  }
}

async function withTemporary<T>(
  target: string,
  content: string | Uint8Array,
  use: (temporary: string) => Promise<T>,
): Promise<T> {
  await makeFolders(dirname(target));
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const result = await use(temporary);
    await syncFolder(dirname(target));
    return result;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Where a link leads, so that the file it leads to is replaced and not the link. */
async function realPath(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The whole file again, wherever the handle stands. */
async function readAll(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await handle.read(bytes, 0, size, 0);
  return bytes.subarray(0, bytesRead);
}

/** On Windows a virus scanner or sync program may hold the target for a moment. */
async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (attempt === 5 || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
  }
}
