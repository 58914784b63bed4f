import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const text = 'I: Wat valt op?\nR: De cursus is fijn. Dat kost wel veel tijd.\n';
const transcript = 'transcripts/home-care/kopie.txt';
const log = 'codings/tester/home-care/kopie.txt.jsonl';
const mark = ' (tester’s conflicted copy 2024-03-01)';
const copyOfLog = `codings/tester/home-care/kopie.txt${mark}.jsonl`;
const copyOfTranscript = `transcripts/home-care/kopie${mark}.txt`;
const copyOfCodebook = `codebook${mark}.yaml`;

const codesOf = (path: string) =>
  vscode.languages.getDiagnostics(studyFile(path)).map(({ code }) => String(code));
const exists = (path: string) => vscode.workspace.fs.stat(studyFile(path)).then(Boolean, () => false);

async function fixesOf(path: string): Promise<vscode.CodeAction[]> {
  const { document } = await openFile(path);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(0, 0, 0, 0),
    vscode.CodeActionKind.QuickFix.value,
  );
}

describe('conflicted copies of a sync program', () => {
  const [shared, here, there] = ['De cursus', 'is fijn', 'veel tijd'].map((words) =>
    logLine(text, words, 'skills', 'tester'),
  );

  before(async () => {
    await activateExtension();
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'tester');
    await writeFile(transcript, text);
    await writeFile(log, `${shared}${here}`);
    await writeFile(copyOfLog, `${shared}${there}`);
    await writeFile(copyOfTranscript, text);
    await writeFile(copyOfCodebook, await readFile('codebook.yaml'));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [transcript, copyOfTranscript, copyOfCodebook, 'codings/tester']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true });
    }
  });

  it('are told of, each in its own file', async () => {
    await waitUntil('the problem of the log', () => codesOf(copyOfLog).includes('copy-of-log'));
    await waitUntil('that of the transcript', () => codesOf(copyOfTranscript).includes('copy-of-file'));
    await waitUntil('that of the codebook', () => codesOf(copyOfCodebook).includes('copy-of-file'));
    assert.deepEqual(codesOf(log), []);
  });

  it('can be compared with the other file', async () => {
    const [compare, ...others] = await fixesOf(copyOfTranscript);
    assert.deepEqual([compare!.title, others.length], [`Compare with ${transcript}`, 0]);
    await vscode.commands.executeCommand(compare!.command!.command, ...compare!.command!.arguments!);
    await waitUntil('the comparison', () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff && input.original.path.endsWith('/kopie.txt');
    });
  });

  it('of a log are added to it by a quick fix, and deleted only when the person says so', async () => {
    const [merge] = await fixesOf(copyOfLog);
    assert.equal(merge!.title, `Add its lines to ${log}`);
    // Nobody answers the question whether to delete the copy.
    void vscode.commands.executeCommand(merge!.command!.command, ...merge!.command!.arguments!);
    await waitUntil('the lines', async () => (await readFile(log)) === `${shared}${here}${there}`);
    assert.ok(await exists(copyOfLog));
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('interviewCoding.mergeCopies', [copyOfLog], true);
    assert.equal(await readFile(log), `${shared}${here}${there}`);
    assert.equal(await exists(copyOfLog), false);
  });

  it('of a log that cannot be read through are never deleted', async () => {
    const broken = `<<<<<<< HEAD\n${shared}`;
    await writeFile(copyOfLog, broken);
    await waitUntil('the problem', () => codesOf(copyOfLog).includes('copy-of-log'));
    await vscode.commands.executeCommand('interviewCoding.mergeCopies', [copyOfLog], true);
    assert.equal(await readFile(copyOfLog), broken);
    assert.equal(await readFile(log), `${shared}${here}${there}`);
  });

  it('of reviews are added to these as well', async () => {
    const reviews = 'reviews/tester/home-care/kopie.txt.jsonl';
    const copyOfReviews = `reviews/tester/home-care/kopie.txt${mark}.jsonl`;
    const said = (id: string) =>
      `${JSON.stringify({ id, coding: 'nowhere', verdict: 'agree', by: 'tester', at: '2024-03-01T09:00:00Z' })}\n`;
    await writeFile(reviews, said('r1'));
    await writeFile(copyOfReviews, said('r1') + said('r2'));
    await waitUntil('the problem', () => codesOf(copyOfReviews).includes('copy-of-log'));
    await vscode.commands.executeCommand('interviewCoding.mergeCopies', [copyOfReviews], true);
    assert.equal(await readFile(reviews), said('r1') + said('r2'));
    assert.equal(await exists(copyOfReviews), false);
    await vscode.workspace.fs.delete(studyFile('reviews/tester'), { recursive: true });
  });

  it('of another coder’s log are left to that coder', async () => {
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'somebody');
    await vscode.commands.executeCommand('interviewCoding.mergeCopies', [copyOfLog], true);
    assert.ok(await exists(copyOfLog));
    await vscode.commands.executeCommand('interviewCoding.setCoder', 'tester');
  });
});
