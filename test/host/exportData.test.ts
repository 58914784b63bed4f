import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { type ExportFormat, exportFormats, exportStudy } from '../../src/core/exchange/exportStudy';
import { Study } from '../../src/core/study';
import { logLine } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/exported/gesprek.txt';
const log = 'codings/tester/exported/gesprek.txt.jsonl';
const text = 'R: De cursus was kort.\n';

describe('exporting data', () => {
  before(async () => {
    await activateExtension();
    await writeFile(transcript, text);
    await writeFile(log, logLine(text, 'De cursus', 'training', 'tester'));
  });

  after(async () => {
    for (const path of [transcript, log]) await vscode.workspace.fs.delete(studyFile(path));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(studyFile('summaries'), { recursive: true }).then(undefined, () => {});
  });

  it('writes the bytes that the command line writes, in every format', async () => {
    for (const format of Object.keys(exportFormats) as ExportFormat[]) {
      const uri = studyFile(`summaries/data.${format}`);
      // The editor hears a moment later of files that came and went.
      await waitUntil(`the same as ${format}`, async () => {
        const written = await vscode.commands.executeCommand('interviewCoding.exportData', {
          format,
          uri,
          dialect: 'standard',
        });
        assert.equal(String(written), String(uri));
        const study = new Study(await NodeFiles.open(studyFile('').fsPath));
        const { content } = await exportStudy(study, format);
        const bytes = Buffer.from(await vscode.workspace.fs.readFile(uri));
        const isThere = format !== 'csv' || bytes.includes('De cursus');
        return isThere && bytes.equals(Buffer.from(content));
      });
    }
  });
});
