import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { changeLine } from '../../src/core/coding/change';
import type { Coding } from '../../src/core/coding/coding';
import { coderOf } from '../../src/core/coding/paths';
import type { Mark } from '../../src/core/highlight/marks';
import { reviewChangeLine } from '../../src/core/review/change';
import { compareCoders } from '../../src/core/review/compare';
import { progressLine } from '../../src/core/review/progress';
import type { Review } from '../../src/core/review/review';
import { type Choice, settle } from '../../src/core/review/settle';
import { Study } from '../../src/core/study';
import { summarizeStudy } from '../../src/core/summary/summary';
import { commit, git } from './gitFolder';
import { logLine, makeFolders, type Row, rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/home-care/vergelijk.txt';
const consensusLog = 'codings/consensus/home-care/vergelijk.txt.jsonl';
const consensusReviews = 'reviews/consensus/home-care/vergelijk.txt.jsonl';
const text = `I: Wat valt op?
R: De cursus is fijn. Dat kost wel veel tijd.
R: En geld is schaars, zegt mijn collega.
R: Niemand leert het ons.
`;
const at = '2024-03-01T10:00:00.000Z';

/** Anna and Bram agree on the first, and differ in bounds, code and in who coded it on the others. */
const anna = [
  ['De cursus is fijn.', 'training'],
  ['kost wel veel tijd', 'skills'],
  ['geld is schaars', 'money'],
] as const;
const bram = [
  ['De cursus is fijn', 'training'],
  ['Dat kost wel veel tijd.', 'skills'],
  ['geld is schaars', 'barrier'],
  ['Niemand leert het ons.', 'skills'],
] as const;

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);

async function linesOf<T>(path: string): Promise<T[]> {
  const content = await readFile(path).catch(() => '');
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The groups of the Disagreements view, each with what is in it. */
async function disagreements(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const group of await rowsOf('disagreements')) {
    found[group.label] = (await rowsOf('disagreements', group)).map(({ label }) => label);
  }
  return found;
}

async function itemAt(words: string): Promise<Row> {
  for (const group of await rowsOf('disagreements')) {
    for (const row of await rowsOf('disagreements', group)) if (row.label.includes(words)) return row;
  }
  throw new Error(`no item at ${words}`);
}

