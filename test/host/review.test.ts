import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders, rowOf, rowsOf, tooltipOf } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/reviewing/gesprek.txt';
const other = 'transcripts/reviewing/tweede.txt';
const codings = 'codings/corrie/reviewing/gesprek.txt.jsonl';
const otherCodings = 'codings/corrie/reviewing/tweede.txt.jsonl';
const verdicts = 'reviews/ruben/reviewing/gesprek.txt.jsonl';
const answers = 'reviews/corrie/reviewing/gesprek.txt.jsonl';
const text =
  'I: En?\nR: De kosten zijn hoog. De cursus was kort. Niemand betaalt de uren van de wijkzorg. Zo is het.\n';
const first = 'De kosten zijn hoog.';
const second = 'De cursus was kort.';
const third = 'betaalt de uren';
const last = 'Te duur';

interface Line {
  readonly id: string;
  readonly coding: string;
  readonly verdict: string;
  readonly code?: string;
  readonly quote?: string;
  readonly comment?: string;
  readonly answer?: string;
  readonly deleted?: boolean;
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function linesOf(path: string): Promise<Line[]> {
  const content = await readFile(path).catch(() => '');
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const idOf = (words: string, code: string, of = text) => `corrie-${code}-${of.indexOf(words)}`;

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

async function isSelected(words: string): Promise<void> {
  await waitUntil(`“${words}” selected`, () => selected() === words).catch(() =>
    assert.equal(selected(), words),
  );
}

function select(words: string): void {
  const editor = vscode.window.activeTextEditor!;
  const at = editor.document.getText().indexOf(words);
  const [start, end] = [editor.document.positionAt(at), editor.document.positionAt(at + words.length)];
  editor.selection = new vscode.Selection(start, end);
}

async function lensTitles(): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    vscode.window.activeTextEditor!.document.uri,
    20,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

/** What hovers over words of the transcript say, one after the other. */
async function hoverOver(words: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(studyFile(transcript));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(text.indexOf(words) + 2),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
    .join('\n')
    .replaceAll('\\', '');
}

/** Runs a command and takes what its list proposes until a log has more lines; answers the last of them. */
async function runAndAccept(log: string, command: string): Promise<Line> {
  const known = (await linesOf(log)).length;
  const running = run(command);
  const lines = await waitUntil(`a line by ${command}`, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const now = await linesOf(log);
    return now.length > known && now;
  });
  await running;
  return lines.at(-1)!;
}

describe('reviewing', () => {
  before(async () => {
    await activateExtension();
    await makeFolders('codings/corrie/reviewing', 'transcripts/reviewing');
    await writeFile(transcript, text);
    await writeFile(other, `R: ${last}.\n`);
    const line = (words: string, code: string, of = text) => logLine(of, words, code, 'corrie');
    const noted = logLine(text, first, 'money', 'corrie', 'Duur, zegt ze');
    await writeFile(codings, noted + line(second, 'money') + line(third, 'money'));
    await writeFile(otherCodings, line(last, 'money', `R: ${last}.\n`));
    await run('setCoder', 'ruben');
    await waitUntil('the codings', async () => {
      await run('filterQuotes', { coder: 'corrie' });
      return (await rowOf('quotes', 'Money'))?.description.endsWith('4');
    });
    await run('clearQuoteFilter');
  });

  after(async () => {
    await run('endReview');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const folders = ['codings/corrie', 'reviews/ruben', 'reviews/corrie', 'transcripts/reviewing'];
    for (const path of folders) {
      await vscode.workspace.fs.delete(studyFile(path), { recursive: true }).then(undefined, () => {});
    }
    await run('setCoder', 'tester');
  });

  it('goes to the first coding, and says what is asked and how far it is', async () => {
    await run('startReview', undefined, { coder: 'corrie' });
    await isSelected(first);
    const titles = await lensTitles();
    assert.match(titles[0]!, /0 of 4: Money by corrie\?/);
    assert.ok(titles.includes('a agree'));
    assert.ok(
      titles.some((title) => title.startsWith('corrie noted: Duur')),
      titles.join(),
    );
  });

  it('writes that the reviewer agrees in their own log, and goes to the next', async () => {
    await run('reviewAgree');
    const [line, ...more] = await linesOf(verdicts);
    assert.deepEqual(more, []);
    assert.equal(line!.verdict, 'agree');
    assert.equal(line!.coding, idOf(first, 'money'));
    await isSelected(second);
    assert.match((await lensTitles())[0]!, /1 of 4: /);
  });

  it('takes another code that is chosen', async () => {
    const line = await runAndAccept(verdicts, 'reviewDisagree');
    assert.equal(line.verdict, 'disagree');
    assert.equal(line.code, 'barrier');
    assert.equal(line.quote, undefined);
    await isSelected(third);
  });

  it('takes the selection as other bounds', async () => {
    select('Niemand betaalt de uren van de wijkzorg.');
    await run('reviewBounds');
    const line = (await linesOf(verdicts)).at(-1)!;
    assert.equal(line.verdict, 'disagree');
    assert.equal(line.quote, 'Niemand betaalt de uren van de wijkzorg.');
    assert.equal(line.code, undefined);
    await isSelected(last);
  });

  it('takes the last verdict back, and leads back to its coding', async () => {
    await run('undo');
    const lines = await linesOf(verdicts);
    assert.equal(lines.at(-1)!.deleted, true);
    assert.equal(lines.at(-1)!.id, lines.at(-2)!.id);
    await isSelected(third);
    await run('redo');
    await waitUntil('the redone verdict', async () => /3 of 4/.test((await lensTitles())[0]!));
  });

  it('goes back and forth through the queue, and says what was said before', async () => {
    await run('previousReview');
    await isSelected(second);
    const titles = await lensTitles();
    assert.ok(
      titles.some((title) => title.includes('ruben disagrees, rather: Barrier')),
      titles.join(),
    );
    await run('nextReview');
    await isSelected(third);
  });

  it('can be ended, and taken up again at the same coding', async () => {
    await run('endReview');
    assert.deepEqual(await lensTitles(), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const starting = run('startReview');
    await waitUntil('the review again', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return selected() === third;
    });
    await starting;
    await run('endReview');
  });

  it('draws the same sample for the same seed', async () => {
    const draw = { size: { count: 2 }, seed: 7 };
    await run('startReview', undefined, { coder: 'corrie', draw });
    const found = async () => (await lensTitles())[0]!;
    const shown = await found();
    assert.match(shown, /of 2: /);
    await run('endReview');
    await run('startReview', undefined, { coder: 'corrie', draw });
    assert.equal(await found(), shown);
  });

  it('ends when another person takes over, who sees what was said of their codings', async () => {
    await run('setCoder', 'corrie');
    await waitUntil('the end of the review', async () => (await lensTitles()).length === 0);
    const said = await waitUntil('what is said', async () => {
      const hover = await hoverOver(second);
      return hover.includes('ruben') && hover;
    });
    assert.match(said, /✗ ruben disagrees, rather: Barrier/);
    assert.match(said, /command:interviewCoding\.acceptVerdict/);
    const agreed = await hoverOver(first);
    assert.match(agreed, /✓ ruben agrees/);
    assert.doesNotMatch(agreed, /acceptVerdict/);
  });

  it('collects in the Quotes view what is to answer', async () => {
    await run('filterQuotes', { coder: 'corrie' });
    await run('groupQuotes', 'review');
    let found: string[] = [];
    await waitUntil('the groups', async () => {
      found = (await rowsOf('quotes')).map(({ label, description }) => `${label} ${description}`);
      return found.join() === 'To answer 2,Agreed 1,Not reviewed 1';
    }).catch(() => assert.fail(found.join()));
    const [quote] = await rowsOf('quotes', await rowOf('quotes', 'To answer'));
    assert.equal(quote!.label, second);
    assert.match(quote!.description, /✗ ruben$/);
    assert.equal(quote!.item.contextValue, 'quote.own.open');
    assert.match(
      (await tooltipOf('quotes', quote!)).replaceAll('\\', ''),
      /✗ ruben disagrees, rather: Barrier/,
    );
    await run('groupQuotes', 'code');
    await run('clearQuoteFilter');
  });

  it('leads to the verdicts to answer, round the end', async () => {
    await vscode.window.showTextDocument(studyFile(transcript), { selection: new vscode.Range(0, 0, 0, 0) });
    for (const words of [second, third, second]) {
      await run('nextToAnswer');
      await isSelected(words);
    }
    await run('previousToAnswer');
    await isSelected(third);
  });

  it('accepts other bounds: the coding changes and the reviewer hears of it, in one step', async () => {
    await run('acceptVerdict');
    const [changed, answer] = [(await linesOf(codings)).at(-1)!, (await linesOf(answers)).at(-1)!];
    assert.equal(changed.id, idOf(third, 'money'));
    assert.equal(changed.quote, 'Niemand betaalt de uren van de wijkzorg.');
    assert.equal(answer.verdict, 'agree');
    assert.equal(answer.coding, changed.id);
    await run('undo');
    assert.equal((await linesOf(codings)).at(-1)!.quote, third);
    assert.equal((await linesOf(answers)).at(-1)!.deleted, true);
    await run('redo');
    assert.notEqual((await linesOf(codings)).at(-1)!.quote, third);
  });

  it('keeps a coding with a reason, and discusses another', async () => {
    await run('nextToAnswer');
    await isSelected(second);
    await run('keepCoding', undefined, 'Het gaat om geld');
    const [kept] = (await linesOf(answers)).slice(-1);
    assert.equal(kept!.verdict, 'disagree');
    assert.equal(kept!.comment, 'Het gaat om geld');
    assert.equal(kept!.answer, (await linesOf(verdicts)).find(({ code }) => code === 'barrier')!.id);
    await run('undo');
    select(second);
    await run('discussVerdict', undefined, 'Zullen we bellen?');
    await waitUntil('the answer', async () =>
      /corrie discusses it: “Zullen we bellen/.test(await hoverOver(second)),
    );
  });

  it('shows the reviewer what was answered', async () => {
    await run('setCoder', 'ruben');
    const hover = await hoverOver(second);
    assert.match(hover, /corrie discusses it: “Zullen we bellen/);
    assert.doesNotMatch(hover, /acceptVerdict/);
  });

  it('begins at a quote that is chosen in the Quotes view, to say something anew', async () => {
    await run('filterQuotes', { coder: 'corrie' });
    await run('groupQuotes', 'review');
    const group = await waitUntil('the discussed quote', () => rowOf('quotes', 'Under discussion'));
    const [quote] = await rowsOf('quotes', group);
    assert.match(quote!.description, /✗ ruben → \?$/);
    await run('startReview', quote!.element);
    await isSelected(second);
    await run('reviewAgree');
    await waitUntil('the agreement', async () => /✓ ruben agrees$/.test(await hoverOver(second)));
    await run('endReview');
    await run('groupQuotes', 'code');
    await run('clearQuoteFilter');
  });

  it('gives way to a comparison, and a comparison to it', async () => {
    await run('startReview', undefined, { transcript });
    await isSelected(first);
    await run('compareCoders', { transcript, coders: ['corrie', 'ruben'] });
    assert.deepEqual(
      (await lensTitles()).filter((title) => title.includes('corrie')),
      [],
    );
    assert.equal(vscode.window.tabGroups.all.length, 2);
    await run('startReview', undefined, { transcript });
    assert.equal(vscode.window.tabGroups.all.length, 1);
    await waitUntil('what is asked', async () => (await lensTitles()).includes('a agree'));
    await run('endReview');
  });

  it('leaves the transcript as it was', async () => {
    assert.equal(await readFile(transcript), text);
  });
});
