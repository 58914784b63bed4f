import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders, type Row, rowOf, rowsOf, tooltipOf, treeOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const first = 'transcripts/quotes-view/eerste.txt';
const second = 'transcripts/quotes-view/tweede.txt';
const firstLog = 'codings/quirine/quotes-view/eerste.txt.jsonl';
const secondLog = 'codings/quirine/quotes-view/tweede.txt.jsonl';
const otherLog = 'codings/robin/quotes-view/eerste.txt.jsonl';
const head = '---\norganization: het-wad\nrole: Cardioloog\n---\n';
const firstText = `${head}I: En?\r\nR: De kosten\r\n  zijn *hoog*, zegt men. De cursus was kort.\r\n`;
const secondText = '---\nrole: cardioloog\n---\nR: Één cursus per jaar, dat is weinig.\n';
const read = (text: string) => text.replaceAll('\r\n', '\n');

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function groups(): Promise<[label: string, description: string][]> {
  return (await rowsOf('quotes')).map(({ label, description }) => [label, description]);
}

async function quotesIn(group: string): Promise<Row[]> {
  const row = await rowOf('quotes', group);
  assert.ok(row, `There is no group ${group}.`);
  return rowsOf('quotes', row);
}

async function shows(expected: [string, string][]): Promise<void> {
  let found: unknown;
  await waitUntil('the groups', async () => {
    found = await groups();
    return JSON.stringify(found) === JSON.stringify(expected);
  }).catch(() => assert.deepEqual(found, expected));
}

