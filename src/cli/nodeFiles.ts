import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { FileStore } from '../core/ports';
import { appendLines } from './appendLines';
import { writeWholeFile } from './writeFile';

/**
 * A study's folder on disk. Linked folders are not entered, and links that lead out of the study not read.
 * Files and folders are read at once, while the thread waits: there is nothing else that it could do, and of files of
 * a hundred kilobytes, asking for each and hearing of it takes several times as long as reading it.
 */
export class NodeFiles implements FileStore {
  /** The files that were listed and are no links, in folders inside the study: where they lead need not be asked. */
  readonly #plain = new Set<string>();

  private constructor(private readonly root: string) {}

  /** @param folder of the study, which must exist */
  static async open(folder: string): Promise<NodeFiles> {
    return new NodeFiles(await realpath(folder));
  }

  async list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    // Folders in a folder that is inside are so too: those that are links are not entered.
    const folders = (await this.#isInside(folder)) ? [folder] : [];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      for (const entry of readdirSync(join(this.root, next), { withFileTypes: true })) {
        const path = `${next}/${entry.name}`;
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
        if (entry.isFile()) this.#plain.add(path);
      }
    }
    return found;
  }

  async listRoot(): Promise<readonly string[]> {
    const entries = await readdir(this.root, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (this.#plain.has(path)) return this.#readPlain(path);
    const real = await this.#real(path);
    if (real === undefined) return undefined;
    if (!real.startsWith(this.root + sep)) throw new Error('it is a link that leads out of the study');
    return readFileSync(real);
  }

  /** Writes a whole file of the study. Rejects where a link would lead it out of there. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    await writeWholeFile(await this.#writable(path), content);
  }

  /** Adds lines at the end of a file of the study, which is made where it is missing. */
  async append(path: string, lines: readonly string[]): Promise<void> {
    await appendLines(await this.#writable(path), lines);
  }

  async #writable(path: string): Promise<string> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    const real = (await this.#real(path)) ?? join(await realpath(dirname(file)), 'new');
    if (!real.startsWith(this.root + sep))
      throw new Error(`${path}: it is a link that leads out of the study`);
    return file;
  }

  /** A file that went since it was listed is none. */
  #readPlain(path: string): Uint8Array | undefined {
    try {
      return readFileSync(join(this.root, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #isInside(folder: string): Promise<boolean> {
    const real = await this.#real(folder);
    return real?.startsWith(this.root + sep) ?? false;
  }

  /** The path without links; undefined where nothing is there. */
  async #real(path: string): Promise<string | undefined> {
    try {
      // Of what is not there, to be told so by an error takes much longer.
      if (!lstatSync(join(this.root, path), { throwIfNoEntry: false })) return undefined;
      return await realpath(join(this.root, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  }
}
