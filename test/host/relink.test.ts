import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders, rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const text = `I: Hoe gaat het met de video?
R: De tablet valt steeds uit en dan bel ik de helpdesk. Het is wel duur voor een kleine organisatie als de onze.
`;
const words = ['De tablet valt steeds uit', 'Het is wel duur voor een kleine organisatie'];

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

function isThere(path: string): Promise<boolean> {
  return Promise.resolve(
    vscode.workspace.fs.stat(studyFile(path)).then(
      () => true,
      () => false,
    ),
  );
}

function linesOf(coder: string): string {
  return words.map((one) => logLine(text, one, 'money', coder)).join('');
}

describe('a transcript with another name', () => {
  const folders: readonly string[] = ['transcripts/relink', 'codings/rudi/relink', 'codings/sam/relink'];
  const transcript = (name: string) => `transcripts/relink/${name}.txt`;
  const log = (name: string, coder = 'rudi') => `codings/${coder}/relink/${name}.txt.jsonl`;

  /** The remarks of the rows of these codings in the Quotes view, once there are so many. */
  async function showsQuotes(coder: string, count: number, group: string): Promise<void> {
    await run('filterQuotes', { coder });
    await waitUntil(`${count} quotes in ${group}`, async () => {
      const found = (await rowsOf('quotes')).find(({ label }) => label === group);
      return found !== undefined && (await rowsOf('quotes', found)).length === count;
    });
  }

  /** Runs a command and takes what it proposes until a log has its new name. */
  async function acceptUntil(path: string, running: Thenable<unknown>): Promise<void> {
    await waitUntil(`${path} to be there`, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isThere(path);
    });
    await running;
  }

  async function rename(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(studyFile(from), studyFile(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  before(async () => {
    await activateExtension();
    await run('setCoder', 'rudi');
    await makeFolders(...folders);
  });

  beforeEach(async () => {
    await writeFile(transcript('gesprek'), text);
    await writeFile(log('gesprek'), linesOf('rudi'));
    await showsQuotes('rudi', 2, 'Money');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of folders) {
      for (const [name] of await vscode.workspace.fs.readDirectory(studyFile(folder))) {
        await vscode.workspace.fs.delete(studyFile(`${folder}/${name}`));
      }
    }
    await waitUntil('no quotes', async () => (await rowsOf('quotes')).length === 0);
  });

  after(async () => {
    for (const path of folders) await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    await run('clearQuoteFilter');
    await run('setCoder', 'tester');
  });

  it('takes its codings along when it is renamed in the editor', async () => {
    const content = await readFile(log('gesprek'));
    await rename(transcript('gesprek'), transcript('P04'));
    await waitUntil('the log', () => isThere(log('P04')));
    assert.equal(await readFile(log('P04')), content);
    assert.equal(await isThere(log('gesprek')), false);
    await showsQuotes('rudi', 2, 'Money');
  });

  it('takes the codings of all coders along when its folder is renamed, and back', async () => {
    await writeFile(log('gesprek', 'sam'), linesOf('sam'));
    await showsQuotes('sam', 2, 'Money');
    const logs = [log('gesprek'), log('gesprek', 'sam')];
    await rename('transcripts/relink', 'transcripts/relinked');
    for (const path of logs) await waitUntil(path, () => isThere(path.replace('/relink/', '/relinked/')));
    await rename('transcripts/relinked', 'transcripts/relink');
    for (const path of logs) await waitUntil(path, () => isThere(path));
    await showsQuotes('sam', 2, 'Money');
    for (const coder of ['rudi', 'sam'])
      await vscode.workspace.fs.delete(studyFile(`codings/${coder}/relinked`));
  });

  it('keeps earlier steps undoable after a rename in the editor', async () => {
    const editor = await openFile(transcript('gesprek'));
    const at = editor.document.positionAt(text.indexOf('de helpdesk'));
    editor.selection = new vscode.Selection(at, at.translate(0, 'de helpdesk'.length));
    await run('tagWithCode1');
    await rename(transcript('gesprek'), transcript('P05'));
    await waitUntil('the log', () => isThere(log('P05')));
    await run('undo');
    assert.match((await readFile(log('P05'))).trim().split('\n').at(-1)!, /"deleted":true/);
    assert.equal(await isThere(log('gesprek')), false);
  });

  it('never writes over a log', async () => {
    await writeFile(log('P06'), 'kept\n');
    await rename(transcript('gesprek'), transcript('P06'));
    await waitUntil('the transcript', () => isThere(transcript('P06')));
    assert.equal(await readFile(log('P06')), 'kept\n');
    assert.equal(await readFile(log('gesprek')), linesOf('rudi'));
  });

  it('is found by its words when it was renamed elsewhere, and re-linked in a step that can be undone', async () => {
    const content = await readFile(log('gesprek'));
    await writeFile(transcript('P07'), text);
    await vscode.workspace.fs.delete(studyFile(transcript('gesprek')));
    await showsQuotes('rudi', 2, 'Codings to repair');
    const [row] = await rowsOf('quotes', (await rowsOf('quotes'))[0]);
    assert.match(row!.description, /^transcript missing/);
    assert.equal(row!.item.contextValue, 'repair.missing.own');
    await acceptUntil(log('P07'), run('relinkTranscript', row!.element));
    assert.equal(await readFile(log('P07')), content);
    assert.equal(await isThere(log('gesprek')), false);
    await showsQuotes('rudi', 2, 'Money');
    await run('undo');
    assert.equal(await readFile(log('gesprek')), content);
    await run('redo');
    assert.equal(await readFile(log('P07')), content);
  });

  it('is re-linked by a quick fix in the log, others’ logs only where that is chosen', async () => {
    await writeFile(log('gesprek', 'sam'), linesOf('sam'));
    await writeFile(transcript('P08'), text);
    await vscode.workspace.fs.delete(studyFile(transcript('gesprek')));
    const { uri } = (await openFile(log('gesprek'))).document;
    const fix = await waitUntil('the quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(0, 0, 0, 0),
      );
      return found.find(({ title }) => title === 'Re-link to the transcript that holds their words…');
    });
    await waitUntil('the log of the other', async () => {
      const problems = vscode.languages.getDiagnostics(studyFile(log('gesprek', 'sam')));
      return problems.some(({ code }) => code === 'log-other-transcript');
    });
    const { command, arguments: args } = fix.command!;
    const running = vscode.commands.executeCommand(command, ...args!);
    await acceptUntil(log('P08'), running);
    assert.equal(await readFile(log('P08', 'sam')), linesOf('sam'));
    await run('undo');
    assert.equal(await readFile(log('gesprek', 'sam')), linesOf('sam'));
    assert.equal(await isThere(log('P08')), false);
  });

  it('needs nothing where every transcript is there', async () => {
    await run('relinkTranscript');
    assert.equal(await readFile(log('gesprek')), linesOf('rudi'));
  });
});
