import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Mark } from '../../src/core/highlight/marks';
import { logLine, makeFolders, type Row, rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/double/gesprek.txt';
const logOf = (coder: string) => `codings/${coder}/double/gesprek.txt.jsonl`;
const text =
  '---\ncase: double\n---\nI: En?\nR: De kosten zijn hoog. De cursus was kort. Niemand had tijd.\n';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

/** Who the quotes are by that the Quotes view shows. */
async function codersInView(): Promise<string[]> {
  const groups = await rowsOf('quotes');
  const rows = (await Promise.all(groups.map((group) => rowsOf('quotes', group)))).flat();
  return rows.map(({ description }) => description.split(' · ').at(-1)!).sort();
}

async function viewHas(...coders: string[]): Promise<void> {
  let found: string[] = [];
  await waitUntil('the quotes', async () => {
    found = await codersInView();
    return found.join() === coders.join();
  }).catch(() => assert.deepEqual(found, coders));
}

/** The row of the interview in the Cases view. */
async function interview(): Promise<Row> {
  const row = (await rowsOf('cases')).find(({ label }) => label === 'double');
  return (await rowsOf('cases', row))[0]!;
}

async function progressOf(coder: string): Promise<{ done: boolean; blind: boolean }[]> {
  const content = await readFile(`reviews/${coder}/progress.jsonl`).catch(() => '');
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ done, blind }) => ({ done, blind }));
}

describe('double coding', () => {
  let settings: string;
  let editor: vscode.TextEditor;
  let codingMarks: () => number;

  before(async () => {
    const { shownMarks } = (await activateExtension()).exports as { shownMarks: ReadonlyMap<string, Mark[]> };
    await run('setCoder', 'vera');
    settings = await readFile('study.yaml');
    await makeFolders('codings/vera/double', 'codings/wim/double', 'transcripts/double', 'reviews');
    await writeFile(transcript, text);
    await writeFile(logOf('vera'), logLine(text, 'De kosten zijn hoog.', 'money', 'vera'));
    await writeFile(
      logOf('wim'),
      logLine(text, 'kosten', 'money', 'wim').replace('"by"', '"defined":"earlier","by"') +
        logLine(text, 'De cursus was kort.', 'training', 'wim'),
    );
    await run('filterQuotes', { text: 'o' });
    await viewHas('vera', 'wim', 'wim');
    editor = await openFile(transcript);
    codingMarks = () =>
      (shownMarks.get(editor.document.uri.toString()) ?? []).filter(({ kind }) => kind === 'coding').length;
    await waitUntil('all codings marked', () => codingMarks() === 3);
    await writeFile('study.yaml', `${settings}doubleCoding:\n  - {coders: [vera, wim], cases: [double]}\n`);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('clearQuoteFilter');
    await writeFile('study.yaml', settings);
    await waitUntil('study.yaml read anew', async () => !(await interview()).description.includes('double'));
    for (const path of [transcript, logOf('vera'), logOf('wim'), 'reviews']) {
      const gone = vscode.workspace.fs.delete(studyFile(path), { recursive: true });
      await gone.then(undefined, () => undefined);
    }
    await run('setCoder', 'tester');
  });

  it('hides what the others coded from a coder of the round, in text, views and hover', async () => {
    await viewHas('vera');
    await waitUntil('the own coding alone', () => codingMarks() === 1);
    const place = editor.document.positionAt(text.indexOf('cursus') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      place,
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
    assert.ok(!said.some((one) => one.includes('wim')));
    const { description } = await interview();
    assert.match(description, /vera/);
    assert.match(description, /double coding: vera, wim$/);
  });

  it('shows everybody what is coded outside the round', async () => {
    await run('setCoder', 'xandra');
    await viewHas('vera', 'wim', 'wim');
    await run('setCoder', 'vera');
    await viewHas('vera');
  });

  it('tells who codes blind of no codings of others that were made under an earlier definition', async () => {
    const told = () =>
      vscode.languages
        .getDiagnostics(studyFile('codebook.yaml'))
        .some(({ code, message }) => code === 'definition-changed' && message.includes('wim'));
    await waitUntil('the problem hidden', () => !told());
    await run('setCoder', 'xandra');
    await waitUntil('the problem told to others', told);
    await run('setCoder', 'vera');
    await waitUntil('the problem hidden again', () => !told());
  });

  it('shows the others to who is done, and keeps it so where they open it again', async () => {
    await run('markDone');
    await viewHas('vera', 'wim', 'wim');
    await waitUntil('all codings marked', () => codingMarks() === 3);
    assert.deepEqual(await progressOf('vera'), [{ done: true, blind: true }]);
    await run('reopenTranscript');
    assert.deepEqual((await progressOf('vera')).at(-1), { done: false, blind: false });
    await viewHas('vera', 'wim', 'wim');
    await run('markDone');
    assert.deepEqual((await progressOf('vera')).at(-1), { done: true, blind: false });
  });

  it('still hides them from the other coder', async () => {
    await run('setCoder', 'wim');
    await viewHas('wim', 'wim');
    await run('setCoder', 'vera');
  });

  it('assigns interviews of the Cases view in study.yaml', async () => {
    const running = run('assignInterviews', (await interview()).element);
    await waitUntil('the assignment', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await readFile('study.yaml')).includes('assignments:');
    });
    await running;
    await waitUntil('it in the view', async () =>
      (await interview()).description.includes('assigned to anna'),
    );
    assert.match(
      await readFile('study.yaml'),
      /assignments:\n {2}- coder: anna\n {4}transcripts: \[double\/gesprek\.txt\]\n$/,
    );
  });
});
