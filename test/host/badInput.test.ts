import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Mark } from '../../src/core/highlight/marks';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const folder = 'transcripts/home-care';

interface Line {
  start: number;
  end: number;
  quote: string;
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

function writeBytes(path: string, bytes: Uint8Array): Thenable<void> {
  return vscode.workspace.fs.writeFile(studyFile(path), bytes);
}

async function lastLine(log: string): Promise<Line> {
  return JSON.parse((await readFile(log)).trim().split('\n').at(-1)!);
}

/** Waits until the editor protects the document, so that a command finds it as the study's. */
async function open(name: string): Promise<vscode.TextEditor> {
  const editor = await openFile(`${folder}/${name}`);
  const { shownMarks } = (await activateExtension()).exports as { shownMarks: Map<string, readonly Mark[]> };
  await waitUntil('the marks', () => shownMarks.has(editor.document.uri.toString()));
  return editor;
}

function select(editor: vscode.TextEditor, words: string): void {
  const at = editor.document.getText().indexOf(words);
  assert.notEqual(at, -1, `“${words}” is not in the text`);
  editor.selection = new vscode.Selection(
    editor.document.positionAt(at),
    editor.document.positionAt(at + words.length),
  );
}

describe('files as people have them', () => {
  before(async () => {
    await activateExtension();
    await run('setCoder', 'tester');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const names = ['crlf', 'oud', 'utf16', 'cut', 'blocked', 'empty', 'plain'];
    for (const path of [
      ...names.map((name) => `${folder}/${name}.txt`),
      'codings/tester',
      'codings/blocked',
    ]) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    }
  });

  it('counts a line end of Windows as one character', async () => {
    const text = 'I: Hallo?\nR: Dag 😀.\nR: De cursus was fijn.\n';
    await writeFile(`${folder}/crlf.txt`, text.replaceAll('\n', '\r\n'));
    select(await open('crlf.txt'), 'De cursus was fijn');
    await run('tagWithCode1');
    const line = await lastLine('codings/tester/home-care/crlf.txt.jsonl');
    assert.equal(text.slice(line.start, line.end), 'De cursus was fijn');
  });

  it('reads what an old Windows program wrote with its accents', async () => {
    await writeBytes(`${folder}/oud.txt`, Buffer.from('R: De financiën zijn niet geregeld.\n', 'latin1'));
    const editor = await open('oud.txt');
    await waitUntil('the accents', () => editor.document.getText().includes('financiën'));
    select(editor, 'financiën zijn');
    await run('tagWithCode1');
    assert.equal((await lastLine('codings/tester/home-care/oud.txt.jsonl')).quote, 'financiën zijn');
  });

  it('codes UTF-16 and a byte order mark at the same offsets as core reads them', async () => {
    await writeBytes(`${folder}/utf16.txt`, Buffer.from('\ufeffR: De cursus hielp.\n', 'utf16le'));
    select(await open('utf16.txt'), 'cursus hielp');
    await run('tagWithCode1');
    const line = await lastLine('codings/tester/home-care/utf16.txt.jsonl');
    assert.deepEqual([line.start, line.end], [6, 18]);
  });

  it('adds to a log that was cut off without touching the broken line', async () => {
    await writeFile(`${folder}/cut.txt`, 'R: De cursus hielp ons.\n');
    mkdirSync(studyFile('codings/tester/home-care').fsPath, { recursive: true });
    const broken = '{"id":"a","code":"barr';
    writeFileSync(studyFile('codings/tester/home-care/cut.txt.jsonl').fsPath, broken);
    select(await open('cut.txt'), 'cursus hielp');
    await run('tagWithCode1');
    const [first, second] = (await readFile('codings/tester/home-care/cut.txt.jsonl')).split('\n');
    assert.equal(first, broken);
    assert.equal(JSON.parse(second!).quote, 'cursus hielp');
  });

  it('shows no coding as done that could not be saved', async () => {
    await writeFile(`${folder}/blocked.txt`, 'R: De cursus hielp ons.\n');
    await writeFile('codings/blocked', 'not a folder');
    await run('setCoder', 'blocked');
    const editor = await open('blocked.txt');
    select(editor, 'cursus hielp');
    await run('tagWithCode1');
    await run('setCoder', 'tester');
    const { shownMarks } = (await activateExtension()).exports as {
      shownMarks: Map<string, readonly Mark[]>;
    };
    const marks = shownMarks.get(editor.document.uri.toString()) ?? [];
    assert.ok(marks.every(({ kind }) => kind !== 'coding'));
    assert.equal(await readFile('codings/blocked'), 'not a folder');
  });

  it('shows an empty transcript and one without speakers without a fuss', async () => {
    await writeFile(`${folder}/empty.txt`, '');
    await open('empty.txt');
    await writeFile(`${folder}/plain.txt`, 'Gewoon tekst over de cursus zonder sprekers.\n');
    const editor = await open('plain.txt');
    select(editor, 'cursus');
    await run('tagWithCode1');
    assert.equal((await lastLine('codings/tester/home-care/plain.txt.jsonl')).quote, 'cursus');
  });
});
