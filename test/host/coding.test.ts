import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Mark } from '../../src/core/highlight/marks';
import { rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/home-care/codering.txt';
const log = 'codings/tester/home-care/codering.txt.jsonl';
const text = `---
case: home-care
organization: org-1
role: verpleegkundige
language: nl
---
I: Welke cursus ziet u?
R: De cursus is fijn. Geen cursus meer voor ons 😀 zegt mijn collega, en dat blijft zo.
`;

interface LogLine {
  id: string;
  code: string;
  start: number;
  end: number;
  quote: string;
  memo?: string;
  deleted?: boolean;
  by: string;
}

async function logLines(): Promise<LogLine[]> {
  const content = await readFile(log).catch(() => '');
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

function select(editor: vscode.TextEditor, words: string): void {
  const at = editor.document.getText().indexOf(words);
  assert.notEqual(at, -1);
  editor.selection = new vscode.Selection(
    editor.document.positionAt(at),
    editor.document.positionAt(at + words.length),
  );
}

function putCursorAt(editor: vscode.TextEditor, words: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(at, at);
}

describe('coding a transcript', () => {
  let editor: vscode.TextEditor;
  let shown: () => readonly Mark[];

  before(async () => {
    await writeFile(transcript, text);
    const extension = await activateExtension();
    editor = await openFile(transcript);
    const { shownMarks } = extension.exports as { shownMarks: Map<string, readonly Mark[]> };
    shown = () => shownMarks.get(studyFile(transcript).toString()) ?? [];
    await run('setCoder', 'tester');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [transcript, 'codings/tester']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    }
    await waitUntil('word of it', async () => {
      const cases = await rowsOf('cases');
      const interviews = await Promise.all(cases.map((row) => rowsOf('cases', row)));
      return interviews.flat().every(({ item }) => !String(item.tooltip).startsWith(transcript));
    });
  });

  beforeEach(async () => {
    // Emptied, not deleted: watchers leave out a file that came and went at once.
    await writeFile(log, '');
    await waitUntil('no codings', () => shown().every(({ kind }) => kind !== 'coding') && shown().length > 0);
  });

  it('marks the terms that respondents say, negated ones apart, and leaves the interviewer out', async () => {
    const marks = await waitUntil('hits', () => shown().length === 2 && shown());
    assert.deepEqual(
      marks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
      [
        ['hit', 'cursus'],
        ['negatedHit', 'cursus'],
      ],
    );
    assert.ok(marks[0]!.start > text.indexOf('R:'));
  });

  it('saves a tagged selection, verbatim, in the coder’s own log, and marks it', async () => {
    select(editor, 'mijn collega, en dat');
    await run('tagWithCode2');
    const [line, ...others] = await logLines();
    assert.equal(others.length, 0);
    assert.equal(line!.quote, 'mijn collega, en dat');
    assert.equal(text.slice(line!.start, line!.end), line!.quote);
    assert.equal(line!.by, 'tester');
    await waitUntil('the tint', () =>
      shown().some(({ kind, start }) => kind === 'coding' && start === line!.start),
    );
  });

  it('tags the sentence where nothing is selected, and the turn when asked again', async () => {
    putCursorAt(editor, 'is fijn');
    await run('tagWithCode1');
    await run('tagWithCode1');
    const [first, second, ...others] = await logLines();
    assert.equal(others.length, 0);
    assert.equal(first!.quote, 'De cursus is fijn.');
    assert.equal(second!.id, first!.id);
    assert.match(second!.quote, /^De cursus is fijn.*blijft zo\.$/s);
  });

  it('accepts the hit at the cursor with its code', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('nextUntaggedHit');
    await run('acceptHit');
    const [line] = await logLines();
    assert.equal(line!.quote, 'De cursus is fijn.');
  });

  it('skips a tagged hit on the way to the next untagged one', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('nextUntaggedHit');
    await run('acceptHit');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('nextUntaggedHit');
    const at = editor.document.offsetAt(editor.selection.active);
    assert.equal(text.slice(at - 5, at + 6), 'Geen cursus');
  });

  it('puts several codes on one quote and marks them apart', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    await run('tagWithCode2');
    await waitUntil('the passage of both', () =>
      shown().find((mark) => mark.kind === 'passage' && mark.codes.length === 2),
    );
    assert.equal((await logLines()).length, 2);
  });

  it('does not tag the same words with the same code twice', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    await run('tagWithCode1');
    assert.equal((await logLines()).length, 1);
  });

  it('undoes and redoes, each step a line of the log', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    await run('undo');
    await run('redo');
    const lines = await logLines();
    assert.deepEqual(
      lines.map(({ deleted }) => deleted ?? false),
      [false, true, false],
    );
    assert.equal(new Set(lines.map(({ id }) => id)).size, 1);
  });

  it('stars the coding at the selection, takes the star away, and takes that back', async () => {
    select(editor, 'mijn collega');
    await run('tagWithCode2');
    const stars = async () => (await logLines()).map((line) => (line as { star?: boolean }).star);
    await run('toggleStar');
    assert.deepEqual(await stars(), [undefined, true]);
    await run('toggleStar');
    assert.deepEqual(await stars(), [undefined, true, undefined]);
    await run('undo');
    assert.deepEqual(await stars(), [undefined, true, undefined, true]);
  });

  it('removes and resizes the coding at the selection', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    select(editor, 'cursus is');
    await run('resize');
    assert.equal((await logLines())[1]!.quote, 'cursus is');
    await run('untag');
    assert.equal((await logLines())[2]!.deleted, true);
  });

  it('changes the code by what is picked', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    const [before] = await logLines();
    let asked = 0;
    // The keys may come before the question does: then the old code is taken, and a later one the next time.
    await waitUntil('the change', async () => {
      const changing = run('changeCode');
      await new Promise((resolve) => setTimeout(resolve, 200));
      for (let step = 0; step <= asked; step++)
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await changing;
      asked++;
      return (await logLines()).length > 1;
    });
    const after = (await logLines())[1]!;
    assert.equal(after.id, before!.id);
    assert.notEqual(after.code, before!.code);
  });

  it('says on hover the code, the coder and the term', async () => {
    select(editor, 'De cursus is fijn');
    await run('tagWithCode1');
    await waitUntil('the tint', () => shown().some(({ kind }) => kind === 'coding'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.selection.start.translate(0, 5),
    );
    const said = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join('\n');
    assert.match(said, /tagged by tester/);
    assert.match(said, /cursus/);
    assert.match(said, /interviewCoding\.untag/);
  });

  it('protects the text in coding mode, and lets it be corrected outside', async () => {
    const version = editor.document.version;
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.version, version);
    await run('toggleCodingMode');
    editor.selection = new vscode.Selection(
      editor.document.positionAt(text.length),
      editor.document.positionAt(text.length),
    );
    await waitUntil('typing to work', async () => {
      await vscode.commands.executeCommand('type', { text: ' ' });
      return editor.document.isDirty;
    });
    await run('toggleCodingMode');
    assert.equal(editor.document.isDirty, false);
    await writeFile(transcript, text);
    await waitUntil('the text as it was', () => editor.document.getText() === text);
  });
});