describe('the Quotes view', () => {
  before(async () => {
    await activateExtension();
    await run('setCoder', 'quirine');
    await run('groupQuotes', 'code');
    const folders = ['codings/quirine/quotes-view', 'codings/robin/quotes-view', 'transcripts/quotes-view'];
    await makeFolders(...folders);
    await writeFile(first, firstText);
    await writeFile(second, secondText);
    const money = read(firstText).match(/De kosten\s+zijn \*hoog\*, zegt men\./)![0];
    await writeFile(
      firstLog,
      logLine(read(firstText), money, 'money', 'quirine', 'See $(bell) [this](command:x)') +
        logLine(read(firstText), 'De cursus was kort.', 'training', 'quirine'),
    );
    await writeFile(secondLog, logLine(secondText, 'Één cursus per jaar', 'training', 'quirine'));
    await writeFile(otherLog, logLine(read(firstText), 'De cursus was kort.', 'no-such-code', 'robin'));
    await run('filterQuotes', { coder: 'quirine' });
    await shows([
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 2'],
    ]);
  });

  afterEach(async () => {
    await run('groupQuotes', 'code');
    await run('filterQuotes', { coder: 'quirine' });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('clearQuoteFilter');
    for (const path of [firstLog, secondLog, otherLog, first, second]) {
      await vscode.workspace.fs.delete(studyFile(path)).then(undefined, () => undefined);
    }
    await run('setCoder', 'tester');
  });

  it('shows each quote with who said it and who tagged it, and in full when pointed at', async () => {
    const [quote] = await quotesIn('Money');
    assert.equal(quote!.label, 'De kosten zijn *hoog*, zegt men.');
    assert.equal(quote!.description, 'Cardioloog, Het Wad · quirine');
    assert.equal(quote!.spoken, '“De kosten zijn *hoog*, zegt men.”, Cardioloog, Het Wad, quirine');
    assert.equal(quote!.item.contextValue, 'quote.own');
    const tooltip = await tooltipOf('quotes', quote!);
    assert.match(tooltip, /zijn \\\*hoog\\\*/);
    assert.match(tooltip, /\*\*Barrier › Money\*\*/);
    assert.match(tooltip, /See &#36;\\\(bell\\\) \\\[this\\\]/);
    const tree = await treeOf('quotes');
    const group = await rowOf('quotes', 'Money');
    assert.equal(await tree.getParent?.(quote!.element), group!.element);
  });

  it('groups by code, case, organization, role and transcript', async () => {
    await run('groupQuotes', 'case');
    await shows([['quotes-view', '3']]);
    await run('groupQuotes', 'organization');
    await shows([
      ['Het Wad', '2'],
      ['No organization', '1'],
    ]);
    await run('groupQuotes', 'role');
    await shows([['Cardioloog', '3']]);
    const [quote] = await quotesIn('Cardioloog');
    assert.equal(quote!.description, 'Money · Cardioloog, Het Wad · quirine');
    await run('groupQuotes', 'transcript');
    await shows([
      ['eerste', 'quotes-view · 2'],
      ['tweede', 'quotes-view · 1'],
    ]);
  });

  it('filters by coder, code with its sub-codes, and text', async () => {
    await run('filterQuotes', { coder: 'robin' });
    await shows([['no-such-code', 'not in the codebook · 1']]);
    assert.equal((await quotesIn('no-such-code'))[0]!.item.contextValue, 'quote');
    await run('filterQuotes', { coder: 'quirine', code: 'enabler' });
    await shows([['Training', 'Enabler · 2']]);
    await run('filterQuotes', { coder: 'quirine', text: 'EEN CURSUS' });
    await shows([['Training', 'Enabler · 1']]);
    await run('filterQuotes', { coder: 'quirine', text: 'kosten zijn' });
    await shows([['Money', 'Barrier · 1']]);
    await run('clearQuoteFilter');
    assert.ok(await rowOf('quotes', 'no-such-code'));
  });

  it('opens the transcript with the quote selected', async () => {
    const [quote] = await quotesIn('Money');
    const { command, arguments: args } = quote!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), studyFile(first).toString());
    assert.match(editor.document.getText(editor.selection), /^De kosten\s+zijn \*hoog\*, zegt men\.$/);
  });

  it('copies quotes as citations, one a line', async () => {
    const quotes = await quotesIn('Training');
    const elements = quotes.map(({ element }) => element);
    await run('copyCitation', elements[0]);
    assert.equal(await vscode.env.clipboard.readText(), '“De cursus was kort.” (Cardioloog, Het Wad)');
    const group = await rowOf('quotes', 'Training');
    await run('copyCitation', elements[0], [...elements, group!.element]);
    assert.equal(
      await vscode.env.clipboard.readText(),
      '“De cursus was kort.” (Cardioloog, Het Wad)\n“Één cursus per jaar” (cardioloog)',
    );
  });

  it('shows again only the groups that a changed log concerns', async () => {
    const tree = await treeOf('quotes');
    const [money, training] = await rowsOf('quotes');
    const refreshed: unknown[] = [];
    const listener = tree.onDidChangeTreeData?.((element) => refreshed.push(element));
    await writeFile(
      secondLog,
      logLine(secondText, 'Één cursus per jaar', 'training', 'quirine') +
        logLine(secondText, 'dat is weinig', 'training', 'quirine'),
    );
    await shows([
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 3'],
    ]);
    listener?.dispose();
    assert.equal(refreshed.length, 1);
    assert.equal(refreshed[0], training!.element);
    assert.equal((await rowsOf('quotes'))[0]!.element, money!.element);
    await writeFile(secondLog, logLine(secondText, 'Één cursus per jaar', 'training', 'quirine'));
    await shows([
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 2'],
    ]);
  });

  it('lists lost quotes to repair, says what happened, and leads to where they stood', async () => {
    await openFile('codebook.yaml');
    await writeFile(second, secondText.replace('Één cursus per jaar', 'Nooit'));
    await shows([
      ['Codings to repair', '1'],
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 1'],
    ]);
    const [lost] = await quotesIn('Codings to repair');
    assert.equal(lost!.label, 'Één cursus per jaar');
    assert.equal((lost!.item.iconPath as vscode.ThemeIcon).id, 'warning');
    assert.match(lost!.spoken, /, no longer there, Training, tweede$/);
    assert.match(await tooltipOf('quotes', lost!), /no longer in the transcript/);
    await run('revealCoding', lost!.element);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), studyFile(second).toString());
    assert.ok(editor.selection.isEmpty);
    await writeFile(second, secondText);
    await shows([
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 2'],
    ]);
  });

  it('divides a group of very many quotes by transcript, and what is still too long into pages', async () => {
    const one = JSON.parse(logLine(secondText, 'cursus', 'training', 'quirine'));
    const lines = Array.from({ length: 600 }, (_, index) => JSON.stringify({ ...one, id: `many-${index}` }));
    await writeFile(secondLog, `${lines.join('\n')}\n`);
    await shows([
      ['Money', 'Barrier · 1'],
      ['Training', 'Enabler · 601'],
    ]);
    const training = await rowOf('quotes', 'Training');
    const parts = await rowsOf('quotes', training);
    assert.deepEqual(
      parts.map(({ label, description }) => [label, description]),
      [
        ['eerste', 'quotes-view · 1'],
        ['tweede', 'quotes-view · 600'],
      ],
    );
    const tree = await treeOf('quotes');
    const pages = await rowsOf('quotes', parts[1]);
    assert.deepEqual(
      pages.map(({ label, description }) => [label, description]),
      [
        ['1–500', '500'],
        ['501–600', '100'],
      ],
    );
    const [quote] = await rowsOf('quotes', pages[1]);
    // Compared by identity alone: what tells of a difference would print the whole study.
    assert.ok((await tree.getParent?.(quote!.element)) === pages[1]!.element);
    assert.ok((await tree.getParent?.(pages[1]!.element)) === parts[1]!.element);
    assert.ok((await tree.getParent?.(parts[1]!.element)) === training!.element);
  });

  it('removes of what is selected only the person’s own codings', async () => {
    await run('clearQuoteFilter');
    const money = await rowOf('quotes', 'Money');
    const mine = (await rowsOf('quotes', money)).map(({ element }) => element);
    const others = (await rowsOf('quotes', await rowOf('quotes', 'no-such-code'))).map(
      ({ element }) => element,
    );
    assert.equal(others.length, 1);
    const before = await readFile(otherLog);
    await run('untag', others[0], [...others, ...mine, money!.element]);
    assert.equal(await readFile(otherLog), before);
    assert.match((await readFile(firstLog)).trim().split('\n').at(-1)!, /"deleted":true/);
    await run('undo');
  });
});
