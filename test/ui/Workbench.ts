import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { ROOT, type Settings, writeMachineSettings } from '../../scripts/lib/for-tests.mjs';
import { ConsoleErrors } from './ConsoleErrors';
import { Palette } from './Palette';

export type Theme = 'dark' | 'light' | 'high-contrast';

const themes: Record<Theme, string> = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
};

/** How long something is tried again, in milliseconds. */
const untilTrue = { timeout: 30_000, interval: 100 };

/** A page with VS Code in it, as a person sees and uses it. */
export class Workbench {
  readonly #palette: Palette;
  readonly #consoleErrors: ConsoleErrors;
  #settings: Settings = {};

  constructor(
    /** The page, for what has no helper here. */
    readonly page: Page,
    /** The study's folder on disk: a fresh copy. */
    readonly folder: string,
    /** The data folder of the VS Code, which is the home folder there too. */
    readonly dataDir: string,
  ) {
    this.#palette = new Palette(page);
    this.#consoleErrors = new ConsoleErrors(page);
  }

  /** Opens the page and waits until the study's files are shown. */
  async load(url: string): Promise<void> {
    await this.page.goto(`${url}/?folder=${encodeURIComponent(this.folder)}`);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Runs a command by its title as the palette shows it, such as `View: Show Explorer`. */
  runCommand(title: string): Promise<void> {
    return this.#palette.run(title);
  }

  /** The titles that the palette offers for what is typed into it; closes the palette. */
  commandsFor(typed: string): Promise<string[]> {
    return this.#palette.titlesFor(typed);
  }

  /** Opens a file of the study by its name, and waits until its editor has the focus. */
  async openFile(name: string): Promise<void> {
    await this.#palette.openFile(name);
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Takes an item of the list that is open (quick pick) by its label. */
  pick(label: string): Promise<void> {
    return this.#palette.pick(label);
  }

  /** Fills in the input box or quick pick that is open; Enter is left to the caller. */
  fillIn(text: string): Promise<void> {
    return this.#palette.fillIn(text);
  }

  /** Gives a path to the dialog for files that is open; without one, takes what it proposes. */
  async chooseFile(path?: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    // It fills in where it begins when it has read that folder, over what was typed before.
    await vi.waitUntil(async () => (await input.inputValue()).startsWith('/'), untilTrue);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    if (path !== undefined) await this.fillIn(path);
    const chosen = await input.inputValue();
    const isTaken = async () => !(await input.isVisible()) || (await input.inputValue()) !== chosen;
    // It takes no notice of Enter while it reads a folder.
    await vi.waitUntil(async () => {
      await this.press('Enter');
      return vi.waitUntil(isTaken, { timeout: 2_000, interval: 50 }).catch(() => false);
    }, untilTrue);
  }

  /** Presses keys one after the other, such as `Control+k` and `1`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses keys until something is in sight, where VS Code may take no notice of them at first. */
  async pressUntil(wanted: Locator, ...keys: string[]): Promise<void> {
    const isThere = () => wanted.waitFor({ timeout: 3_000 }).then(() => true);
    await vi.waitUntil(async () => {
      await this.press(...keys);
      return isThere().catch(() => false);
    }, untilTrue);
  }

  /** Types a text where the focus is. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Puts the cursor of the active editor on a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#palette.goTo(line, column);
    await this.statusBarItem(new RegExp(`Ln ${line}, Col ${column}\\b`)).waitFor();
  }

  /** Selects the first occurrence of a text in the active editor, from the top. */
  async select(text: string): Promise<void> {
    await this.press('Control+Home', 'Control+f');
    const widget = this.page.locator('.editor-group-container.active .find-widget.visible');
    const input = widget.locator('.find-part textarea').first();
    // Words that were looked for before are looked for anew only when they have gone.
    await input.fill('');
    await input.fill(text);
    await widget.locator('.matchesCount', { hasText: /^1 / }).waitFor();
    await this.press('Escape');
    // The widget gives back the focus a moment later; a key before that is typed, not taken for a command.
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    await this.statusBarItem(new RegExp(`\\(${text.length} `)).waitFor();
  }

  /** The lines of the active editor that are in sight. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    const byTop = await lines.evaluateAll((found) =>
      found
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return byTop.join('\n');
  }

  /** A row of a tree or list in the side bar or panel that has this text. */
  treeItem(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar, .part.panel, .part.auxiliarybar').locator('.monaco-list-row', {
      hasText: text,
    });
  }

  /**
   * Chooses from the context menu of something; opens it again while it does not have the item yet, or took no
   * notice of a click that came too soon.
   */
  async chooseFromMenu(on: Locator, label: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-label', { hasText: label });
    await vi.waitUntil(async () => {
      if (await item.isVisible()) return true;
      await this.press('Escape');
      await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
      await on.click({ button: 'right' });
      await item.waitFor({ timeout: 5_000 }).catch(() => {});
      return item.isVisible();
    }, untilTrue);
    await vi.waitUntil(async () => {
      await item.click({ timeout: 2_000 }).catch(() => {});
      await item.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => {});
      return !(await item.isVisible());
    }, untilTrue);
  }

  /** A toast or an entry of the notification center that has this text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-list-item', { hasText: text }).first();
  }

  /** Presses a button of a notification, which by then may have gone out of sight. */
  async answer(text: string | RegExp, button: string): Promise<void> {
    await this.runCommand('Notifications: Show Notifications');
    const center = this.page.locator('.notifications-center .notification-list-item', { hasText: text });
    await center.first().locator('.monaco-button', { hasText: button }).click();
  }

  /** An item of the status bar that has this text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
  }

  /** Shows a view container by its name in the activity bar, such as `Explorer`. */
  async showViewContainer(name: string): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name }).first();
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: name }).waitFor();
  }

  /** The webview's frame that holds an element, such as `text=Digitale vaardigheden` or `#table`. */
  async webview(selector: string, timeout = 20_000): Promise<Frame> {
    const end = Date.now() + timeout;
    for (;;) {
      for (const frame of this.page.frames().slice(1)) {
        if (
          await frame
            .locator(selector)
            .count()
            .catch(() => 0)
        )
          return frame;
      }
      if (Date.now() > end) throw new Error(`No webview had ${selector} within ${timeout} ms.`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Changes settings while VS Code runs, on top of those that were changed before. */
  async changeSettings(settings: Settings): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    await writeMachineSettings(this.dataDir, this.#settings);
  }

  /** Switches the color theme, and waits until it is in use. */
  async useTheme(theme: Theme): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': themes[theme] });
    const wanted = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' }[theme];
    await this.page.locator(`.monaco-workbench.${wanted}`).waitFor();
  }

  /** The text of a file of the study, as it is on disk. */
  readFile(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Writes a file of the study, as another program would. */
  writeFile(path: string, text: string): Promise<void> {
    return writeFile(join(this.folder, path), text);
  }

  /** The errors on the page's console so far, except those of the workbench itself. */
  consoleErrors(): readonly string[] {
    return this.#consoleErrors.found;
  }

  /** Writes a picture of the page to test-artifacts/<name>.png. */
  async screenshot(name: string): Promise<void> {
    const folder = join(ROOT, 'test-artifacts');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`) });
  }
}
