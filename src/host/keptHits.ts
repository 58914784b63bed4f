import * as vscode from 'vscode';
import { KnownHits } from '../core/cache/knownHits';
import type { Study } from '../core/study';
import { Breather } from './breather';
import { nodeSha256 } from './sha256';

/**
 * What is kept of a study's hits between sessions, in the extension's own storage: counts and hashes, never text. It
 * only saves time: where it is lost, damaged or cannot be written, hits are counted again.
 */
export class KeptHits {
  readonly known = new KnownHits();
  readonly #file: vscode.Uri | undefined;
  #loaded: Promise<void> | undefined;

  /** @param storage undefined where the window has none */
  constructor(
    private readonly storage: vscode.Uri | undefined,
    study: vscode.Uri,
  ) {
    const name = nodeSha256(study.toString()).slice(0, 16);
    this.#file = storage && vscode.Uri.joinPath(storage, `hits-${name}.json`);
  }

  /** Recalls what earlier sessions have counted of a study's transcripts. */
  load(study: Study): Promise<void> {
    this.#loaded ??= this.#load().then(() => study.lookForKnownHits(new Breather()));
    return this.#loaded;
  }

  /** Keeps what was counted of these transcripts, where that is news. */
  async save(paths: readonly string[]): Promise<void> {
    if (!this.storage || !this.#file || !this.known.isNew) return;
    try {
      await vscode.workspace.fs.createDirectory(this.storage);
      await vscode.workspace.fs.writeFile(this.#file, Buffer.from(this.known.serialize(paths)));
    } catch {
      // They are counted again the next time.
    }
  }

  async #load(): Promise<void> {
    if (!this.#file) return;
    try {
      this.known.restore(Buffer.from(await vscode.workspace.fs.readFile(this.#file)).toString());
    } catch {
      // Nothing was kept yet.
    }
  }
}