describe('two coders, in two clones', () => {
  let folder: string;
  let elsewhere: string;
  let settings: string;
  let shown: (coder?: string) => readonly Mark[];

  before(async () => {
    const extension = await activateExtension();
    const { shownMarks } = extension.exports as { shownMarks: Map<string, readonly Mark[]> };
    const uri = studyFile(transcript).toString();
    shown = (coder) => shownMarks.get(coder === undefined ? uri : `${uri}#${coder}`) ?? [];
    folder = studyFile('').fsPath;
    settings = await readFile('study.yaml');
    elsewhere = join(mkdtempSync(join(realpathSync(tmpdir()), 'interview-coding-clone-')), 'study');
    await writeFile(transcript, text);
    await writeFile(
      'study.yaml',
      `${settings}\ndoubleCoding:\n  - { coders: [anna, bram], transcripts: [home-care/vergelijk.txt] }\n`,
    );
    cpSync(
      join(extension.extensionPath, 'media/sample-study/.gitattributes'),
      join(folder, '.gitattributes'),
    );
    git(folder, 'init', '--quiet');
    commit(folder, 'A study with a round of double coding');
    git(folder, 'clone', '--quiet', folder, elsewhere);
    await run('setCoder', 'anna');
    await openFile(transcript);
  });

  after(async () => {
    await run('endComparing');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('setCoder', 'tester');
    rmSync(dirname(elsewhere), { recursive: true, force: true });
    for (const path of ['.git', '.gitattributes', transcript]) {
      rmSync(join(folder, path), { recursive: true, force: true });
    }
    for (const coder of ['anna', 'anna@2', 'bram', 'consensus']) {
      for (const part of ['codings', 'reviews']) {
        rmSync(join(folder, part, coder), { recursive: true, force: true });
      }
    }
    await writeFile('study.yaml', settings);
  });

  function write(root: string, path: string, lines: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    appendFileSync(join(root, path), lines);
  }

  /** Settles in the other clone, as the same extension would there. */
  async function settleElsewhere(words: string, choice: Choice): Promise<void> {
    const study = new Study(await NodeFiles.open(elsewhere));
    const codings = await study.codings(transcript);
    const of = (coder: string) => codings.filter((one) => coderOf(one) === coder);
    const { items } = compareCoders(text, of('anna'), of('bram'), await study.codebook());
    const item = items.find(({ start, end }) => text.slice(start, end).includes(words))!;
    let made = 0;
    const settling = settle(item, choice, {
      transcript,
      text,
      codings,
      reviews: await study.reviews(transcript),
      by: 'bram',
      at,
      newId: () => `bram-${words}-${made++}`,
    });
    for (const change of settling.codings)
      write(elsewhere, change.log, `${changeLine(change, 'bram', at)}\n`);
    for (const change of settling.reviews) write(elsewhere, change.log, `${reviewChangeLine(change, at)}\n`);
  }

  it('code without seeing each other', async () => {
    const log = 'home-care/vergelijk.txt.jsonl';
    write(
      elsewhere,
      `codings/bram/${log}`,
      bram.map(([words, code]) => logLine(text, words, code, 'bram')).join(''),
    );
    write(
      folder,
      `codings/anna/${log}`,
      anna.map(([words, code]) => logLine(text, words, code, 'anna')).join(''),
    );
    const done = progressLine({ transcript, done: true, blind: true, by: 'bram', at });
    write(elsewhere, 'reviews/bram/progress.jsonl', `${done}\n`);
    commit(elsewhere, 'Coded by Bram');
    commit(folder, 'Coded by Anna');
    git(folder, 'pull', '--quiet', '--no-edit', elsewhere, 'main');
    const codings = () => shown().filter(({ kind }) => kind === 'coding');
    await waitUntil('own codings', () => codings().length === 3);
    await run('compareCoders', { transcript });
    assert.deepEqual(await disagreements(), {});
    assert.equal(vscode.window.visibleTextEditors.length, 1);
  });

  it('are compared side by side once they are done', async () => {
    await run('markDone');
    await waitUntil('the comparison', async () => (await disagreements()).Disagreements !== undefined);
    assert.deepEqual(vscode.window.visibleTextEditors.map(({ viewColumn }) => viewColumn).sort(), [
      vscode.ViewColumn.One,
      vscode.ViewColumn.Two,
    ]);
    const codes = (coder: string) =>
      shown(coder).flatMap((mark) => (mark.kind === 'coding' ? [mark.code] : []));
    await waitUntil('Anna’s', () => codes('anna').join() === 'training,skills,money');
    await waitUntil('Bram’s', () => codes('bram').join() === 'training,skills,barrier,skills');
    assert.deepEqual(await disagreements(), {
      Disagreements: ['Dat kost wel veel tijd.', 'geld is schaars', 'Niemand leert het ons.'],
      Agreements: ['De cursus is fijn.'],
    });
    const kinds = ['Dat kost', 'geld', 'Niemand', 'De cursus'].map(
      async (words) => (await itemAt(words)).spoken,
    );
    assert.deepEqual(
      (await Promise.all(kinds)).map((spoken) => spoken.replace(/^“[^”]*”, /, '')),
      [
        'Digital skills, different bounds, overlap 82 %',
        'Money ≠ Barrier, different code',
        'Digital skills, only bram coded it',
        'Training, agreement',
      ],
    );
  });

  it('go from disagreement to disagreement, round the end', async () => {
    const here = () => {
      const { document, selection } = vscode.window.activeTextEditor!;
      return document
        .getText(document.lineAt(selection.active.line).range.with(selection.active))
        .slice(0, 8);
    };
    const places: string[] = [];
    for (let times = 0; times < 4; times++) {
      await run('nextDisagreement');
      places.push(here());
    }
    assert.deepEqual(places, ['Dat kost', 'geld is ', 'Niemand ', 'Dat kost']);
    await run('previousDisagreement');
    assert.equal(here(), 'Niemand ');
  });

  it('settle one, and go to the next by itself', async () => {
    await run('nextDisagreement');
    await run('takeSecond');
    const [coding, ...others] = await linesOf<Coding>(consensusLog);
    assert.equal(others.length, 0);
    assert.equal(coding!.quote, 'Dat kost wel veel tijd.');
    assert.equal(coding!.by, 'anna');
    const [bramId] = (await linesOf<Coding>('codings/bram/home-care/vergelijk.txt.jsonl'))
      .filter(({ quote }) => quote.startsWith('Dat'))
      .map(({ id }) => id);
    assert.deepEqual(coding!.from, [bramId]);
    const said = (await linesOf<Review>(consensusReviews)).map(({ verdict }) => verdict);
    assert.deepEqual(said.sort(), ['agree', 'disagree']);
    assert.deepEqual((await disagreements()).Settled, ['Dat kost wel veel tijd.']);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.offsetAt(selection.active), text.indexOf('geld'));
  });

  it('take a step back, and settle otherwise under the same id', async () => {
    await run('undo');
    await waitUntil('the step back', async () => (await disagreements()).Disagreements?.length === 3);
    assert.equal((await linesOf<{ deleted?: boolean }>(consensusLog)).at(-1)!.deleted, true);
    await run('redo');
    await waitUntil('the step again', async () => (await disagreements()).Disagreements?.length === 2);
    await run('takeFirst', (await itemAt('Dat kost')).element);
    const lines = await linesOf<Coding>(consensusLog);
    assert.equal(lines.at(-1)!.quote, 'kost wel veel tijd');
    assert.equal(new Set(lines.map(({ id }) => id)).size, 1);
  });

  it('leave one open with a reason', async () => {
    await run('leaveOpen', (await itemAt('Niemand')).element, 'Vraag Eva.');
    assert.match((await itemAt('Niemand')).description, /left open: Vraag Eva\./);
    const last = (await linesOf<Review>(consensusReviews)).at(-1)!;
    assert.deepEqual([last.verdict, last.comment], ['discuss', 'Vraag Eva.']);
  });

  it('settle all agreements at once', async () => {
    await run('settleAgreements');
    assert.equal((await disagreements()).Agreements, undefined);
    const made = (await linesOf<Coding>(consensusLog)).at(-1)!;
    assert.equal(made.code, 'training');
    assert.equal(made.from!.length, 2);
  });

  it('merge what each settled, and summarize the consensus', async () => {
    git(elsewhere, 'pull', '--quiet', '--no-edit', folder, 'main');
    await settleElsewhere('geld', { take: 'first' });
    commit(elsewhere, 'Settled by Bram');
    commit(folder, 'Settled by Anna');
    git(folder, 'pull', '--quiet', '--no-edit', elsewhere, 'main');
    assert.equal(git(folder, 'status', '--porcelain'), '');
    await waitUntil('what Bram settled', async () => (await disagreements()).Disagreements === undefined);
    const summary = (await summarizeStudy(new Study(await NodeFiles.open(folder)))).cases.find(
      ({ id }) => id === 'home-care',
    )!;
    const quotes = summary.quotes.filter((quote) => quote.transcript === transcript);
    assert.deepEqual(quotes.map(({ text: quote, code, coder }) => [quote, code, coder]).sort(), [
      ['De cursus is fijn.', 'training', 'consensus'],
      ['Niemand leert het ons.', 'skills', 'bram'],
      ['geld is schaars', 'money', 'consensus'],
      ['kost wel veel tijd', 'skills', 'consensus'],
    ]);
    assert.equal(summary.settled.quotes, 3);
    assert.equal(summary.settled.from, 6);
  });

  it('mark in the Quotes view what is settled', async () => {
    await run('filterQuotes', { text: 'geld is schaars' });
    const rows = await waitUntil('the quotes', async () => {
      const groups = await rowsOf('quotes');
      const all = (await Promise.all(groups.map((group) => rowsOf('quotes', group)))).flat();
      return all.length === 3 && all;
    });
    assert.deepEqual(rows.map(({ description }) => description.split(' · ').slice(-2).join(' · ')).sort(), [
      'anna · settled',
      'bram · settled',
      'consensus',
    ]);
    await run('clearQuoteFilter');
  });

  it('are told where they settled the same in two ways', async () => {
    await settleElsewhere('Niemand', { take: 'neither' });
    await run('takeSecond', (await itemAt('Niemand')).element);
    commit(elsewhere, 'Not taken');
    commit(folder, 'Taken');
    git(folder, 'pull', '--quiet', '--no-edit', elsewhere, 'main');
    const problems = () =>
      [consensusLog, consensusReviews].flatMap((path) =>
        vscode.languages.getDiagnostics(studyFile(path)).map(({ message }) => message),
      );
    const [message] = await waitUntil('the problem', () => problems().length > 0 && problems());
    assert.match(message!, /was settled in more than one way, by anna, bram/);
    await waitUntil('the item again', async () => (await disagreements()).Disagreements?.length === 1);
    await run('takeNeither', (await itemAt('Niemand')).element);
    await waitUntil('no problem', () => problems().length === 0);
  });

  it('go back to one editor', async () => {
    await run('endComparing');
    await waitUntil('one editor', () => vscode.window.visibleTextEditors.length === 1);
    assert.deepEqual(await disagreements(), {});
  });

  it('code again without seeing what they coded the first time, and compare the two times', async () => {
    await run('codeAgain', 2);
    await waitUntil('nothing', () => shown().every(({ kind }) => kind !== 'coding'));
    const again = logLine(text, 'geld is schaars, zegt mijn collega', 'money', 'anna@2');
    await makeFolders('codings/anna@2/home-care');
    await writeFile('codings/anna@2/home-care/vergelijk.txt.jsonl', again);
    await waitUntil('the second time', () => shown().filter(({ kind }) => kind === 'coding').length === 1);
    await run('markDone');
    await waitUntil('the comparison', async () => (await disagreements()).Settled !== undefined);
    assert.match((await itemAt('geld')).spoken, /Money, different bounds, overlap \d+ %/);
    await run('endComparing');
    await run('codeAgain', 1);
  });
});
