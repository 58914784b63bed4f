import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Mark } from '../../src/core/highlight/marks';
import { commit, git } from './gitFolder';
import { logLine } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/home-care/git.txt';
const log = 'codings/tester/home-care/git.txt.jsonl';
const text = 'I: Wat valt op?\nR: De cursus is fijn. Dat kost wel veel tijd.\nR: En tijd is schaars.\n';
const corrected = text.replace('I: Wat', 'I: Goedemorgen.\nI: Wat').replace('veel tijd', 'heel veel tijd');

describe('git behind an open transcript', () => {
  let folder: string;
  let elsewhere: string;
  let shown: () => string[];

  before(async () => {
    const extension = await activateExtension();
    // VS Code's own Git would go on asking the repository when it is gone again.
    await vscode.workspace
      .getConfiguration('git')
      .update('enabled', false, vscode.ConfigurationTarget.Global);
    folder = studyFile('').fsPath;
    elsewhere = join(mkdtempSync(join(realpathSync(tmpdir()), 'interview-coding-clone-')), 'study');
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'tester');
    await writeFile(transcript, text);
    cpSync(
      join(extension.extensionPath, 'media/sample-study/.gitattributes'),
      join(folder, '.gitattributes'),
    );
    git(folder, 'init', '--quiet');
    commit(folder, 'A study');
    git(folder, 'clone', '--quiet', folder, elsewhere);
    await openFile(transcript);
    const { shownMarks } = extension.exports as { shownMarks: Map<string, readonly Mark[]> };
    shown = () => {
      const now = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/git.txt'))!.getText();
      const marks = shownMarks.get(studyFile(transcript).toString()) ?? [];
      return marks
        .filter(({ kind }) => kind === 'coding')
        .map(({ start, end }) => now.slice(start, end))
        .sort();
    };
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(join(elsewhere, '..'), { recursive: true, force: true });
    for (const path of ['.git', '.gitattributes', transcript, 'codings/tester', 'codings/bram']) {
      rmSync(join(folder, path), { recursive: true, force: true });
    }
    await vscode.workspace
      .getConfiguration('git')
      .update('enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  async function tag(words: string): Promise<void> {
    const editor = vscode.window.activeTextEditor!;
    const at = editor.document.getText().indexOf(words);
    assert.notEqual(at, -1);
    const [start, end] = [at, at + words.length].map((offset) => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(start!, end!);
    await vscode.commands.executeCommand('interviewCoding.tagWithCode1');
  }

  const linesOf = async () => (await readFile(log)).split('\n').filter(Boolean);
  const show = (what: string, expected: string[]) =>
    waitUntil(what, () => JSON.stringify(shown()) === JSON.stringify([...expected].sort())).catch(() =>
      assert.deepEqual(shown(), [...expected].sort()),
    );

  it('shows what a pull brings: a corrected text and the first codings of a colleague', async () => {
    await tag('De cursus is fijn.');
    await tag('veel tijd');
    await show('own codings', ['De cursus is fijn.', 'veel tijd']);
    commit(folder, 'Coded here');
    const theirs = join(elsewhere, 'codings/bram/home-care');
    mkdirSync(theirs, { recursive: true });
    writeFileSync(join(theirs, 'git.txt.jsonl'), logLine(corrected, 'En tijd is schaars.', 'skills', 'bram'));
    writeFileSync(join(elsewhere, transcript), corrected);
    commit(elsewhere, 'Corrected and coded elsewhere');
    git(folder, 'pull', '--quiet', '--no-edit', elsewhere, 'main');
    await show('what was pulled', ['De cursus is fijn.', 'veel tijd', 'En tijd is schaars.']);
    assert.equal((await linesOf()).length, 2);
    await waitUntil('the new text', () => vscode.window.activeTextEditor?.document.getText() === corrected);
    await tag('heel veel');
    await show('a coding of the corrected text', [
      'De cursus is fijn.',
      'veel tijd',
      'En tijd is schaars.',
      'heel veel',
    ]);
    commit(folder, 'Coded after the pull');
  });

  it('keeps every coding through a checkout and back', async () => {
    const before = await readFile(log);
    git(folder, 'checkout', '--quiet', 'HEAD~2');
    await waitUntil('the old text', () => vscode.window.activeTextEditor?.document.getText() === text);
    await show('the codings of then', ['De cursus is fijn.', 'veel tijd']);
    git(folder, 'checkout', '--quiet', 'main');
    await waitUntil('the new text', () => vscode.window.activeTextEditor?.document.getText() === corrected);
    await show('the codings of now', ['De cursus is fijn.', 'veel tijd', 'En tijd is schaars.', 'heel veel']);
    assert.equal(await readFile(log), before);
  });

  it('merges what was coded on two branches, without a conflict', async () => {
    git(folder, 'checkout', '--quiet', '-b', 'other');
    await tag('schaars');
    await show('the fifth', [
      'De cursus is fijn.',
      'veel tijd',
      'En tijd is schaars.',
      'heel veel',
      'schaars',
    ]);
    commit(folder, 'On a branch');
    git(folder, 'checkout', '--quiet', 'main');
    await show('the four', ['De cursus is fijn.', 'veel tijd', 'En tijd is schaars.', 'heel veel']);
    await tag('Dat kost');
    commit(folder, 'On main');
    git(folder, 'merge', '--quiet', '--no-edit', 'other');
    await show('all', [
      'De cursus is fijn.',
      'veel tijd',
      'En tijd is schaars.',
      'heel veel',
      'schaars',
      'Dat kost',
    ]);
    assert.equal((await linesOf()).length, 5);
    assert.deepEqual(
      vscode.languages.getDiagnostics(studyFile(log)).map(({ message }) => message),
      [],
    );
  });
});
