import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitUntil } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

function problemsOf(path: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(studyFile(path))
    .filter(({ source }) => source === 'Interview Coding')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function codesOf(path: string): string[] {
  return problemsOf(path).map(({ code }) => String(code));
}

describe('the Problems panel', () => {
  let codebook: string;

  before(async () => {
    await activateExtension();
    codebook = await readFile('codebook.yaml');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await writeFile('codebook.yaml', codebook);
    await waitUntil('the codebook to be sound again', () => problemsOf('codebook.yaml').length === 0);
  });

  it('says where a codebook is wrong, until it is repaired', async () => {
    await writeFile(
      'codebook.yaml',
      'codes:\n  - id: a\n    name: A\n    colour: red\n  - id: a\n    name: B\n',
    );
    await waitUntil('two problems', () => problemsOf('codebook.yaml').length === 2);
    const [unknownKey, duplicateId] = problemsOf('codebook.yaml');
    assert.equal(unknownKey!.code, 'yaml-unknown-key');
    assert.equal(unknownKey!.severity, vscode.DiagnosticSeverity.Error);
    assert.match(unknownKey!.message, /colour/);
    assert.deepEqual(unknownKey!.range, new vscode.Range(3, 4, 3, 10));
    assert.equal(duplicateId!.code, 'code-duplicate-id');
    assert.deepEqual(duplicateId!.range, new vscode.Range(4, 8, 4, 9));
  });

  it('follows what is typed before it is saved', async () => {
    const editor = await openFile('codebook.yaml');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'extra: 1\n'));
    await waitUntil('a problem', () => codesOf('codebook.yaml').includes('yaml-unknown-key'));
    assert.deepEqual(problemsOf('codebook.yaml')[0]!.range, new vscode.Range(0, 0, 0, 5));
  });

  it('forgets a file that is gone', async () => {
    const path = 'transcripts/home-care/leeg.txt';
    await writeFile(path, '');
    await waitUntil('the problem', () => codesOf(path).includes('file-empty'));
    await vscode.workspace.fs.delete(studyFile(path));
    await waitUntil('no problem', () => problemsOf(path).length === 0);
  });

  it('tells of codings whose transcript is missing, until it is back', async () => {
    const transcript = 'transcripts/home-care/weg.txt';
    const log = 'codings/anna/home-care/weg.txt.jsonl';
    const coding = { id: 'x', code: 'skills', start: 3, end: 5, quote: 'Ja', prefix: 'R: ', suffix: '.' };
    await writeFile(log, `${JSON.stringify({ ...coding, by: 'anna', at: '2021-01-01T00:00:00Z' })}\n`);
    await waitUntil('the problem', () => codesOf(log).includes('log-no-transcript'));
    await writeFile(transcript, 'R: Ja.\n');
    await waitUntil('no problem', () => problemsOf(log).length === 0);
    await vscode.workspace.fs.delete(studyFile(transcript));
    await waitUntil('the problem again', () => codesOf(log).includes('log-no-transcript'));
    await vscode.workspace.fs.delete(studyFile(log));
  });

  it('is told once of many changes', async () => {
    let told = 0;
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.path.endsWith('/codebook.yaml'))) told++;
    });
    const editor = await openFile('codebook.yaml');
    for (let index = 0; index < 10; index++) {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `extra${index}: 1\n`));
    }
    await waitUntil('ten problems', () => problemsOf('codebook.yaml').length === 10);
    listener.dispose();
    assert.ok(told <= 3, `told ${told} times`);
  });
});
