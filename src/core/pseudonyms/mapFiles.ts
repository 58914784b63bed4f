import type { FileStore } from '../ports';

/** Files in memory, such as those of a copy that is yet to be written. */
export class MapFiles implements FileStore {
  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  async list(folder: string): Promise<readonly string[]> {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  async listRoot(): Promise<readonly string[]> {
    return [...this.files.keys()].filter((path) => !path.includes('/'));
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.files.get(path);
  }
}
