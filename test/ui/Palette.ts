import type { Locator, Page } from 'playwright-core';

// A row's second line, where it has one, is the English title of a translated command.
const LABEL = '.quick-input-list-row:first-child .label-name';

/** The input at the top of VS Code: commands, files, places, and the lists and questions of commands. */
export class Palette {
  readonly #widget: Locator;
  readonly #input: Locator;
  readonly #rows: Locator;

  constructor(private readonly page: Page) {
    this.#widget = page.locator('.quick-input-widget');
    this.#input = this.#widget.locator('.quick-input-box input');
    this.#rows = this.#widget.locator('.quick-input-list .monaco-list-row');
  }

  async run(title: string): Promise<void> {
    await this.#open('F1', `>${title}`);
    await this.#choose(title);
  }

  async titlesFor(typed: string): Promise<string[]> {
    await this.#open('F1', `>${typed}`);
    await this.#rows.first().waitFor();
    const titles = await this.#rows.locator(LABEL).allTextContents();
    await this.page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'hidden' });
    return titles;
  }

  async openFile(name: string): Promise<void> {
    await this.#open('Control+p', name);
    await this.#choose(name);
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.#open('Control+g', `:${line},${column}`);
    await this.page.keyboard.press('Enter');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  async pick(label: string): Promise<void> {
    // Typing brings an item into sight in a list that is longer than the screen.
    await this.fillIn(label);
    await this.#choose(label);
  }

  async fillIn(text: string): Promise<void> {
    await this.#input.waitFor();
    await this.#input.fill(text);
  }

  async #choose(label: string): Promise<void> {
    // An icon before the label leaves a space.
    const exactly = new RegExp(`^\\s*${RegExp.escape(label)}$`);
    const name = this.page.locator(LABEL, { hasText: exactly });
    await this.#rows.filter({ has: name }).first().click();
    // Out of the way, or a hover appears over what is below.
    await this.page.mouse.move(0, 0);
  }

  /** Opens it with a key and types into it; once more where something took the focus away meanwhile. */
  async #open(key: string, text: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press(key);
      try {
        await this.#input.fill(text, { timeout: 5_000 });
        return;
      } catch (error) {
        if (tries === 4) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }
}
