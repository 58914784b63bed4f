import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const codebook = 'codebook.yaml';
const log = 'codings/anna/elderly-care/org-2-manager-wijkverpleging.txt.jsonl';

describe('codes and their coder, by keys alone', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark' });

  it('are renamed in the view, which says whose codings get the new name, and back in one step', async () => {
    const before = await vscode().readFile(codebook);
    await vscode().showViewContainer('Interview Coding');
    await vscode()
      .treeItem(/^Facilitator/)
      .first()
      .waitFor();
    await vscode().runCommand('Interview Coding: Focus on Codebook View');
    const asked = vscode().page.locator('.quick-input-widget');
    const touched = asked.getByText(/\d+ codings, by .+ No log is changed\./);
    await vscode().pressUntil(touched, 'Home', 'ArrowDown', 'F2');
    await vscode().screenshot('rename code');
    await vscode().press('Control+a');
    await vscode().type('What helps');
    await vscode().press('Enter');
    await expect.poll(() => vscode().readFile(codebook)).toContain('What helps');
    await vscode()
      .treeItem(/^What helps/)
      .first()
      .waitFor();
    await vscode().runCommand('Interview Coding: Undo Last Codebook Change');
    await expect.poll(() => vscode().readFile(codebook)).toBe(before);
  });

  it('are merged after a look at what that does, and no log is changed', async () => {
    const [before, logBefore] = [await vscode().readFile(codebook), await vscode().readFile(log)];
    await vscode().runCommand('Interview Coding: Merge Code Into…');
    const row = (text: string) =>
      vscode().page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    for (const code of ['Financing', 'Barrier']) {
      await vscode().fillIn(code);
      await row(code).waitFor();
      await vscode().press('Enter');
    }
    await row('no log is changed').waitFor();
    await vscode().screenshot('merge codes');
    await vscode().press('Enter');
    await expect.poll(() => vscode().readFile(codebook)).toMatch(/was: .*financing/);
    expect(await vscode().readFile(log)).toBe(logBefore);
    await vscode().runCommand('Interview Coding: Undo Last Codebook Change');
    await expect.poll(() => vscode().readFile(codebook)).toBe(before);
  });

  it('are given under a new name that is typed where others are offered', async () => {
    await vscode().openFile('org-2-manager-wijkverpleging.txt');
    await vscode()
      .statusBarItem(/^\W*Coding\W*$/)
      .waitFor();
    await vscode().press('Control+Home');
    await vscode().runCommand('Interview Coding: Go to Next Term Hit');
    await vscode().press('1');
    await vscode().page.locator('.quick-input-list', { hasText: 'Another name' }).waitFor();
    await vscode().fillIn('carla');
    await vscode().press('Enter');
    await vscode().page.getByText('A short name, such as your first name').waitFor();
    await vscode().press('Enter');
    const own = log.replace('anna', 'carla');
    await expect
      .poll(() =>
        vscode()
          .readFile(own)
          .catch(() => ''),
      )
      .toContain('"by":"carla"');
  });
});
