import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, openFile, studyFile, writeFile } from './workspace';

function symbolsOf(document: vscode.TextDocument): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
}

function foldsOf(document: vscode.TextDocument): Thenable<vscode.FoldingRange[]> {
  return vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
}

describe('the outline of a transcript', () => {
  before(() => activateExtension());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('lists the turns with speaker, first words and time', async () => {
    const { document } = await openFile('transcripts/home-care/wijkverpleegkundige.txt');
    const symbols = await symbolsOf(document);
    assert.equal(document.languageId, 'transcript');
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['I: Welke belemmeringen ziet u bij het beeldbellen?', '00:00:10'],
        ['P01: Vooral de vaardigheden van onze cliënten. Mijn oudste cliënt…', '00:00:16'],
        ['I: En de kosten?', '00:00:41'],
        ['P01: Over de kosten hoor ik nauwelijks iets. De tablet is van…', '00:00:44'],
        ['P01: Wat echt helpt, is de training die het hele team kreeg.', '00:01:07'],
      ],
    );
    const [question, answer] = symbols;
    assert.notEqual(question!.kind, answer!.kind);
    assert.deepEqual(question!.selectionRange, new vscode.Range(9, 0, 9, 13));
    assert.deepEqual(question!.range, new vscode.Range(9, 0, 9, document.lineAt(9).text.length));
  });

  it('counts lines alike whatever they end with', async () => {
    const path = 'transcripts/home-care/regeleinden.txt';
    await writeFile(path, 'I: Waarom?\r\n\r\nR: Daarom 😀,\r\nen anders niet.\r\n\r\nI: Ja?\r\n');
    const { document } = await openFile(path);
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ range }) => range),
      [new vscode.Range(0, 0, 0, 10), new vscode.Range(2, 0, 3, 15), new vscode.Range(5, 0, 5, 6)],
    );
    assert.deepEqual(
      (await foldsOf(document)).map(({ start, end }) => [start, end]),
      [[2, 3]],
    );
    await vscode.workspace.fs.delete(studyFile(path));
  });

  it('folds the front matter', async () => {
    const { document } = await openFile('transcripts/hospital/cardioloog.txt');
    assert.deepEqual(
      (await foldsOf(document)).map(({ start, end }) => [start, end]),
      [[0, 8]],
    );
  });

  it('works outside a study too, and without speakers', async () => {
    const content = 'Zomaar tekst.\n\nAnna: Ja.';
    const document = await vscode.workspace.openTextDocument({ language: 'transcript', content });
    await vscode.window.showTextDocument(document);
    const symbols = await symbolsOf(document);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Zomaar tekst.', 'Anna: Ja.'],
    );
    assert.deepEqual(symbols[0]!.range, new vscode.Range(0, 0, 0, 13));
  });

  it('lists turns of Markdown in the transcripts of a study only', async () => {
    const path = 'transcripts/home-care/verslag.md';
    await writeFile(path, '**Anna:** Ja.\n\n**Bram:** Nee.\n');
    const { document } = await openFile(path);
    assert.deepEqual(
      (await symbolsOf(document)).map(({ name }) => name),
      ['Anna: Ja.', 'Bram: Nee.'],
    );
    await vscode.workspace.fs.delete(studyFile(path));
  });
});
