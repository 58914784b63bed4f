import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { type ExportFormat, exportFormats, exportStudy } from '../../src/core/exchange/exportStudy';
import { Study } from '../../src/core/study';
import { activateExtension, studyFile } from './workspace';

describe('exporting data', () => {
  before(() => activateExtension());

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(studyFile('summaries'), { recursive: true }).then(undefined, () => {});
  });

  it('writes the bytes that the command line writes, in every format', async () => {
    const study = new Study(await NodeFiles.open(studyFile('').fsPath));
    for (const format of Object.keys(exportFormats) as ExportFormat[]) {
      const uri = studyFile(`summaries/data.${format}`);
      const written = await vscode.commands.executeCommand('interviewCoding.exportData', {
        format,
        uri,
        dialect: 'standard',
      });
      assert.equal(String(written), String(uri));
      const { content } = await exportStudy(study, format);
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.ok(Buffer.from(content).equals(bytes), format);
    }
  });
});
