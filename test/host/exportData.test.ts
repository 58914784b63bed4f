import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { type ExportFormat, exportFormats, exportStudy } from '../../src/core/exchange/exportStudy';
import { Study } from '../../src/core/study';
import { waitUntil } from './waitUntil';
import { activateExtension, studyFile } from './workspace';

describe('exporting data', () => {
  before(() => activateExtension());

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(studyFile('summaries'), { recursive: true }).then(undefined, () => {});
  });

  it('writes the bytes that the command line writes, in every format', async () => {
    for (const format of Object.keys(exportFormats) as ExportFormat[]) {
      const uri = studyFile(`summaries/data.${format}`);
      // The editor hears a moment later of the files that tests before this one took away.
      await waitUntil(`the same as ${format}`, async () => {
        const written = await vscode.commands.executeCommand('interviewCoding.exportData', {
          format,
          uri,
          dialect: 'standard',
        });
        assert.equal(String(written), String(uri));
        const study = new Study(await NodeFiles.open(studyFile('').fsPath));
        const { content } = await exportStudy(study, format);
        return Buffer.from(content).equals(await vscode.workspace.fs.readFile(uri));
      });
    }
  });
});
