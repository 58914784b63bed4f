import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exportStudy } from '../../src/core/exchange/exportStudy';
import { Study } from '../../src/core/study';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'R: Er is een drempel, en nog een drempel.\n';
const coding = {
  id: '0123456789abcdef0123456789',
  code: 'vreemd',
  start: 13,
  end: 20,
  quote: 'drempel',
  prefix: 'R: Er is een ',
  suffix: ', en nog een drempel.\n',
  by: 'cora',
  at: '2024-01-02T03:04:05Z',
};
const elsewhere: Readonly<Record<string, string>> = {
  'codebook.yaml': 'codes: [{id: vreemd, name: Vreemd}]\n',
  'transcripts/elders/vreemd.txt': transcript,
  'codings/cora/elders/vreemd.txt.jsonl': `${JSON.stringify(coding)}\n`,
};

/** A study of these files, none of them on disk. */
function studyOf(files: Readonly<Record<string, string>>): Study {
  return new Study({
    list: async (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
    read: async (path) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
  });
}

describe('importing a project of another program', () => {
  let codebook: string;
  before(async () => {
    await activateExtension();
    codebook = await readFile('codebook.yaml');
  });

  after(async () => {
    await writeFile('codebook.yaml', codebook);
    for (const path of ['transcripts/elders', 'codings/cora', 'originals', 'vreemd.qdpx']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true }).then(undefined, () => {});
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('adds its interviews, codes and codings when the person has said so', async () => {
    const { content } = await exportStudy(studyOf(elsewhere), 'qdpx');
    const uri = studyFile('vreemd.qdpx');
    await vscode.workspace.fs.writeFile(uri, content as Uint8Array);
    const done = vscode.commands.executeCommand('interviewCoding.importProject', uri);
    await waitUntil('the coding', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return readFile('codings/cora/elders/vreemd.txt.jsonl').then(
        () => true,
        () => false,
      );
    });
    assert.equal(await readFile('transcripts/elders/vreemd.txt'), transcript);
    assert.deepEqual(JSON.parse(await readFile('codings/cora/elders/vreemd.txt.jsonl')), coding);
    const after = await readFile('codebook.yaml');
    assert.ok(after.startsWith(codebook), 'what was in the codebook stays');
    assert.match(after.slice(codebook.length), /^\s*- +id: vreemd\n/);
    await vscode.commands.executeCommand('notifications.clearAll');
    void done;
  });
});
