import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const transcript = 'org-2-manager-wijkverpleging.txt';
const log = 'codings/anna/elderly-care/org-2-manager-wijkverpleging.txt.jsonl';
const quote = 'harder zoeken, wat we al doen, of anders gaan werken';

describe('the main job, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample' });

  /** The texts of the active editor's elements whose style has another value for a property than the plain one. */
  async function styled(elements: string, property: string, plain: string): Promise<string[]> {
    const found = vscode().page.locator(`.editor-group-container.active ${elements}`);
    return found.evaluateAll(
      (all, [name, value]) =>
        all
          .filter((element) => getComputedStyle(element).getPropertyValue(name) !== value)
          .map((element) => element.textContent ?? ''),
      [property, plain] as const,
    );
  }

  it('shows codings as a tint and terms underlined', async () => {
    await vscode().openFile(transcript);
    const tints = () => styled('.view-overlays .cdr', 'background-color', 'rgba(0, 0, 0, 0)');
    await expect.poll(async () => (await tints()).length).toBeGreaterThan(5);
    const underlined = () => styled('.view-line span', 'text-decoration-line', 'none');
    await expect.poll(underlined).toContain('angst');
  });

  it('tags a selected quote with one key, once it knows who is coding', async () => {
    await vscode().select(quote);
    await vscode().press('3');
    await vscode().pick('anna');
    await vscode().statusBarItem('anna').waitFor();
    await expect.poll(() => vscode().readFile(log)).toContain(`"quote":"${quote}"`);
    await vscode()
      .statusBarItem(/Tagged as/)
      .waitFor();
  });

  it('protects the text from typing while keys code it', async () => {
    const before = await vscode().visibleText();
    await vscode().press('x', 'Backspace', 'Enter');
    expect(await vscode().visibleText()).toBe(before);
    await vscode().press('Escape');
  });

  it('takes the tag back with z and makes it again with Shift+Z', async () => {
    await vscode().press('z');
    await expect.poll(async () => lastLine(await vscode().readFile(log))).toHaveProperty('deleted', true);
    await vscode().press('Shift+Z');
    await expect.poll(async () => lastLine(await vscode().readFile(log))).toHaveProperty('quote', quote);
  });

  it('collects the quote in the sidebar, and leads back to it', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().runCommand('Interview Coding: Group Quotes By…');
    await vscode().pick('Transcript');
    await vscode().treeItem('org-2-manager-wijkverpleging').first().click();
    const item = vscode().treeItem(quote.slice(0, 30)).first();
    await item.click();
    await vscode().statusBarItem(`(${quote.length} selected)`).waitFor();
  });

  it('exports the summary of a case and shows it', async () => {
    await vscode().runCommand('Interview Coding: Export Summary…');
    await accept('Of which cases?');
    await accept('In which formats?');
    const frame = await vscode().webview(`text=${quote}`);
    await frame.locator('h1').first().waitFor();
    expect(await vscode().readFile('summaries/elderly-care.md')).toContain(quote);
    await vscode().screenshot('summary');
  });

  it('says all of it without an error on the console', () => {
    expect(vscode().consoleErrors()).toEqual([]);
  });

  /** Accepts the quick pick with this placeholder as it stands. */
  async function accept(placeholder: string): Promise<void> {
    await vscode().page.locator(`.quick-input-widget input[placeholder="${placeholder}"]`).waitFor();
    await vscode().press('Enter');
  }
});

function lastLine(text: string): unknown {
  return JSON.parse(text.trim().split('\n').at(-1)!);
}
