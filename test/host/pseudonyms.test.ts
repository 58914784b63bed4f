import assert from 'node:assert/strict';
import { mkdtemp, readFile as readOnDisk, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { Study } from '../../src/core/study';
import type { Shown } from '../../src/host/services';
import { logLine } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/hospital/marijke-jansen.txt';
const log = 'codings/tester/hospital/marijke-jansen.txt.jsonl';
const text =
  'I: Hoe ging dat, mevrouw Jansen?\nMarijke: In Assen zei René dat JANSEN het wist.\nMarijke: Rene ook.\n';
const passage = 'zei René dat JANSEN het wist';
const namesText = 'persons:\n  Marijke: Ans\n  Jansen: Bakker\n  René: Karel\nplaces:\n  Assen: Plaats 1\n';
const copiedTranscript = 'transcripts/hospital/ans-bakker.txt';
const copiedLog = 'codings/tester/hospital/ans-bakker.txt.jsonl';

describe('pseudonyms', () => {
  let folder: string;
  let names: vscode.Uri;
  let copy: vscode.Uri;
  const run = (command: string, request: object) =>
    vscode.commands.executeCommand<unknown>(`interviewCoding.${command}`, request);
  const writeNames = (content: string) =>
    vscode.workspace.fs.writeFile(names, new TextEncoder().encode(content));

  before(async () => {
    await activateExtension();
    folder = await mkdtemp(join(tmpdir(), 'interview-coding-names-'));
    names = vscode.Uri.file(join(folder, 'names.yaml'));
    copy = vscode.Uri.file(join(folder, 'copy'));
    await writeFile(transcript, text);
    await writeFile(log, logLine(text, passage, 'training', 'tester'));
    await waitUntil('the log', async () => (await readFile(log)) !== '');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    for (const path of [transcript, log, 'codings/zora', 'summaries']) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true }).then(undefined, () => {});
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('suggests names, and keeps those that are chosen where only their owner can read them', async () => {
    await waitUntil('the name', async () => {
      await rm(names.fsPath, { force: true });
      await run('suggestNames', { names, choose: ['Marijke', 'Assen'] });
      return (await readOnDisk(names.fsPath, 'utf8')).includes('Assen');
    });
    const written = await readOnDisk(names.fsPath, 'utf8');
    assert.match(written, /^persons:\n {2}Marijke: Persoon 1 .*\nplaces:\n {2}Assen: Plaats 1 /m);
    if (process.platform !== 'win32') assert.equal((await stat(names.fsPath)).mode & 0o077, 0);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), names.toString());
  });

  it('shows every file beside what would come there', async () => {
    await writeNames(namesText);
    const pairs = (await run('previewPseudonyms', { names })) as [vscode.Uri, vscode.Uri][];
    assert.deepEqual(
      pairs.map(([from, to]) => [vscode.workspace.asRelativePath(from), to.path]),
      [
        [transcript, studyFile(copiedTranscript).path],
        [log, studyFile(copiedLog).path],
      ],
    );
    const shown = await vscode.workspace.openTextDocument(pairs[0]![1]);
    assert.match(shown.getText(), /^Ans: In Plaats 1 zei Karel dat BAKKER het wist\.$/m);
    await waitUntil('the comparison', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.startsWith('Pseudonyms in')),
      ),
    );
    assert.equal(await readFile(transcript), text);
  });

  it('makes a copy without the names, in which every coding stands on its own words', async () => {
    await writeNames(namesText);
    assert.equal(String(await run('pseudonymize', { names, target: copy })), String(copy));
    const study = new Study(await NodeFiles.open(copy.fsPath));
    const [coding] = await study.codings(copiedTranscript);
    assert.equal(coding?.anchor, 'exact');
    assert.equal(coding?.text, 'zei Karel dat BAKKER het wist');
    assert.equal(await readFile(transcript), text);
    assert.equal(await readFile(log), logLine(text, passage, 'training', 'tester'));
  });

  it('makes no copy where a name would be left or a pseudonym is there already, and shows why', async () => {
    await writeNames(namesText.replace('Plaats 1', 'Mevrouw'));
    const target = vscode.Uri.file(join(folder, 'refused'));
    assert.equal(await run('pseudonymize', { names, target }), undefined);
    const [found] = vscode.languages
      .getDiagnostics(studyFile(transcript))
      .filter(({ code }) => code === 'pseudonym-in-use');
    assert.equal(found?.range.start.line, 0);
    await assert.rejects(stat(target.fsPath));
    await writeNames(namesText);
  });

  it('brings back what was coded in the copy, with the names', async () => {
    const copied = await readOnDisk(join(copy.fsPath, copiedTranscript), 'utf8');
    const line = logLine(copied, 'dat BAKKER', 'training', 'zora');
    const path = vscode.Uri.joinPath(copy, 'codings/zora/hospital/ans-bakker.txt.jsonl');
    await vscode.workspace.fs.writeFile(path, new TextEncoder().encode(line));
    const done = run('restoreNames', { names, copy });
    const returned = 'codings/zora/hospital/marijke-jansen.txt.jsonl';
    const isThere = () =>
      readFile(returned).then(
        (content) => content !== '',
        () => false,
      );
    await waitUntil('the codings of the copy', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isThere();
    });
    await done;
    const { quote, start } = JSON.parse(await readFile(returned));
    assert.equal(quote, 'dat JANSEN');
    assert.equal(start, text.indexOf('dat JANSEN'));
    assert.equal(await readFile(log), logLine(text, passage, 'training', 'tester'));
  });

  it('lists the places where a name is left', async () => {
    const count = (await run('checkNames', { names })) as number;
    assert.ok(count > 5, `${count} places`);
    const lines = vscode.languages
      .getDiagnostics(studyFile(transcript))
      .filter(({ code }) => code === 'name-left')
      .map(({ range }) => range.start.line);
    assert.deepEqual(lines, [0, 1, 1, 1, 1, 2, 2]);
  });

  it('lets nothing out of a copy while a name is left in it', async () => {
    const { names: known } = (await activateExtension()).exports as Shown;
    const uri = vscode.Uri.file(join(folder, 'data.csv'));
    await known.remember(studyFile(''), names, true);
    try {
      assert.equal(await run('exportData', { format: 'csv', uri }), undefined);
      await assert.rejects(stat(uri.fsPath));
    } finally {
      await known.remember(studyFile(''), names, false);
    }
    assert.equal(String(await run('exportData', { format: 'csv', uri })), String(uri));
  });

  it('keeps no names inside the study', async () => {
    const inside = studyFile('names.yaml');
    assert.equal(await run('suggestNames', { names: inside, choose: ['Marijke'] }), undefined);
    await assert.rejects(readFile('names.yaml'));
  });
});
