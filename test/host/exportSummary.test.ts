import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { Study } from '../../src/core/study';
import { type SummaryFormat, summaryFormats } from '../../src/core/summary/paths';
import { renderSummary } from '../../src/core/summary/render/render';
import { summarizeStudy } from '../../src/core/summary/summary';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const run = (command: string, argument?: unknown): Thenable<vscode.Uri[] | undefined> =>
  vscode.commands.executeCommand(`interviewCoding.${command}`, argument);

/** The summary that the command line would write. */
async function expected(caseId: string, format: SummaryFormat): Promise<Uint8Array> {
  const study = new Study(await NodeFiles.open(studyFile('').fsPath));
  return Buffer.from(await renderSummary(study, await summarizeStudy(study, [caseId]), format));
}

/** The bytes of a summary on disk. */
async function written(name: string): Promise<Uint8Array> {
  return Buffer.from(await vscode.workspace.fs.readFile(studyFile(`summaries/${name}`)));
}

function activeTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}

function activeWebview(): string | undefined {
  const input = activeTab()?.input;
  return input instanceof vscode.TabInputWebview ? input.viewType : undefined;
}

/** Accepts what is asked, as it is proposed, until the summary is there. */
async function acceptQuestions(): Promise<void> {
  await waitUntil('the summary', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return readFile('summaries/hospital.md').then(
      () => true,
      () => false,
    );
  });
}

describe('exporting summaries', () => {
  before(() => activateExtension());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(studyFile('summaries'), { recursive: true }).then(undefined, () => {});
  });

  it('writes the bytes that the command line writes, in every format', async () => {
    const cases = ['home-care', 'hospital'];
    const files = await run('exportSummary', { cases, formats: summaryFormats, open: false });
    assert.equal(files?.length, 2 * summaryFormats.length);
    for (const id of cases) {
      for (const format of summaryFormats) {
        assert.deepEqual(await written(`${id}.${format}`), await expected(id, format));
      }
    }
    assert.equal(activeTab(), undefined);
  });

  it('shows Markdown in the preview', async () => {
    await run('exportSummary', { cases: ['home-care'], formats: ['md'] });
    await waitUntil('the preview', () => activeWebview()?.includes('markdown.preview'));
  });

  it('shows HTML rendered', async function () {
    // A desktop window hands it to the browser of the system instead.
    if (vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
    await run('exportSummary', { cases: ['home-care'], formats: ['html'] });
    await waitUntil('the page', () => activeWebview()?.includes('interviewCoding.summary'));
    assert.equal(activeTab()!.label, 'Home care');
  });

  it('lets a link of that page open a transcript at its line', async () => {
    const uri = studyFile('transcripts/hospital/cardioloog.txt').toString();
    await vscode.commands.executeCommand('interviewCoding.openPlace', uri, 11);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uri);
    assert.equal(editor.selection.active.line, 10);
  });

  it('opens data as text', async () => {
    await run('exportSummary', { cases: ['hospital'], formats: ['csv'] });
    await waitUntil('the file', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/summaries/hospital.csv'),
    );
  });

  it('opens the one of several that reads best', async () => {
    await run('exportSummary', { cases: ['home-care', 'hospital'], formats: ['json', 'md'] });
    await waitUntil('the preview', () => activeWebview()?.includes('markdown.preview'));
    assert.match(activeTab()!.label, /home-care\.md/);
  });

  it('exports the case of an element of the Cases view', async () => {
    const { trees } = (await activateExtension()).exports as {
      trees: ReadonlyMap<string, vscode.TreeDataProvider<{ caseId?: string }>>;
    };
    const cases = await trees.get('interviewCoding.cases')!.getChildren();
    const answered = acceptQuestions();
    await run(
      'exportCase',
      cases!.find(({ caseId }) => caseId === 'hospital'),
    );
    await answered;
    assert.deepEqual(await written('hospital.md'), await expected('hospital', 'md'));
  });

  it('writes nothing for a case or a format that there is not', async () => {
    assert.equal(await run('exportSummary', { cases: ['nowhere'], formats: ['md'], open: false }), undefined);
    assert.equal(
      await run('exportSummary', { cases: ['hospital'], formats: ['doc'], open: false }),
      undefined,
    );
    await assert.rejects(async () => readFile('summaries/hospital.md'));
  });

  it('exports although the study has errors', async () => {
    const settings = await readFile('study.yaml');
    await writeFile('study.yaml', `${settings}extra: 1\n`);
    try {
      const files = await run('exportSummary', { cases: ['hospital'], formats: ['json'] });
      assert.equal(files?.length, 1);
    } finally {
      await writeFile('study.yaml', settings);
    }
  });
});
