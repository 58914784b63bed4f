import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/home-care/historie.txt';
const log = 'codings/tester/home-care/historie.txt.jsonl';
const past = 'history/tester/home-care/historie.txt.jsonl';
const text = 'I: Wat valt op?\nR: De cursus is fijn. Dat kost wel veel tijd.\n';

function run<T>(command: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`interviewCoding.${command}`, ...args);
}

const linesOf = async (path: string) => (await readFile(path).catch(() => '')).split('\n').filter(Boolean);

describe('the history of codings', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    await activateExtension();
    await writeFile(transcript, text);
    editor = await openFile(transcript);
    await run('setCoder', 'tester');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [transcript, 'codings/tester', 'history', 'summaries']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    }
  });

  /** Tags the words, takes it back and makes it again: three lines. */
  async function code(words: string): Promise<void> {
    await vscode.window.showTextDocument(editor.document);
    editor = vscode.window.activeTextEditor!;
    const at = text.indexOf(words);
    editor.selection = new vscode.Selection(
      editor.document.positionAt(at),
      editor.document.positionAt(at + words.length),
    );
    await run('tagWithCode1');
    await run('undo');
    await run('redo');
  }

  /** Opens a history and gives its text and title. */
  async function shownHistory(
    ...args: unknown[]
  ): Promise<{ said: string; title: string; readOnly: boolean }> {
    await run('showCodingHistory', ...args);
    const { document } = vscode.window.activeTextEditor!;
    return {
      said: document.getText(),
      title: document.uri.path,
      readOnly: document.uri.scheme === 'interview-coding-history',
    };
  }

  it('is shown of the coding at the cursor, step by step, in a page that cannot be changed', async () => {
    await code('De cursus is fijn.');
    const { said, title, readOnly } = await shownHistory();
    assert.match(said, /Tagged with .*“De cursus is fijn\.”[\s\S]*Removed; the code was [\s\S]*Added again/);
    assert.match(said, /· tester/);
    assert.match(title, /De cursus is fijn/);
    assert.ok(readOnly);
  });

  it('is whole after compacting, which leaves one line in the log', async () => {
    const before = await linesOf(log);
    assert.equal(before.length, 3);
    await run('compactLog', [log]);
    assert.deepEqual(await linesOf(log), before.slice(2));
    assert.deepEqual(await linesOf(past), before.slice(0, 2));
    await vscode.window.showTextDocument(editor.document);
    const { said } = await shownHistory();
    assert.equal(said.match(/· tester/g)?.length, 3);
  });

  it('is shown of a row of the Quotes view, and of what a hover refers to', async () => {
    await run('groupQuotes', 'transcript');
    const row = await waitUntil('the quote', async () => {
      const groups = await rowsOf('quotes');
      const group = groups.find(({ label }) => label.includes('historie'));
      return group && (await rowsOf('quotes', group))[0];
    });
    assert.match((await shownHistory(row.element)).said, /De cursus is fijn/);
    const { id } = JSON.parse((await linesOf(log))[0]!);
    assert.match(
      (await shownHistory({ study: studyFile('').toString(), transcript, log, id })).said,
      /De cursus is fijn/,
    );
    await run('groupQuotes', 'code');
  });

  it('goes on after compacting: what is coded then is added to the log', async () => {
    await code('veel tijd');
    assert.equal((await linesOf(log)).length, 4);
    await run('compactLog', [log]);
    assert.equal((await linesOf(log)).length, 2);
    assert.equal((await linesOf(past)).length, 4);
  });

  it('is put back in front of the log by restoring', async () => {
    await run('restoreLog', [log]);
    assert.equal((await linesOf(log)).length, 6);
    assert.equal((await linesOf(past)).length, 4);
    await run('compactLog', [log]);
    assert.equal((await linesOf(log)).length, 2);
    assert.equal((await linesOf(past)).length, 4);
  });

  it('leaves a log with a conflict alone, to which codings are still added', async () => {
    const whole = await readFile(log);
    const broken = `<<<<<<< HEAD\n${whole}=======\n>>>>>>> other\n`;
    await writeFile(log, broken);
    const problems = await waitUntil('the problems', () => {
      const found = vscode.languages
        .getDiagnostics(studyFile(log))
        .filter((one) => one.code === 'log-conflict');
      return found.length === 3 && found;
    });
    assert.deepEqual(problems.map(({ range }) => range.start.line).sort(), [0, 3, 4]);
    await code('Dat kost');
    await run('compactLog', [log]);
    assert.ok((await readFile(log)).startsWith(broken));
    assert.equal((await linesOf(log)).length, 8);
    await writeFile(log, (await readFile(log)).replace(/^[<=>]{7}.*\n/gm, ''));
    await waitUntil('no problem', () => vscode.languages.getDiagnostics(studyFile(log)).length === 0);
    await run('compactLog', [log]);
    assert.equal((await linesOf(log)).length, 3);
  });

  it('is exported with a row an action', async () => {
    const uri = await run<vscode.Uri>('exportAuditTrail', { open: false });
    assert.equal(uri.path, studyFile('summaries/audit-trail.csv').path);
    const rows = (await linesOf('summaries/audit-trail.csv')).filter((row) => row.includes('historie'));
    const actions = rows.map((row) => row.split(',')[2]);
    assert.equal(actions.length, 9);
    assert.deepEqual(
      ['added', 'removed', 'restored'].map((one) => actions.filter((action) => action === one).length),
      [3, 3, 3],
    );
  });
});
