import { fstatSync, ftruncateSync, readSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders, syncFolder } from './diskFolders';

const newline = 0x0a;
const mostAttempts = 10;

/**
 * Appends lines with O_APPEND, in one write, and waits until they are on disk, each at the start of a line: a
 * line that another program left without its end is closed first. Where the file was replaced meanwhile (a git
 * checkout, a compaction) they are appended again to the new one. A write that fails half-way is taken back.
 */
export async function appendLinesOnDisk(file: string, lines: readonly string[]): Promise<void> {
  await makeFolders(dirname(file));
  for (let attempt = 1; attempt <= mostAttempts; attempt++) if (await appendOnce(file, lines)) return;
  throw new Error('another program replaces the file all the time');
}

/** False where the lines may not be in the file, or not as lines of their own. */
async function appendOnce(file: string, lines: readonly string[]): Promise<boolean> {
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    const data = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
    const written = (await endsLine(handle, size)) ? data : Buffer.concat([Buffer.of(newline), data]);
    try {
      await writeAll(handle, written);
      await handle.sync();
    } catch (error) {
      await takeBack(file, size, written);
      throw error;
    }
    if (size === 0) await syncFolder(dirname(file));
    return (await holdsLines(handle, size, data)) && (await isStillAt(handle, file));
  } finally {
    await handle.close();
  }
}

async function endsLine(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] === newline;
}

async function writeAll(handle: FileHandle, data: Buffer): Promise<void> {
  for (let offset = 0; offset < data.length; ) {
    const { bytesWritten } = await handle.write(data, offset);
    if (bytesWritten === 0) throw new Error('the disk takes no more');
    offset += bytesWritten;
  }
}

/** Whether the data stands in the file at the start of a line, whatever others wrote around it. */
async function holdsLines(handle: FileHandle, size: number, data: Buffer): Promise<boolean> {
  const from = Math.max(0, size - 1);
  const tail = Buffer.alloc((await handle.stat()).size - from);
  await handle.read(tail, 0, tail.length, from);
  for (let at = tail.indexOf(data); at !== -1; at = tail.indexOf(data, at + 1)) {
    if (from + at === 0 || tail[at - 1] === newline) return true;
  }
  return false;
}

/** Whether the path still leads to the file that was opened. */
async function isStillAt(handle: FileHandle, file: string): Promise<boolean> {
  const opened = await handle.stat({ bigint: true });
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found !== undefined && found.ino === opened.ino && found.dev === opened.dev;
}

/**
 * Cuts off what a failed write left behind. Where others have written after it, their lines come first: the
 * broken line stays, and the next append closes it.
 */
async function takeBack(file: string, size: number, written: Buffer): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    try {
      const left = Buffer.alloc(written.length + 1);
      // In one go, so that nothing of this process comes between looking and cutting.
      const length = readSync(handle.fd, left, 0, left.length, size);
      const isOurs = length <= written.length && written.subarray(0, length).equals(left.subarray(0, length));
      if (isOurs && fstatSync(handle.fd).size === size + length) ftruncateSync(handle.fd, size);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The first error says more, and readers report the broken line.
  }
}
