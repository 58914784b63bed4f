import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const name = 'org-2-manager-wijkverpleging';
const transcript = `transcripts/elderly-care/${name}.txt`;
const log = `codings/anna/elderly-care/${name}.txt.jsonl`;
const gone = 'Ik heb voor de zomer veertien diensten per week waar geen naam achter staat.';

describe('codings to repair, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark' });

  it('are listed when a transcript was corrected elsewhere', async () => {
    await vscode().openFile(`${name}.txt`);
    await vscode().runCommand('Interview Coding: Choose Who Is Coding…');
    await vscode().pick('anna');
    await vscode().showViewContainer('Interview Coding');
    await vscode().runCommand('Interview Coding: Focus on Quotes View');
    const before = await vscode().readFile(transcript);
    await vscode().writeFile(
      transcript,
      before.replaceAll('wondverpleegkundige', 'specialist').replace(gone, 'Dat zijn er veel.'),
    );
    await vscode().treeItem('Codings to repair').click();
    await vscode().press('ArrowRight');
    await vscode().treeItem(gone.slice(0, 30)).first().waitFor();
    await vscode().screenshot('codings to repair');
  });

  it('show their places while one is chosen', async () => {
    await vscode().openFile(`${name}.txt`);
    await vscode().runCommand('Interview Coding: Repair Coding…');
    await vscode().page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await vscode().screenshot('repair coding');
    await vscode().press('ArrowDown', 'Enter');
    await vscode().page.locator('.quick-input-list', { hasText: 'Choose its place…' }).waitFor();
    await vscode().screenshot('repair actions');
    await vscode().fillIn('Choose its place');
    await vscode().press('Enter');
    await vscode()
      .page.locator('.quick-input-list .monaco-list-row', { hasText: 'where it now stands' })
      .waitFor();
    await vscode()
      .statusBarItem(/\(\d+ selected\)/)
      .waitFor();
    await vscode().screenshot('repair place');
    await vscode().press('Escape');
    // The editor is as it was, and has the focus again.
    await vscode()
      .statusBarItem(/Ln 1, Col 1\b(?!.*selected)/)
      .waitFor();
  });

  it('are accepted all at once from the keyboard', async () => {
    const before = await vscode().readFile(log);
    await vscode().runCommand('Interview Coding: Accept New Text of All Your Changed Codings…');
    await vscode().page.locator('.quick-input-list', { hasText: 'was “' }).waitFor();
    await vscode().screenshot('repair all');
    await vscode().press('Enter');
    await expect.poll(() => vscode().readFile(log)).not.toBe(before);
    const added = (await vscode().readFile(log)).slice(before.length);
    expect(added).toContain('specialist');
    expect(added).not.toContain('wondverpleegkundige');
  });
});
