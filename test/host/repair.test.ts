import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders, type Row, rowsOf, tooltipOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const original = `I: Hoe gaat het met de video?
R: De tablet valt steeds uit en dan bel ik de helpdesk. Het is wel duur voor een kleine organisatie als de onze.
I: Gebruikt u het elke dag?
R: Ja, elke dag.
I: Nog iets?
R: Dat is alles wat ik ervan weet.
`;
const corrected = original
  .replace('valt steeds uit', 'valt vaak uit')
  .replace('voor een kleine organisatie', 'voor een organisatie')
  .replace('R: Ja, elke dag.\n', 'R: Ja, elke dag.\nR: Ja, elke dag.\n')
  .replace('Dat is alles wat ik ervan weet.', 'Nee.');
const changed = 'De tablet valt steeds uit en dan bel ik de helpdesk.';
const alsoChanged = 'wel duur voor een kleine organisatie';
const doubled = 'R: Ja, elke dag.\n';
const lost = 'Dat is alles wat ik ervan weet.';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

interface LogLine {
  readonly id: string;
  readonly code: string;
  readonly start: number;
  readonly quote: string;
  readonly deleted?: boolean;
}

describe('repairing codings', () => {
  const made: string[] = [];
  let transcript: string;
  let log: string;
  let otherLog: string;
  let name: string;

  /** The row of a coding by rita, or of the one by bert, among those to repair, once it is there. */
  function toRepair(quote: string, code = 'Money'): Promise<Row> {
    return waitUntil(`“${quote}” among the codings to repair`, async () => findRow(quote, code));
  }

  async function findRow(quote: string, code = 'Money'): Promise<Row | undefined> {
    const group = (await rowsOf('quotes')).find(({ label }) => label === 'Codings to repair');
    const rows = group ? await rowsOf('quotes', group) : [];
    const isMeant = ({ label, description }: Row) =>
      label === quote.trim() && description.includes(code) && description.includes(name);
    return rows.find(isMeant);
  }

  async function lines(path = log): Promise<LogLine[]> {
    const content = await readFile(path);
    return content
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  /** Runs a command and takes what its lists propose until the log has more lines. */
  async function runAndAccept(command: string, ...args: unknown[]): Promise<LogLine[]> {
    const known = (await lines()).length;
    const running = run(command, ...args);
    const found = await waitUntil(`a line by ${command}`, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const now = await lines();
      return now.length > known && now;
    });
    await running;
    return found.slice(known);
  }

  async function fixesAt(path: string, words: string): Promise<vscode.CodeAction[]> {
    const document = await vscode.workspace.openTextDocument(studyFile(path));
    const at = document.positionAt(document.getText().indexOf(words));
    return waitUntil(`quick fixes at “${words}”`, async () => {
      const range = new vscode.Range(at, at);
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      const own = found.filter(({ command }) => command?.command.startsWith('interviewCoding.'));
      return own.length > 0 && own;
    });
  }

  before(async () => {
    await activateExtension();
    await run('setCoder', 'rita');
    await run('clearQuoteFilter');
    await makeFolders('codings/rita/repair', 'codings/bert/repair', 'transcripts/repair');
  });

  beforeEach(async () => {
    name = `gesprek-${made.length}`;
    transcript = `transcripts/repair/${name}.txt`;
    log = `codings/rita/repair/${name}.txt.jsonl`;
    otherLog = `codings/bert/repair/${name}.txt.jsonl`;
    made.push(transcript, log, otherLog);
    await writeFile(transcript, corrected);
    const own = [changed, alsoChanged, doubled, lost].map((quote) =>
      logLine(original, quote, 'money', 'rita'),
    );
    await writeFile(log, own.map((line) => line.replace('"id":"', `"id":"${name}-`)).join(''));
    const other = logLine(original, changed, 'training', 'bert').replace('"id":"', `"id":"${name}-`);
    await writeFile(otherLog, other);
    await toRepair(changed);
    await toRepair(lost);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of made) await vscode.workspace.fs.delete(studyFile(path));
    await run('setCoder', 'tester');
  });

  it('begins with a list of those that are lost, ambiguous or changed, and what happened', async () => {
    const edited = await toRepair(changed);
    assert.match(edited.description, /^now “De tablet valt vaak uit en dan bel ik de helpdesk\.” · Money/);
    assert.equal(edited.item.contextValue, 'repair.edited.own');
    const tooltip = await tooltipOf('quotes', edited);
    assert.match(tooltip, /valt steeds uit/);
    assert.match(tooltip, /They now are.*valt vaak uit/);
    assert.match((await toRepair(doubled)).description, /^in several places/);
    assert.equal((await toRepair(doubled)).item.contextValue, 'repair.ambiguous.own');
    assert.match((await toRepair(lost)).description, /^no longer there/);
    assert.equal((await toRepair(lost)).item.contextValue, 'repair.orphan.own');
  });

  it('leaves changed ones in the group where they belong too', async () => {
    const money = (await rowsOf('quotes')).find(({ label }) => label === 'Money')!;
    const rows = await rowsOf('quotes', money);
    const text = 'De tablet valt vaak uit en dan bel ik de helpdesk.';
    const row = rows.find(({ label, item }) => label === text && item.id?.includes(name));
    assert.ok(row);
    assert.match(await tooltipOf('quotes', row), /They were.*valt steeds uit/);
  });

  it('accepts the new text with a line in the log, which can be undone', async () => {
    const [first] = await lines();
    await run('acceptText', (await toRepair(changed)).element);
    const line = (await lines()).at(-1)!;
    assert.equal(line.id, first!.id);
    assert.equal(line.quote, 'De tablet valt vaak uit en dan bel ik de helpdesk.');
    assert.equal(corrected.slice(line.start, line.start + line.quote.length), line.quote);
    await waitUntil('no such coding to repair', async () => (await findRow(changed)) === undefined);
    await run('undo');
    assert.equal((await lines()).at(-1)!.quote, changed);
    await toRepair(changed);
  });

  it('accepts those of several selected that are the person’s own and changed', async () => {
    const rows = await Promise.all([changed, alsoChanged, lost].map((quote) => toRepair(quote)));
    const elements = rows.map(({ element }) => element);
    const known = (await lines()).length;
    await run('acceptText', elements[0], elements);
    assert.deepEqual(
      (await lines())
        .slice(known)
        .map(({ quote }) => quote)
        .sort(),
      ['De tablet valt vaak uit en dan bel ik de helpdesk.', 'wel duur voor een organisatie'],
    );
  });

  it('accepts all changed ones of a transcript after they were shown, in one step', async () => {
    await openFile(transcript);
    const added = await runAndAccept('acceptAllTexts');
    assert.deepEqual(added.map(({ quote }) => quote).sort(), [
      'De tablet valt vaak uit en dan bel ik de helpdesk.',
      'wel duur voor een organisatie',
    ]);
    await run('undo');
    const quotes = (await lines()).slice(-2).map(({ quote }) => quote);
    assert.deepEqual(quotes.sort(), [changed, alsoChanged].sort());
  });

  it('shows each place in the transcript before one is taken', async () => {
    await openFile('codebook.yaml');
    const running = run('choosePlace', (await toRepair(doubled)).element);
    const shown = () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor?.document.uri.path.endsWith(`${name}.txt`) || editor.selection.isEmpty) return undefined;
      return editor.document.offsetAt(editor.selection.start);
    };
    const first = await waitUntil('the first place', shown);
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await waitUntil('the second place', () => shown() !== undefined && shown() !== first);
    const [added] = await (async () => {
      const known = (await lines()).length;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await running;
      return (await lines()).slice(known);
    })();
    assert.equal(added!.quote, doubled);
    const places = [corrected.indexOf(doubled), corrected.lastIndexOf(doubled)];
    assert.deepEqual(
      [first, added!.start].sort((a, b) => a - b),
      places,
    );
  });

  it('leaves all as it was where no place is taken', async () => {
    await openFile('codebook.yaml');
    const content = await readFile(log);
    const running = run('choosePlace', (await toRepair(doubled)).element);
    await waitUntil('a place', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith(`${name}.txt`),
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await running;
    await waitUntil('what was in front', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('codebook.yaml'),
    );
    assert.equal(await readFile(log), content);
  });

  it('re-attaches a lost one to the selection', async () => {
    const editor = await openFile(transcript);
    const at = editor.document.positionAt(corrected.indexOf('Nee.'));
    editor.selection = new vscode.Selection(at, at.translate(0, 4));
    const row = await toRepair(lost);
    await run('reattach', row.element);
    const line = (await lines()).at(-1)!;
    assert.equal(line.quote, 'Nee.');
    assert.ok(line.id.endsWith(`rita-money-${original.indexOf(lost)}`));
    await waitUntil('no such coding to repair', async () => (await findRow(lost)) === undefined);
  });

  it('opens the transcript first where another file is in front', async () => {
    await openFile('codebook.yaml');
    const content = await readFile(log);
    await run('reattach', (await toRepair(lost)).element);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(`${name}.txt`));
    assert.equal(await readFile(log), content);
  });

  it('removes a lost one', async () => {
    await run('untag', (await toRepair(lost)).element);
    assert.equal((await lines()).at(-1)!.deleted, true);
    await waitUntil('no such coding to repair', async () => (await findRow(lost)) === undefined);
  });

  it('asks what to do about the coding at the cursor', async () => {
    const editor = await openFile(transcript);
    const at = editor.document.positionAt(corrected.indexOf('valt vaak'));
    editor.selection = new vscode.Selection(at, at);
    const [added] = await runAndAccept('repair');
    assert.equal(added!.quote, 'De tablet valt vaak uit en dan bel ik de helpdesk.');
  });

  it('is for the coder alone, who is named', async () => {
    const content = await readFile(otherLog);
    const row = await toRepair(changed, 'Training');
    assert.match(row.description, /· for bert to repair$/);
    assert.equal(row.item.contextValue, 'repair.edited');
    assert.match(await tooltipOf('quotes', row), /Only bert can repair it/);
    for (const command of ['acceptText', 'choosePlace', 'untag']) await run(command, row.element);
    const rows = await Promise.all([toRepair(lost), toRepair(changed, 'Training')]);
    await run(
      'acceptText',
      row.element,
      rows.map(({ element }) => element),
    );
    assert.equal(await readFile(otherLog), content);
    assert.equal((await lines()).length, 4);
  });

  it('is a quick fix in the transcript', async () => {
    const fixes = await fixesAt(transcript, 'wel duur');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [
        'Accept the new text',
        'Choose its place…',
        'Remove the coding',
        'Accept the new text of all your changed codings…',
      ],
    );
    const both = await fixesAt(transcript, 'valt vaak');
    assert.deepEqual(
      both.map(({ title }) => title),
      [
        'Accept the new text (Money)',
        'Choose its place… (Money)',
        'Remove the coding (Money)',
        'Only bert can repair this coding: show the quotes of bert (Training)',
        'Accept the new text of all your changed codings…',
      ],
    );
    assert.ok(fixes[0]!.isPreferred);
    const { command, arguments: args } = fixes[0]!.command!;
    await vscode.commands.executeCommand(command, ...args!);
    assert.equal((await lines()).at(-1)!.quote, 'wel duur voor een organisatie');
  });

  it('is a quick fix in the log', async () => {
    const fixes = await fixesAt(log, lost);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Choose its place…', 'Remove the coding'],
    );
    const { command, arguments: args } = fixes[1]!.command!;
    await vscode.commands.executeCommand(command, ...args!);
    const line = (await lines()).at(-1)!;
    assert.equal(line.deleted, true);
    assert.ok(line.id.endsWith(`rita-money-${original.indexOf(lost)}`));
  });

  it('is offered where one points at a changed coding', async () => {
    const { document } = await openFile(transcript);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(corrected.indexOf('valt vaak')),
    );
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value));
    const own = said.find((part) => part.includes('tagged by rita'))!;
    const other = said.find((part) => part.includes('tagged by bert'))!;
    assert.match(own, /they were.*valt steeds uit/);
    assert.match(own, /command:interviewCoding\.acceptText/);
    assert.match(other, /Only bert can repair it/);
    assert.doesNotMatch(other, /acceptText/);
  });
});
