import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const transcript = 'org-2-manager-wijkverpleging.txt';
const log = 'codings/anna/elderly-care/org-2-manager-wijkverpleging.txt.jsonl';
const quote = 'zat de wondverpleegkundige een kwartier naar een zwart scherm te kijken';

describe('the main job, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample' });

  /** The words in the editor that have a CSS property set to something else than these values. */
  async function styledWords(property: string, ...plain: string[]): Promise<string[]> {
    const spans = vscode().page.locator('.editor-group-container.active .view-lines .view-line > span span');
    return spans.evaluateAll(
      (found, [name, values]) =>
        found
          .filter(
            (span) => !(values as string[]).includes(getComputedStyle(span).getPropertyValue(name as string)),
          )
          .map((span) => (span.textContent ?? '').replaceAll('\u00a0', ' ')),
      [property, plain] as const,
    );
  }

  it('shows codings as a tint and terms underlined', async () => {
    await vscode().openFile(transcript);
    await expect.poll(() => styledWords('background-color', 'rgba(0, 0, 0, 0)')).not.toEqual([]);
    await expect.poll(() => styledWords('text-decoration-line', 'none')).toContain('angst');
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
