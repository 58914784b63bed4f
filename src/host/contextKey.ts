import * as vscode from 'vscode';

/** A when-clause context key; sets only what changed. */
export class ContextKey<T extends boolean | string | number> {
  #value: T | undefined;

  constructor(readonly name: string) {}

  set(value: T): void {
    if (this.#value === value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
