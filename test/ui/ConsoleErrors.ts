import type { Page } from 'playwright-core';

// What a page of the VS Code server says of itself on every start, with any extension or none.
const workbenchErrors = [
  /Failed to load resource/,
  /ServiceWorker|fetching the script/,
  /No extension gallery service configured/,
  /authentication provider 'github' to register/,
  // On a busy machine, of the files that VS Code saves for itself; this extension takes no part in saving.
  /Aborted onWillSaveTextDocument-event/,
];

/** Collects the errors that a page prints or throws. */
export class ConsoleErrors {
  readonly #found: string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#add(message.text());
    });
    page.on('pageerror', (error) => this.#add(error.stack ?? error.message));
  }

  get found(): readonly string[] {
    return this.#found;
  }

  #add(text: string): void {
    if (!workbenchErrors.some((pattern) => pattern.test(text))) this.#found.push(text);
  }
}
