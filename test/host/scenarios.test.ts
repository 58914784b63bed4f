import assert from 'node:assert/strict';
import { diffLines, diffWordsWithSpace } from 'diff';
import * as vscode from 'vscode';
import { codingLine } from '../../src/core/coding/log';
import { type Scenario, scenarios } from '../core/coding/anchoring/scenarios';
import { codingOfQuote } from '../core/support/codings';
import { makeFolders, type Row, rowOf, rowsOf, tooltipOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, studyFile, writeFile } from './workspace';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

/** A replacement in a text: offsets of the text before it. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What a person would do to make one text of another: a stretch or whole lines that go or come, or words. */
function editsOf({ before, after, row }: Scenario): Edit[] {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const one = { start, end: before.length - tail, words: after.slice(start, after.length - tail) };
  if (before === after) return [];
  if (row === '21') return [{ start: 0, end: before.length, words: after }];
  if (one.start === one.end || one.words === '') return [one];
  return editsBetween(row.startsWith('14') ? diffLines(before, after) : diffWordsWithSpace(before, after));
}

function editsBetween(changes: ReturnType<typeof diffLines>): Edit[] {
  const edits: Edit[] = [];
  let [at, replaced] = [0, 0];
  for (const { added, removed, value } of changes) {
    if (removed) replaced = value.length;
    else if (added) {
      edits.push({ start: at, end: at + replaced, words: value });
      at += replaced;
      replaced = 0;
    } else {
      if (replaced > 0) edits.push({ start: at, end: at + replaced, words: '' });
      at += replaced + value.length;
      replaced = 0;
    }
  }
  if (replaced > 0) edits.push({ start: at, end: at + replaced, words: '' });
  return edits;
}

/** Makes edits one after the other, in the order of their places. */
async function make(document: vscode.TextDocument, edits: readonly Edit[]): Promise<void> {
  let shift = 0;
  for (const { start, end, words } of edits) {
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(start + shift), document.positionAt(end + shift));
    edit.replace(document.uri, range, words);
    assert.ok(await vscode.workspace.applyEdit(edit));
    shift += words.length - (end - start);
  }
}

/** What the Quotes view shows of the one coding of a transcript: how it holds on, and its passage. */
async function shownOf(name: string): Promise<string> {
  const row = await rowIn(name);
  if (row) {
    const tooltip = await tooltipOf('quotes', row);
    const anchor = /Its words have changed/.test(tooltip)
      ? 'edited'
      : /found again by its words/.test(tooltip)
        ? 'moved'
        : 'exact';
    return `${anchor}: ${row.label}`;
  }
  const repair = await rowOf('quotes', 'Codings to repair');
  const lost =
    repair && (await rowsOf('quotes', repair)).find(({ item }) => item.id?.includes(`/${name}.txt`));
  if (lost?.description.startsWith('in several places')) return 'ambiguous';
  return lost?.description.startsWith('no longer there') ? 'orphan' : (lost?.description ?? 'nothing');
}

async function rowIn(name: string): Promise<Row | undefined> {
  const group = await rowOf('quotes', name);
  return group && (await rowsOf('quotes', group))[0];
}

async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

describe('codings of a transcript that is edited', () => {
  const nameOf = (way: string, index: number) => `${way}-${index}`;
  const pathOf = (name: string) => `transcripts/scenarios/${name}.txt`;
  const logOf = (name: string) => `codings/sanne/scenarios/${name}.txt.jsonl`;
  const names = ['editor', 'disk'].flatMap((way) => scenarios.map((_, index) => nameOf(way, index)));
  const onDisk = [
    { edit: 'Windows line ends', change: (text: string) => text.replaceAll('\n', '\r\n') },
    { edit: 'a byte order mark', change: (text: string) => `\ufeff${text}` },
  ];

  /** Asserts what is shown of a coding, once the views have followed the edit. */
  async function shows(name: string, expected: string): Promise<void> {
    const oneLine = expected.replace(/\s+/g, ' ').trim();
    let shown = '';
    await waitUntil(
      expected,
      async () => {
        shown = await shownOf(name);
        return shown === oneLine;
      },
      4000,
    ).catch(() => assert.equal(shown, oneLine));
  }

  async function writeCoded(name: string, { before: text, quote, copy }: Scenario): Promise<void> {
    await writeFile(pathOf(name), text);
    const coding = codingOfQuote(text, quote, copy, { id: name, by: 'sanne', code: 'money' });
    await writeFile(logOf(name), `${codingLine(coding)}\n`);
  }

  before(async () => {
    await activateExtension();
    await run('setCoder', 'sanne');
    await makeFolders('transcripts/scenarios', 'codings/sanne/scenarios');
    for (const way of ['editor', 'disk']) {
      for (const [index, scenario] of scenarios.entries()) await writeCoded(nameOf(way, index), scenario);
    }
    for (const [index] of onDisk.entries()) await writeCoded(nameOf('bytes', index), scenarios[0]!);
    await run('filterQuotes', { coder: 'sanne' });
    await run('groupQuotes', 'transcript');
    await waitUntil('all codings', async () => {
      return (await rowsOf('quotes')).length === names.length + onDisk.length;
    });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of ['transcripts/scenarios', 'codings/sanne']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    }
    await run('groupQuotes', 'code');
    await run('clearQuoteFilter');
    await run('setCoder', 'tester');
  });

  for (const [index, scenario] of scenarios.entries()) {
    const { row, edit, after, expected, known = expected, seen = known } = scenario;

    it(`in the editor: row ${row}, ${edit}`, async () => {
      const name = nameOf('editor', index);
      const document = await vscode.workspace.openTextDocument(studyFile(pathOf(name)));
      await make(document, editsOf(scenario));
      assert.equal(document.getText(), after);
      await shows(name, seen);
      const [anchor, passage] = seen.split(/: (.*)/s);
      if (passage !== undefined) {
        const said = await hoverAt(document, after.indexOf(passage) + 1);
        assert.match(said, /tagged by sanne/);
        assert.equal(said.includes('Its words have changed'), anchor === 'edited');
        assert.equal(said.includes('the text before it has changed'), anchor === 'moved');
      }
      await document.save();
    });

    it(`on disk: row ${row}, ${edit}`, async () => {
      const name = nameOf('disk', index);
      await writeFile(pathOf(name), after);
      await shows(name, known);
    });
  }

  for (const [index, { edit, change }] of onDisk.entries()) {
    it(`on disk: row 20, ${edit}`, async () => {
      const name = nameOf('bytes', index);
      await writeFile(pathOf(name), change(scenarios[0]!.before));
      await shows(name, scenarios[0]!.expected);
    });
  }

  it('on disk: row 21, file deleted', async () => {
    const name = nameOf('bytes', 0);
    await vscode.workspace.fs.delete(studyFile(pathOf(name)));
    await waitUntil('the missing transcript', async () =>
      (await shownOf(name)).startsWith('transcript missing'),
    );
  });
});
