import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const transcript = 'org-2-manager-wijkverpleging.txt';
const log = 'codings/consensus/elderly-care/org-2-manager-wijkverpleging.txt.jsonl';

describe('two coders side by side, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample' });
  const status = (text: RegExp) => vscode().statusBarItem(text).waitFor();

  it('are opened with a list of what they differ in', async () => {
    await vscode().openFile(transcript);
    await status(/Who is coding/);
    await vscode().runCommand('Interview Coding: Compare Coders…');
    await status(/A anna \| B bram/);
    await vscode().showViewContainer('Interview Coding');
    await vscode()
      .treeItem(/^Disagreements/)
      .first()
      .waitFor();
    await expect.poll(() => vscode().page.locator('.editor-group-container .monaco-editor').count()).toBe(2);
  });

  it('are gone through and settled by single keys', async () => {
    await vscode().page.locator('.editor-group-container .monaco-editor .view-lines').first().click();
    await vscode().press('Control+Home', 'n');
    await status(/ · 1\/\d+ · /);
    await vscode().screenshot('compare');
    await vscode().press('t');
    await vscode().pick('anna');
    await expect
      .poll(() =>
        vscode()
          .readFile(log)
          .catch(() => ''),
      )
      .toContain('"from":');
    await status(/ · 2\/\d+ · /);
    await vscode().press('p', 'n', 'z');
    await expect.poll(() => vscode().readFile(log)).toContain('"deleted":true');
  });

  it('are left with Escape', async () => {
    await vscode().press('Escape');
    await expect.poll(() => vscode().page.locator('.editor-group-container').count()).toBe(1);
  });
});
