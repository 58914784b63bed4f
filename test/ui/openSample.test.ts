import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';
import { Workbench } from './Workbench';

describe('a window without a study', () => {
  const vscode = useStudy({ study: 'none' });

  it('says what a study is and opens a copy of the sample', async () => {
    const { page } = vscode();
    await vscode().showViewContainer('Interview Coding');
    const opening = page.context().waitForEvent('page');
    await page.locator('.part.sidebar .monaco-button', { hasText: 'Open Sample Study' }).click();
    const first = page.locator('.quick-input-list .monaco-list-row').first();
    const folder = ((await first.locator('.label-name').textContent()) ?? '').trim();
    await first.click();
    const opened = await opening;
    await opened.locator('.explorer-folders-view', { hasText: 'codebook.yaml' }).waitFor();
    expect(existsSync(join(folder, 'codebook.yaml'))).toBe(true);
    const sample = new Workbench(opened, folder, vscode().dataDir);
    await sample.openFile('org-2-manager-wijkverpleging.txt');
    await sample.statusBarItem(/^\W*Coding\W*$/).waitFor();
    await sample.screenshot('sample');
  });
});
