import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disposable } from 'vscode';
import { Debounced } from './debounce';

/** Milliseconds: another program's write is several events, and between them the file may be empty. */
const quietTime = 100;
/** Milliseconds: a program that never stops writing, such as one that syncs, does not hide what others write. */
const longestTime = 1000;

/**
 * Watches the folders of a study on disk, each by itself. The editor's own watcher misses what happens in
 * folders that were just made, such as a coder's first, or those that a git pull brings.
 */
export class DiskWatcher implements Disposable {
  /** By the folder's path relative to the root; the root itself is ''. */
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #pending = new Set<string>();
  readonly #announce = new Debounced(async () => this.#reportPending(), quietTime, longestTime);
  #cameOrWent = false;
  #disposed = false;
  /** Resolved when all folders are watched. */
  readonly watching: Promise<void>;

  /**
   * @param root the study's folder on disk
   * @param isWatched whether a path relative to the root, with `/`, is of the study
   * @param report takes the paths that may have changed, and whether any of them may have come or gone
   */
  constructor(
    private readonly root: string,
    private readonly isWatched: (path: string) => boolean,
    private readonly report: (paths: readonly string[], cameOrWent: boolean) => void,
  ) {
    this.watching = this.#watch('').then(() => undefined);
  }

  dispose(): void {
    this.#disposed = true;
    this.#announce.dispose();
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Watches a folder and those below it; answers the files in them. */
  async #watch(folder: string): Promise<string[]> {
    if (this.#disposed || this.#watchers.has(folder)) return [];
    let watcher: FSWatcher;
    try {
      watcher = watch(join(this.root, folder), { persistent: false });
    } catch {
      return [];
    }
    this.#watchers.set(folder, watcher);
    watcher.on('change', (event, name) => void this.#touched(folder, String(name), event === 'rename'));
    watcher.on('error', () => this.#forget(folder));
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(() => []);
    const files: string[] = [];
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!this.isWatched(path)) continue;
      if (entry.isDirectory()) files.push(...(await this.#watch(path)));
      else files.push(path);
    }
    return files;
  }

  async #touched(folder: string, name: string, cameOrWent: boolean): Promise<void> {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (!this.isWatched(path)) return;
    const gone = [...this.#watchers.keys()].filter((one) => one === path || one.startsWith(`${path}/`));
    for (const one of gone) this.#forget(one);
    // Where it is a folder, its files may have come before it was watched.
    const isFolder = await lstat(join(this.root, path)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const files = isFolder ? await this.#watch(path) : [];
    for (const one of [path, ...files]) this.#pending.add(one);
    this.#cameOrWent ||= cameOrWent;
    this.#announce.trigger();
  }

  #reportPending(): void {
    const paths = [...this.#pending];
    const cameOrWent = this.#cameOrWent;
    this.#pending.clear();
    this.#cameOrWent = false;
    this.report(paths, cameOrWent);
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
