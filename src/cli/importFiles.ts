import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { ImportSource } from '../core/exchange/transcripts/importedTranscript';
import { formatOf } from '../core/exchange/transcripts/read';
import { UsageError } from './usage';

/** A file to be taken in. */
export interface FoundFile {
  /** As messages name it. */
  readonly path: string;
  /** The folder that it lies in below the one that was named; undefined where there is none between. */
  readonly folder: string | undefined;
  source(): Promise<ImportSource>;
}

/** The file that was named, or the transcripts in the folder that was and in those below it, sorted by path. */
export async function filesToImport(named: string): Promise<FoundFile[]> {
  const found = await stat(named).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file or folder “${named}”.`);
  if (!found.isDirectory()) return [fileAt(named, undefined, basename(named))];
  const entries = await readdir(named, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name) && formatOf(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(named, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  if (paths.length === 0) throw new UsageError(`There are no transcripts in “${named}”.`);
  return paths.map((path) => {
    const folders = relative(named, path).split(sep).slice(0, -1);
    return fileAt(path, folders[0], [...folders.slice(1), basename(path)].join(' - '));
  });
}

function fileAt(path: string, folder: string | undefined, name: string): FoundFile {
  return { path, folder, source: async () => ({ name, bytes: await readFile(path) }) };
}
