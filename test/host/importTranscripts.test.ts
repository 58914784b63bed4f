import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import * as vscode from 'vscode';
import { FileDrop } from '../../src/features/casesView/dropFiles';
import { otr } from '../core/exchange/support/files';
import { commented } from '../core/exchange/support/word';
import { rowsOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

/** Says yes to every question, as someone does who presses Enter, until what asks them is done. */
async function accepting(action: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(action).finally(() => {
    isDone = true;
  });
  await waitUntil('the end of the questions', async () => {
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await done;
}

async function interviewsOf(caseId: string): Promise<string[]> {
  const row = (await rowsOf('cases')).find(({ label }) => label === caseId);
  return row ? (await rowsOf('cases', row)).map(({ label }) => label) : [];
}

describe('importing transcripts', () => {
  let folder: string;
  let codebook: string;

  before(async () => {
    await activateExtension();
    codebook = await readFile('codebook.yaml');
    folder = mkdtempSync(join(tmpdir(), 'interview-coding-import-'));
    writeFileSync(
      join(folder, 'een.otr'),
      otr(
        '<p><span class="timestamp" data-timestamp="5">0:05</span>&nbsp;I: Wat helpt?</p><p>R: Een cursus.</p>',
      ),
    );
    writeFileSync(
      join(folder, 'twee.docx'),
      commented(
        ['I: En wat niet?', 'R: De ⟦1regeldruk1⟧ is hoog.'],
        [{ id: 1, author: 'Zoë', text: 'Regeldruk: veel' }],
      ),
    );
  });

  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile('codebook.yaml', codebook);
    for (const path of ['transcripts/imported', 'originals', 'codings/Zoë']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true }).then(undefined, () => undefined);
    }
    await waitUntil('the case gone', async () => (await interviewsOf('imported')).length === 0);
    rmSync(folder, { recursive: true });
  });

  it('takes a folder in, with comments as codings and a new code for what is none', async () => {
    const uris = [vscode.Uri.file(folder)];
    await accepting(
      vscode.commands.executeCommand('interviewCoding.importTranscripts', { uris, caseId: 'imported' }),
    );
    assert.equal(
      await readFile('transcripts/imported/een.txt'),
      '[00:00:05] I: Wat helpt?\nR: Een cursus.\n',
    );
    assert.equal(
      await readFile('transcripts/imported/twee.txt'),
      'I: En wat niet?\nR: De regeldruk is hoog.\n',
    );
    const coding = JSON.parse(await readFile('codings/Zoë/imported/twee.txt.jsonl'));
    assert.deepEqual(
      { code: coding.code, quote: coding.quote, memo: coding.memo },
      { code: 'regeldruk', quote: 'regeldruk', memo: 'veel' },
    );
    assert.match(await readFile('codebook.yaml'), /id: regeldruk/);
    await waitUntil(
      'the interviews in the Cases view',
      async () => (await interviewsOf('imported')).length === 2,
    );
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.path,
      studyFile('transcripts/imported/een.txt').path,
    );
  });

  it('takes in what is dropped onto a case, again without losing anything', async () => {
    const file = vscode.Uri.file(join(folder, 'een.otr'));
    writeFileSync(file.fsPath, otr('<p>I: Wat helpt er?</p><p>R: Een cursus.</p>'));
    const row = (await rowsOf('cases')).find(({ label }) => label === 'imported');
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(`${file.toString()}\r\n`));
    await accepting(new FileDrop().handleDrop(row!.element as never, data));
    assert.equal(await readFile('transcripts/imported/een.txt'), 'I: Wat helpt er?\nR: Een cursus.\n');
    assert.match(await readFile('originals/imported/een.2.otr'), /Wat helpt er/);
  });

  it('exports an interview for review in Word, and reads the replies that come back', async () => {
    const uri = vscode.Uri.file(join(folder, 'review.docx'));
    const transcript = 'transcripts/imported/twee.txt';
    await vscode.commands.executeCommand('interviewCoding.exportForReview', { transcript, uri });
    const files = unzipSync(await vscode.workspace.fs.readFile(uri));
    const comments = strFromU8(files['word/comments.xml']!);
    assert.match(comments, /w:author="Zoë".*Regeldruk: veel/);
    files['word/comments.xml'] = strToU8(comments.replace(/<w:comment .*<\/w:comment>/, ''));
    writeFileSync(uri.fsPath, zipSync(files));
    await run('setCoder', 'lezer');
    await accepting(run('importTranscripts', { uris: [uri] }));
    const [by] = (await vscode.workspace.fs.readDirectory(studyFile('reviews'))).map(([name]) => name);
    const review = JSON.parse(await readFile(`reviews/${by}/imported/twee.txt.jsonl`));
    assert.equal(review.verdict, 'disagree');
    await vscode.workspace.fs.delete(studyFile(`reviews/${by}/imported`), { recursive: true });
  });
});
