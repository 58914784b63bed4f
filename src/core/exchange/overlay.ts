import type { FileStore } from '../ports';

/** The files of a study as they will be when some of them are written. */
export function overlay(files: FileStore, writes: ReadonlyMap<string, string | Uint8Array>): FileStore {
  return {
    async list(folder) {
      const own = [...writes.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set([...(await files.list(folder)), ...own])];
    },
    async read(path) {
      const content = writes.get(path);
      if (content === undefined) return files.read(path);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
