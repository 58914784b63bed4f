import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/drawn/a.txt';
const log = 'codings/kees/drawn/a.txt.jsonl';
const written = [transcript, log, 'maturity.yaml', 'scores/jo.yaml', 'scores/kees.yaml'];
const text = '---\nrole: arts\norganization: het-wad\n---\n[00:01] R: De cursus was kort. Er is tijd.\n';

interface State {
  readonly picture: string;
  readonly of: string;
  readonly title: string;
  readonly svg: string;
  readonly marks: readonly { readonly index: number; readonly label: string }[];
  readonly notes: readonly string[];
  readonly choices: readonly { readonly id: string }[];
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

interface Webview {
  shown(): State | undefined;
  receive(message: unknown): Promise<void>;
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function webview(): Promise<Webview> {
  const { webviews } = (await activateExtension()).exports as { webviews: ReadonlyMap<string, Webview> };
  return waitUntil('the view', () => webviews.get('pictures'));
}

function shows(what: string, test: (state: State) => boolean): Promise<State> {
  return waitUntil(what, async () => {
    const state = (await webview()).shown();
    return state !== undefined && test(state) && state;
  });
}

async function say(message: unknown): Promise<void> {
  await (await webview()).receive(message);
}

describe('the view of pictures', () => {
  before(async () => {
    await activateExtension();
    await run('setCoder', 'kees');
    await makeFolders('transcripts/drawn', 'codings/kees/drawn', 'scores');
    await writeFile(transcript, text);
    await writeFile(
      log,
      logLine(text, 'cursus', 'training', 'kees') + logLine(text, 'tijd', 'barrier', 'kees'),
    );
    await run('showPictures');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('setCoder', 'tester');
    for (const path of written) {
      await vscode.workspace.fs.delete(studyFile(path)).then(undefined, () => undefined);
    }
  });

  it('opens with the codes of all cases', async () => {
    const { of, svg, table, choices } = await shows('the codes', ({ picture }) => picture === 'codes');
    assert.equal(of, 'all');
    assert.match(svg, /^<svg [^>]*role="img"/);
    assert.ok(table.rows.length > 0);
    assert.ok(choices.some(({ id }) => id === 'case:drawn'));
  });

  it('shows the picture and the case that are chosen, and goes from a case to its interviews', async () => {
    await say({ type: 'choose', picture: 'saturation', of: 'case:drawn' });
    const state = await shows(
      'new codes',
      ({ picture, of }) => picture === 'saturation' && of === 'case:drawn',
    );
    assert.equal(state.table.rows.length, 1);
    await say({ type: 'choose', picture: 'code-line', of: null });
    await shows('the code line', ({ picture, of }) => picture === 'code-line' && of === transcript);
    await say({ type: 'choose', picture: 'codes', of: null });
    await shows('the case again', ({ picture, of }) => picture === 'codes' && of === 'case:drawn');
  });

  it('shows the code line of the open transcript, and goes from a mark to its passage', async () => {
    await vscode.window.showTextDocument(studyFile(transcript));
    await run('showCodeLine');
    const { marks } = await shows(
      'the code line',
      ({ picture, of }) => picture === 'code-line' && of === transcript,
    );
    assert.deepEqual(
      marks.map(({ index }) => index),
      [0, 1],
    );
    await say({ type: 'open', mark: 1 });
    await waitUntil('the passage', () => {
      const editor = vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === studyFile(transcript).toString(),
      );
      return editor !== undefined && editor.document.getText(editor.selection) === 'tijd';
    });
  });

  it('follows what is coded', async () => {
    await run('showPictures');
    await say({ type: 'choose', picture: 'code-line', of: transcript });
    await shows('two marks', ({ marks }) => marks.length === 2);
    await writeFile(log, logLine(text, 'cursus', 'training', 'kees'));
    await shows('one mark', ({ marks }) => marks.length === 1);
  });

  it('shows whoever codes blind nothing of the others', async () => {
    await run('setCoder', 'kees@2');
    await shows('no mark', ({ marks, notes }) => marks.length === 0 && notes.length === 1);
    await run('setCoder', 'kees');
    await shows('one mark', ({ marks, notes }) => marks.length === 1 && notes.length === 0);
  });

  it('hides scores from who verifies them, until they have given their own', async () => {
    const score = (figure: number) =>
      `- { organization: het-wad, domain: tech, score: ${figure}, rationale: Weinig. }\n`;
    await writeFile('maturity.yaml', 'domains:\n  - { id: tech, name: Technology, levels: [a, b, c] }\n');
    await writeFile('scores/jo.yaml', score(3));
    await say({ type: 'choose', picture: 'maturity', of: 'case:drawn' });
    await shows('no score', ({ picture, notes, table }) => {
      return picture === 'maturity' && notes.length === 1 && table.rows[0]?.[1] === '–';
    });
    await writeFile('scores/kees.yaml', score(3));
    await shows('the scores', ({ notes, table }) => notes.length === 0 && table.rows[0]![1]!.startsWith('3'));
    await say({ type: 'choose', picture: 'code-line', of: transcript });
    await shows('the code line', ({ picture }) => picture === 'code-line');
  });

  it('copies the table with tabs between the cells', async () => {
    await say({ type: 'copy' });
    const [head, row] = (await vscode.env.clipboard.readText()).split('\r\n');
    assert.equal(head!.split('\t').length, row!.split('\t').length);
    assert.ok(row!.includes('kees'));
  });

  it('does nothing with a message that it does not know', async () => {
    const before = (await webview()).shown();
    for (const message of [null, 'save', { type: 'open' }, { type: 'choose', picture: 'pie', of: null }]) {
      await say(message);
    }
    await say({ type: 'open', mark: 99 });
    assert.deepEqual((await webview()).shown(), before);
    assert.equal(await readFile(transcript), text);
  });
});
