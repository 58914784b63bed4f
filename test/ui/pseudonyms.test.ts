import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

describe('pseudonyms, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample', theme: 'light' });
  const names = () => join(dirname(vscode().folder), 'names of the sample.yaml');
  const input = () => vscode().page.locator('.quick-input-box input');

  it('asks where the names are to be kept and which words are names, and shows the file', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('Barrier').first().waitFor();
    await vscode().runCommand('Interview Coding: Suggest Names to Replace…');
    await vscode().page.locator('.quick-input-title', { hasText: 'Where to keep the names?' }).waitFor();
    await expect.poll(() => input().inputValue()).toContain(`${basename(vscode().folder)} names.yaml`);
    await vscode().screenshot('names where');
    await vscode().chooseFile(names());
    await vscode()
      .page.locator('.quick-input-widget input[placeholder^="Which of these are names?"]')
      .waitFor();
    await vscode().screenshot('names which');
    await vscode().press('Enter');
    await vscode()
      .page.locator('.tab.active', { hasText: basename(names()) })
      .waitFor();
    await vscode().screenshot('names file');
    expect(await readFile(names(), 'utf8')).toMatch(
      /organizations:\n {2}Instelling C: Organisatie 1 {3}# study.yaml\n/,
    );
  });

  it('shows every place before anything is written', async () => {
    await vscode().runCommand('Interview Coding: Preview Pseudonyms');
    await vscode().page.locator('.multiDiffEntry').first().waitFor();
    await vscode().screenshot('pseudonyms preview');
    await vscode().useTheme('dark');
    await vscode().screenshot('pseudonyms preview dark');
    await vscode().useTheme('high-contrast');
    await vscode().screenshot('pseudonyms preview high contrast');
    await vscode().useTheme('light');
  });

  it('makes a copy in the folder that is chosen, and says where', async () => {
    await vscode().runCommand('Interview Coding: Make Pseudonymized Copy…');
    await vscode().page.locator('.quick-input-title', { hasText: 'Make Pseudonymized Copy' }).waitFor();
    await vscode().screenshot('copy where');
    await vscode().chooseFile();
    await vscode().notification('The copy is in').waitFor();
    await vscode().screenshot('copy made');
    const folders = await readdir(dirname(vscode().folder));
    expect(folders).toContain(`${basename(vscode().folder)} with pseudonyms`);
  });

  it('lists the names that are left in a file', async () => {
    const place = () => vscode().page.locator('.part.panel .monaco-list-row', { hasText: 'is left in' });
    await vscode().runCommand('Interview Coding: Check for Names');
    await place().first().waitFor();
    await vscode().screenshot('check for names');
    // Asked again, it does not close the panel.
    await vscode().runCommand('Interview Coding: Check for Names');
    await vscode().notification('Places in which names are left').waitFor();
    await place().first().waitFor();
  });
});
