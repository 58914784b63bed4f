import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders, type Row, rowOf, rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/operations/gesprek.txt';
const ownLog = 'codings/olga/operations/gesprek.txt.jsonl';
const otherLog = 'codings/pim/operations/gesprek.txt.jsonl';
const text = 'I: En?\nR: De kosten zijn hoog, en de cursus was kort.\n';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function code(...labels: string[]): Promise<unknown> {
  let row: Row | undefined;
  for (const label of labels) {
    const below = row;
    row = await waitUntil(`the code ${label}`, () => rowOf('codebook', label, below));
  }
  return row!.element;
}

/** Runs a command and accepts what it proposes until codebook.yaml is another. */
async function runAndAccept(command: string, ...args: unknown[]): Promise<string> {
  const before = await readFile('codebook.yaml');
  const running = run(command, ...args);
  const after = await waitUntil(`what ${command} makes of the codebook`, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const now = await readFile('codebook.yaml');
    // A file that is being saved is empty for a moment.
    return now !== before && now !== '' && now;
  });
  let ended = false;
  void running.then(() => {
    ended = true;
  });
  // What is asked after the change may not have been asked yet.
  await waitUntil('the end of the command', async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return ended;
  });
  return after;
}

describe('changing the codes', () => {
  let original: string;
  let logs: string[];

  before(async () => {
    await activateExtension();
    await run('setCoder', 'olga');
    original = await readFile('codebook.yaml');
    await makeFolders('codings/olga/operations', 'codings/pim/operations', 'transcripts/operations');
    await writeFile(transcript, text);
    await writeFile(ownLog, logLine(text, 'De kosten zijn hoog', 'money', 'olga'));
    await writeFile(otherLog, logLine(text, 'kosten', 'money', 'pim'));
    logs = [await readFile(ownLog), await readFile(otherLog)];
  });

  afterEach(async () => {
    if ((await readFile('codebook.yaml')) !== original) await writeFile('codebook.yaml', original);
    await waitUntil('the codebook as it was', async () => {
      const roots = await rowsOf('codebook');
      return roots.map(({ label }) => label).join() === 'Barrier,Enabler';
    });
    await waitUntil('its sub-codes', () =>
      rowOf('codebook', 'Barrier').then((row) => rowOf('codebook', 'Money', row)),
    );
  });

  after(async () => {
    for (const path of [transcript, ownLog, otherLog]) await vscode.workspace.fs.delete(studyFile(path));
    await run('setCoder', 'tester');
  });

  it('merges one into another, and one step brings it back', async () => {
    const skills = { code: { id: 'skills' } };
    const merged = await runAndAccept('mergeCode', await code('Barrier', 'Money'), skills.code.id);
    assert.match(merged, /- id: skills\n {8}was: \[money\]\n {8}# What was written of “Money”/);
    assert.match(merged, /terms: \['vaardighe\*', 'onhandig', '\*financ\*', '\*kosten'\]/);
    assert.deepEqual([await readFile(ownLog), await readFile(otherLog)], logs);
    await run('undoCodebookChange');
    assert.equal(await readFile('codebook.yaml'), original);
  });

  it('moves under another code, up, and to the top level', async () => {
    const moved = await runAndAccept('moveCode', await code('Barrier', 'Money'), { parentId: 'training' });
    assert.match(moved, /cursus\*'\]\n {8}codes:\n {10}- id: money\n {12}name:/);
    await run('moveCodeUp', await code('Enabler'));
    assert.match(
      await readFile('codebook.yaml'),
      /^codes:\n {2}- id: enabler\n(?:.*\n)*? {2}- id: barrier\n/,
    );
    await run('undoCodebookChange');
    await run('undoCodebookChange');
    assert.equal(await readFile('codebook.yaml'), original);
  });

  it('changes an id, and the counts stay', async () => {
    const changed = await runAndAccept('changeCodeId', await code('Barrier', 'Money'), 'costs');
    assert.equal(changed, original.replace('- id: money\n', '- id: costs\n        was: [money]\n'));
    const row = await waitUntil('the count', async () => {
      const barrier = await rowOf('codebook', 'Barrier');
      const money = await rowOf('codebook', 'Money', barrier);
      return money?.description.split(' · ')[1] === '2' && money;
    });
    assert.match(row.spoken, /2 codings/);
  });

  it('retires and brings back, through the document where it is open', async () => {
    const document = await vscode.workspace.openTextDocument(studyFile('codebook.yaml'));
    await vscode.window.showTextDocument(document);
    // The editor takes a moment to read anew what the test before has written.
    await waitUntil('the codebook as it was', () => document.getText() === original);
    const retired = await runAndAccept('retireCode', await code('Barrier', 'Money'));
    assert.equal(retired, original.replace('- id: money\n', '- id: money\n        retired: true\n'));
    assert.equal(document.isDirty, false);
    const row = await waitUntil('the retired code', async () => {
      const money = await rowOf('codebook', 'Money', await rowOf('codebook', 'Barrier'));
      return money?.item.contextValue === 'code.retired' && money;
    });
    assert.equal(await runAndAccept('bringBackCode', row.element), original);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), retired);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('splits, and does not undo what codings have come to need', async () => {
    const part = { name: 'Subsidies', below: true };
    const split = await runAndAccept('splitCode', await code('Barrier', 'Money'), part);
    assert.match(split, /'\*kosten'\]\n {8}codes:\n {10}- id: subsidies\n {12}name: Subsidies\n/);
    await writeFile(ownLog, logs[0]! + logs[0]!.replace('"money"', '"subsidies"'));
    await waitUntil('the coding of the part', async () => {
      const barrier = await rowOf('codebook', 'Barrier');
      const row = await rowOf('codebook', 'Subsidies', await rowOf('codebook', 'Money', barrier));
      return row?.description.endsWith('1');
    });
    await run('undoCodebookChange');
    assert.equal(await readFile('codebook.yaml'), split);
    await writeFile(ownLog, logs[0]!);
  });

  it('shows the change beside the codebook, and does nothing when dismissed', async () => {
    const running = run('mergeCode', await code('Barrier', 'Money'), 'skills');
    const shown = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputTextDiff);
    // Nothing tells when the question is there; too early a key would take the first line of it.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await waitUntil('the change', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return waitUntil('its page', shown, 1000).catch(() => false);
    });
    const { modified } = shown()!.input as vscode.TabInputTextDiff;
    const document = await vscode.workspace.openTextDocument(modified);
    assert.match(document.getText(), /was: \[money\]/);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await running;
    assert.equal(await readFile('codebook.yaml'), original);
    await waitUntil('the page closed', () => !shown());
  });
});
