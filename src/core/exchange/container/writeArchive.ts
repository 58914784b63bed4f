import { zipSync } from 'fflate/browser';

/** A zip archive of files by name, in their order; the same files give the same bytes. */
export function writeArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // The first day that an archive can name: the time of its making is no part of what it holds.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
