import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { severityOf } from '../../src/core/problem';
import { Study } from '../../src/core/study';
import { studyProblems } from '../../src/core/studyProblems';
import { activateExtension } from './workspace';

const run = (command: string, request: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand(`interviewCoding.${command}`, request);

async function read(folder: string): Promise<Study> {
  return new Study(await NodeFiles.open(folder));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

describe('making a study', () => {
  let parent: string;
  let folder: string;
  let target: vscode.Uri;

  before(() => activateExtension());

  beforeEach(() => {
    parent = mkdtempSync(join(realpathSync(tmpdir()), 'interview-coding-new-'));
    folder = join(parent, 'my-study');
    target = vscode.Uri.file(folder);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    rmSync(parent, { recursive: true, force: true });
  });

  it('makes a new study that has nothing wrong', async () => {
    const made = await run('newStudy', { target, title: 'Zorg: "thuis"', language: 'nl', open: false });
    assert.equal(made?.fsPath, folder);
    assert.deepEqual(filesBelow(folder), [
      '.gitattributes',
      'codebook.yaml',
      'maturity.yaml',
      'study.yaml',
      join('transcripts', 'case-1', '.gitkeep'),
    ]);
    const study = await read(folder);
    const { title, language } = await study.settings();
    assert.deepEqual([title, language], ['Zorg: "thuis"', 'nl']);
    assert.deepEqual(
      (await studyProblems(study)).map(({ code }) => code),
      ['transcript-none'],
    );
    assert.match(readFileSync(join(folder, '.gitattributes'), 'utf8'), /^\*\.jsonl merge=union$/m);
  });

  it('leaves files that are there as they are', async () => {
    await vscode.workspace.fs.createDirectory(target);
    writeFileSync(join(folder, 'study.yaml'), 'title: Mine\n');
    await run('newStudy', { target, title: 'Other', open: false });
    assert.equal(readFileSync(join(folder, 'study.yaml'), 'utf8'), 'title: Mine\n');
    writeFileSync(join(folder, 'codebook.yaml'), 'codes: []\n');
    rmSync(join(folder, 'maturity.yaml'));
    await run('newStudy', { target, title: 'Other', open: false });
    assert.equal(readFileSync(join(folder, 'codebook.yaml'), 'utf8'), 'codes: []\n');
    assert.equal(filesBelow(folder).includes('maturity.yaml'), false);
  });

  it('copies the whole sample study, which has no errors', async () => {
    await run('openSample', { target, open: false });
    const { extensionPath } = await activateExtension();
    assert.deepEqual(filesBelow(folder), filesBelow(join(extensionPath, 'media', 'sample-study')));
    const problems = await studyProblems(await read(folder));
    assert.deepEqual(
      problems.filter((problem) => severityOf(problem) === 'error'),
      [],
    );
  });

  it('opens a copy of the sample that was made before, as it was left', async () => {
    await run('openSample', { target, open: false });
    writeFileSync(join(folder, 'codebook.yaml'), 'codes: []\n');
    assert.equal((await run('openSample', { target, open: false }))?.fsPath, folder);
    assert.equal(readFileSync(join(folder, 'codebook.yaml'), 'utf8'), 'codes: []\n');
  });

  it('puts no sample among other files', async () => {
    await vscode.workspace.fs.createDirectory(target);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    assert.equal(await run('openSample', { target, open: false }), undefined);
    assert.deepEqual(filesBelow(folder), ['notes.txt']);
  });
});
