import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptySettings } from '../../src/core/settings/settings';
import type { CaseElement } from '../../src/features/casesView/elements';
import { itemOf } from '../../src/features/casesView/items';
import { logLine, makeFolders, type Row, rowOf, rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const caseId = 'cases-view';
const coded = `transcripts/${caseId}/a.txt`;
const uncoded = `transcripts/${caseId}/b.txt`;
const log = `codings/kees/${caseId}/a.txt.jsonl`;
const text = '---\nparticipant: P1\nrole: arts\norganization: het-wad\n---\nR: De cursus was kort.\n';
const scale =
  'domains:\n  - { id: tech, name: Technology, levels: [a, b, c, d, e] }\n  - { id: money, name: Money, levels: [a, b, c, d, e] }\n';
const scores = (...figures: [string, number][]) =>
  figures
    .map(([domain, score]) => `- { organization: het-wad, domain: ${domain}, score: ${score} }\n`)
    .join('');

async function theCase(): Promise<Row> {
  return waitUntil('the case', () => rowOf('cases', caseId));
}

async function below(...labels: string[]): Promise<[label: string, description: string][]> {
  let row = await theCase();
  for (const label of labels) row = await waitUntil(label, () => rowOf('cases', label, row));
  return (await rowsOf('cases', row)).map(({ label, description }) => [label, description]);
}

async function shows(expected: [string, string][], ...labels: string[]): Promise<void> {
  let found: unknown;
  await waitUntil('the rows', async () => {
    found = await below(...labels);
    return JSON.stringify(found) === JSON.stringify(expected);
  }).catch(() => assert.deepEqual(found, expected));
}

describe('the Cases view', () => {
  before(async () => {
    await activateExtension();
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'kees');
    await makeFolders(`transcripts/${caseId}`, `codings/kees/${caseId}`, 'scores', 'summaries');
    await writeFile(coded, text);
    await writeFile(uncoded, 'R: Ja.\n');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'tester');
    const paths = [
      coded,
      uncoded,
      log,
      'maturity.yaml',
      'scores/kees.yaml',
      'scores/jo.yaml',
      `summaries/${caseId}.md`,
      `notes/${caseId}.md`,
    ];
    for (const path of paths) {
      await vscode.workspace.fs.delete(studyFile(path)).then(undefined, () => undefined);
    }
  });

  it('lists the cases of study.yaml in its order, then others', async () => {
    await theCase();
    const labels = (await rowsOf('cases')).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['Home care', 'Hospital']);
    assert.ok(labels.indexOf(caseId) >= 2);
  });

  it('counts no interviews as none before all have been read', async () => {
    const { element } = await theCase();
    const names = { settings: emptySettings, scale: undefined };
    const described = (interviews: readonly unknown[], reading: boolean) =>
      itemOf({ ...(element as CaseElement), interviews } as CaseElement, names, { alone: false, reading })
        .description;
    const [one] = (element as CaseElement).interviews;
    assert.equal(described([], true), '');
    assert.equal(described([], false), 'no interviews');
    assert.equal(described([one], true), '0 of 1 coded so far');
    assert.equal(described([one], false), '0 of 1 coded');
  });

  it('tells which interviews are coded, by whom, and follows the logs', async () => {
    await shows([
      ['P1, arts', 'Het Wad · not coded'],
      ['b.txt', 'not coded'],
    ]);
    assert.equal((await theCase()).description, '0 of 2 coded');
    await writeFile(log, logLine(text, 'cursus', 'training', 'kees'));
    await shows([
      ['P1, arts', 'Het Wad · coded by kees'],
      ['b.txt', 'not coded'],
    ]);
    const row = await theCase();
    assert.equal(row.description, '1 of 2 coded');
    assert.equal(row.item.contextValue, 'case');
    assert.equal((row.element as { caseId: string }).caseId, caseId);
    assert.ok((row.element as { session: unknown }).session);
  });

  it('opens an interview', async () => {
    const [interview] = await rowsOf('cases', await theCase());
    const { command, arguments: args } = interview!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), studyFile(coded).toString());
  });

  it('still shows an interview whose transcript is missing but whose codings are there', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(studyFile(coded));
    await shows([
      ['a.txt', 'transcript missing'],
      ['b.txt', 'not coded'],
    ]);
    await writeFile(coded, text);
    await waitUntil('the transcript', async () => (await below())[0]?.[0] === 'P1, arts');
  });

  it('lists the summaries that were exported', async () => {
    assert.equal(await rowOf('cases', 'Summaries', await theCase()), undefined);
    await vscode.commands.executeCommand('interviewCoding.exportSummary', {
      cases: [caseId],
      formats: ['md'],
      open: false,
    });
    await shows([[`${caseId}.md`, '']], 'Summaries');
    assert.match(await readFile(`summaries/${caseId}.md`), /cursus/);
    const summaries = await rowOf('cases', 'Summaries', await theCase());
    const [summary] = await rowsOf('cases', summaries);
    const { command, arguments: args } = summary!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    await waitUntil('the preview', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(`${caseId}.md`),
    );
  });

  it('adds up the maturity scores, as far as there are any and they agree', async () => {
    await writeFile('maturity.yaml', scale);
    await shows([['Het Wad', 'no scores']], 'Maturity');
    await writeFile('scores/kees.yaml', scores(['tech', 4]));
    await shows([['Het Wad', '4 of 10 · 1 of 2 domains']], 'Maturity');
    await writeFile('scores/kees.yaml', scores(['tech', 4], ['money', 3]));
    await shows([['Het Wad', '7 of 10']], 'Maturity');
    await writeFile('scores/jo.yaml', scores(['tech', 2]));
    await shows([['Het Wad', '3 of 10 · 1 of 2 domains · not settled']], 'Maturity');
  });

  it('hides what others have scored from those who have yet to score it', async () => {
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'jo');
    await shows([['Het Wad', 'not settled · 1 hidden until you have scored']], 'Maturity');
    await writeFile('scores/jo.yaml', scores(['tech', 2], ['money', 1]));
    await shows([['Het Wad', 'not settled']], 'Maturity');
    await writeFile('scores/jo.yaml', scores(['tech', 4]));
    await shows(
      [['Het Wad', '4 of 10 · 1 of 2 domains · not settled · 1 hidden until you have scored']],
      'Maturity',
    );
  });

  it('opens what is written about a case, with its headings the first time', async () => {
    await vscode.commands.executeCommand('interviewCoding.openCaseNotes', (await theCase()).element);
    assert.match(
      vscode.window.activeTextEditor!.document.getText(),
      /^# cases-view\n[\s\S]*## Wat belemmert\n/,
    );
    await writeFile(`notes/${caseId}.md`, 'Mine.\n');
    await vscode.commands.executeCommand('interviewCoding.openCaseNotes', (await theCase()).element);
    assert.equal(await readFile(`notes/${caseId}.md`), 'Mine.\n');
  });
});
