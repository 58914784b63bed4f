import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileStore } from '../core/ports';
import { Limiter } from './limiter';

const mostFilesOpen = 16;

/** A study's folder on disk. Linked folders are not entered, and links that lead out of the study not read. */
export class NodeFiles implements FileStore {
  readonly #limiter = new Limiter(mostFilesOpen);

  private constructor(private readonly root: string) {}

  /** @param folder of the study, which must exist */
  static async open(folder: string): Promise<NodeFiles> {
    return new NodeFiles(await realpath(folder));
  }

  async list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      if (!(await this.#isInside(next))) continue;
      for (const entry of await readdir(join(this.root, next), { withFileTypes: true })) {
        const path = `${next}/${entry.name}`;
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
      }
    }
    return found;
  }

  async listRoot(): Promise<readonly string[]> {
    const entries = await readdir(this.root, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return this.#limiter.run(async () => {
      const real = await this.#real(path);
      if (real === undefined) return undefined;
      if (!real.startsWith(this.root + sep)) throw new Error('it is a link that leads out of the study');
      return readFile(real);
    });
  }

  async #isInside(folder: string): Promise<boolean> {
    const real = await this.#real(folder);
    return real?.startsWith(this.root + sep) ?? false;
  }

  /** The path without links; undefined where nothing is there. */
  async #real(path: string): Promise<string | undefined> {
    try {
      return await realpath(join(this.root, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  }
}
