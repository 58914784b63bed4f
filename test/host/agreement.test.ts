import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/cli/nodeFiles';
import { agreementFormats, renderAgreement } from '../../src/core/review/agreement/render';
import { Study } from '../../src/core/study';
import { logLine, makeFolders, type Row, rowOf, rowsOf, tooltipOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/agreeing/gesprek.txt';
const logOf = (coder: string) => `codings/${coder}/agreeing/gesprek.txt.jsonl`;
const text =
  'I: En?\nR: De kosten zijn hoog.\nI: Verder?\nR: De cursus was kort.\nI: Nog iets?\nR: Nee, dat was het.\n';
const compared = { coders: ['ada', 'ben'], case: 'agreeing', unit: 'turn' } as const;

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`interviewCoding.${command}`, ...args);

/** The row of a code, once its description is as expected. */
async function codeRow(label: string, description: RegExp): Promise<Row> {
  let row: Row | undefined;
  await waitUntil(`${label} ${description}`, async () => {
    row = await rowOf('agreement', label);
    return row !== undefined && description.test(row.description);
  });
  return row!;
}

describe('agreement between coders', () => {
  before(async () => {
    await activateExtension();
    await makeFolders('transcripts/agreeing', 'codings/ada/agreeing', 'codings/ben/agreeing');
    await writeFile(transcript, text);
    await writeFile(
      logOf('ada'),
      logLine(text, 'kosten', 'money', 'ada') + logLine(text, 'cursus', 'training', 'ada'),
    );
    await writeFile(logOf('ben'), logLine(text, 'De kosten', 'money', 'ben'));
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    for (const folder of ['transcripts/agreeing', 'codings/ada', 'codings/ben', 'summaries'])
      await vscode.workspace.fs.delete(studyFile(folder), { recursive: true }).then(undefined, () => {});
  });

  it('shows codes worst first, with the cells and disagreements behind them', async () => {
    await run('showAgreement', compared);
    const training = await codeRow('Enabler › Training', /^κ 0\.00 · both 0, only ada 1, only ben 0$/);
    const labels = (await rowsOf('agreement')).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['Enabler › Training', 'Barrier › Money']);
    assert.match(await tooltipOf('agreement', training), /never gave this code to the same place/);
    const [cell] = await rowsOf('agreement', training);
    assert.deepEqual([cell!.label, cell!.description], ['Only ada', '1']);
    const [place] = await rowsOf('agreement', cell);
    assert.equal(place!.label, 'cursus');
    const { command, arguments: args } = place!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), 'cursus');
  });

  it('follows what is coded', async () => {
    await run('showAgreement', compared);
    await codeRow('Enabler › Training', /only ada 1/);
    const before = await readFile(logOf('ben'));
    await writeFile(logOf('ben'), before + logLine(text, 'cursus was kort', 'training', 'ben'));
    await codeRow('Enabler › Training', /^κ 1\.00 · both 1, only ada 0, only ben 0$/);
    await writeFile(logOf('ben'), before);
    await codeRow('Enabler › Training', /only ada 1/);
  });

  it('exports the bytes that the command line writes', async () => {
    const files = await run<vscode.Uri[]>('exportAgreement', compared, agreementFormats);
    assert.equal(files.length, agreementFormats.length);
    for (const format of agreementFormats) {
      const study = new Study(await NodeFiles.open(studyFile('').fsPath));
      assert.equal(
        await readFile(`summaries/agreement-ada-ben-agreeing.${format}`),
        await renderAgreement(study, { ...compared, iou: 0.5 }, format),
      );
    }
  });

  it('leaves out what the person at the screen still codes blind', async () => {
    const settings = await readFile('study.yaml');
    try {
      await run('setCoder', 'ada');
      await writeFile(
        'study.yaml',
        `${settings}doubleCoding:\n  - {round: first, coders: [ada, ben], cases: [agreeing]}\n`,
      );
      await run('showAgreement', compared);
      await waitUntil('an empty view', async () => (await rowsOf('agreement')).length === 0);
    } finally {
      await writeFile('study.yaml', settings);
      await run('setCoder', 'tester');
    }
    await codeRow('Enabler › Training', /only ada 1/);
  });

  it('lets coders confirm their codings under a definition that changed', async () => {
    const log = await readFile(logOf('ada'));
    try {
      await run('setCoder', 'ada');
      await writeFile(logOf('ada'), log.replaceAll('"by"', '"defined":"000000000000","by"'));
      const outdated = () =>
        vscode.languages
          .getDiagnostics(studyFile('codebook.yaml'))
          .filter(({ message }) => message.includes('1 (ada)')).length;
      await waitUntil('word of earlier definitions', () => outdated() === 2);
      await run('confirmDefinition', ['money']);
      await waitUntil('word of one less', () => outdated() === 1);
      const lines = (await readFile(logOf('ada'))).trim().split('\n');
      assert.equal(lines.length, 3);
      assert.notEqual(JSON.parse(lines[2]!).defined, '000000000000');
    } finally {
      await writeFile(logOf('ada'), log);
      await run('setCoder', 'tester');
    }
  });
});
