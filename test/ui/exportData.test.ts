import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { FIXTURE_STUDIES, ROOT } from '../../scripts/lib/for-tests.mjs';
import { useStudy } from './useStudy';

const run = promisify(execFile);

/** Someone else's project: another study, as the command line writes it. */
async function project(folder: string): Promise<void> {
  const cli = join(ROOT, 'dist', 'cli.js');
  const out = join(folder, 'colleague.qdpx');
  await run(process.execPath, [
    cli,
    'export',
    join(FIXTURE_STUDIES, 'small'),
    '--format',
    'qdpx',
    '--out',
    out,
  ]);
}

describe('data out and projects in, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark', prepare: project });

  const question = (placeholder: string) =>
    vscode().page.locator(`.quick-input-widget input[placeholder^="${placeholder}"]`).waitFor();

  /** The path that the dialog to save a file proposes, when it does. */
  async function proposed(name: string): Promise<void> {
    const input = vscode().page.locator('.quick-input-box input');
    await expect.poll(() => input.inputValue()).toBe(join(vscode().folder, name));
  }

  it('writes a table of codings where the dialog says, by keys alone', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('Barrier').first().waitFor();
    await vscode().runCommand('Interview Coding: Export Data…');
    await question('In which format?');
    await vscode().screenshot('export formats');
    await vscode().press('Enter');
    await proposed('sample-study-codings.csv');
    await vscode().screenshot('export save dialog');
    await vscode().chooseFile(join(vscode().folder, 'codings of may.csv'));
    await vscode().answer('Exported to codings of may.csv.', 'Open');
    await vscode().page.locator('.tab.active', { hasText: 'codings of may.csv' }).waitFor();
    expect(await vscode().readFile('codings of may.csv')).toContain('technology-fails');
  });

  it('asks for which program a project is, and says what is not in it', async () => {
    await vscode().runCommand('Interview Coding: Export Data…');
    await question('In which format?');
    await vscode().type('qdpx');
    await vscode().press('Enter');
    await question('For which program?');
    await vscode().screenshot('export dialect');
    await vscode().pick('NVivo');
    await proposed('sample-study.qdpx');
    await vscode().chooseFile();
    await vscode().answer('Exported to sample-study.qdpx.', 'What Is Not in It');
    await vscode().page.locator('.tab.active', { hasText: 'What is not in' }).waitFor();
    const files = unzipSync(await readFile(join(vscode().folder, 'sample-study.qdpx')));
    expect(strFromU8(files['project.qde']!)).toContain('origin="Interview Coding (as NVivo counts)"');
  });

  it('writes an interview for review in Word, from its menu in the Cases view', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('Telemonitoring of heart failure').first().click();
    await vscode().press('ArrowRight');
    const interview = vscode().treeItem('cardioloog').first();
    await vscode().chooseFromMenu(interview, 'Export for Review in Word…');
    const input = vscode().page.locator('.quick-input-box input');
    await expect.poll(() => input.inputValue()).toMatch(/\.docx$/);
    await vscode().chooseFile(join(vscode().folder, 'for review.docx'));
    await vscode().notification('Exported to for review.docx.').waitFor();
    await vscode().screenshot('export review');
    const files = unzipSync(await readFile(join(vscode().folder, 'for review.docx')));
    expect(strFromU8(files['word/comments.xml']!)).toContain('w:author="anna"');
  });

  it('says of that document when it comes back that it is read as reviews', async () => {
    await vscode().showViewContainer('Explorer');
    await vscode().chooseFromMenu(vscode().treeItem('for review.docx').first(), 'Import Transcripts…');
    await question('What was said of the comments becomes reviews');
    const list = vscode().page.locator('.quick-input-list');
    expect(await list.textContent()).toMatch(
      /comes back from review · comments: \d+The text of transcripts\//,
    );
    await vscode().screenshot('import review');
    await vscode().press('Enter');
    await vscode().notification('Reviewed documents read: 1.').waitFor();
  });

  it('takes in the project of a colleague from its menu in the Explorer, after saying what is new', async () => {
    await vscode().showViewContainer('Explorer');
    await vscode().chooseFromMenu(
      vscode().treeItem('colleague.qdpx').first(),
      'Import Project or Codebook of Another QDA Program…',
    );
    await question('Nothing that is there is changed');
    const left = vscode().page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not taken over' });
    expect(await left.textContent()).toContain('The study has its own “study.yaml”');
    await vscode().screenshot('import project');
    await left.click();
    await vscode().page.locator('.tab.active', { hasText: 'Not taken over from' }).waitFor();
    await question('Nothing that is there is changed');
    // The question is shown before its answers are there.
    await vscode().pressUntil(vscode().notification('Imported: transcripts'), 'Enter');
    await vscode().screenshot('imported project');
    expect(existsSync(join(vscode().folder, 'originals', 'colleague.qdpx'))).toBe(true);
    expect(await vscode().readFile('transcripts/hospital/cardioloog.txt')).toContain('cursus');
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('hospital').first().waitFor();
  });

  it('says all of it without an error on the console', () => {
    expect(vscode().consoleErrors()).toEqual([]);
  });
});
