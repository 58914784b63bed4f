import type { Disposable } from 'vscode';

/** Disposes what was added to it, last added first. */
export class DisposableStore implements Disposable {
  #items: Disposable[] = [];

  add<T extends Disposable>(item: T): T {
    this.#items.push(item);
    return item;
  }

  /** Disposes what is held and goes on being usable. */
  clear(): void {
    const items = this.#items.reverse();
    this.#items = [];
    for (const item of items) item.dispose();
  }

  dispose(): void {
    this.clear();
  }
}
