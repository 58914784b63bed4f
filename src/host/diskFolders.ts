import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder and those around it where missing; on disk when resolved. */
export async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const outermost = dirname(first);
  for (let made = folder; made.length >= outermost.length; made = dirname(made)) {
    await syncFolder(made);
    if (made === dirname(made)) return;
  }
}

/** Waits until the names in a folder are on disk, where the system can be asked to. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network folders open no folders; they keep names safe by themselves.
  }
}
