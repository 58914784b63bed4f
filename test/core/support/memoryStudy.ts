import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';

/** A study whose files are in memory, with what tests ask of its store. */
export interface MemoryStudy {
  readonly study: Study;
  readonly files: MemoryFiles;
}

/** A file store in memory. Paths set in `failing` reject as unreadable; `reads` lists every read in order. */
export class MemoryFiles implements FileStore {
  readonly reads: string[] = [];
  readonly lists: string[] = [];
  readonly failing = new Set<string>();
  readonly #contents = new Map<string, Uint8Array>();

  constructor(contents: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(contents)) this.set(path, content);
  }

  set(path: string, content: string | Uint8Array): void {
    this.#contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  delete(path: string): void {
    this.#contents.delete(path);
  }

  async list(folder: string): Promise<readonly string[]> {
    this.lists.push(folder);
    return [...this.#contents.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  async listRoot(): Promise<readonly string[]> {
    return [...this.#contents.keys()].filter((path) => !path.includes('/'));
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    this.reads.push(path);
    if (this.failing.has(path)) throw new Error('EACCES: permission denied');
    return this.#contents.get(path);
  }
}

/** A study of the given files, by path relative to the study. */
export function memoryStudy(contents: Readonly<Record<string, string | Uint8Array>> = {}): MemoryStudy {
  const files = new MemoryFiles(contents);
  return { study: new Study(files), files };
}
