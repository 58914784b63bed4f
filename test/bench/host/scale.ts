// Runs in the extension host of a window without a study: copies a large one into it, activates the extension,
// and measures what a researcher waits for. Its figures go to the file named in BENCH_RESULT.
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { transcriptPathOf } from '../scale/paths';

interface Shown {
  readonly shownMarks: ReadonlyMap<string, readonly unknown[]>;
  readonly trees: ReadonlyMap<string, vscode.TreeDataProvider<unknown>>;
}

/** What the tree of codes says of its counts. */
interface Codes extends vscode.TreeDataProvider<unknown> {
  readonly hits: { readonly finished: boolean };
}

/** What the tree of quotes says of itself. */
interface Quotes extends vscode.TreeDataProvider<unknown> {
  readonly shown: { readonly all: number };
}

const views = ['codebook', 'quotes', 'cases'];
const keystrokes = 60;
const tags = 40;

export async function run(): Promise<void> {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  cpSync(process.env.BENCH_STUDY!, root, { recursive: true });
  const plain = join(root, 'plain.txt');
  cpSync(join(root, transcriptPathOf(0)), plain);
  const codings = Number(process.env.BENCH_CODINGS);
  // Until the editor has heard of all the new files.
  await pause(8_000);
  const extension = vscode.extensions.getExtension('interview-coding.interview-coding')!;
  if (extension.isActive) throw new Error('The extension was active in a window without a study.');
  const plainKeys = await typeIn(plain);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');

  const start = performance.now();
  const shown = (await extension.activate()) as Shown;
  const activateMs = performance.now() - start;
  void vscode.commands.executeCommand('workbench.view.extension.interviewCoding');
  const viewMs = Math.max(...(await Promise.all(views.map((view) => firstRow(shown, view, start)))));
  const blocked = longestBlocks();
  const plainOpenMs = await timeOf(() => vscode.window.showTextDocument(vscode.Uri.file(plain)));
  const openStart = performance.now();
  const { document } = await vscode.window.showTextDocument(vscode.Uri.file(join(root, transcriptPathOf(7))));
  const textMs = performance.now() - openStart;
  await until(() => (shown.shownMarks.get(document.uri.toString())?.length ?? 0) > 0);
  const openMs = performance.now() - openStart;
  const quotes = shown.trees.get('interviewCoding.quotes') as Quotes;
  await until(() => quotes.shown.all === codings, 120_000);
  const filledMs = performance.now() - start;
  const blocks = blocked();
  const memory = process.memoryUsage().rss / 2 ** 20;
  say('All is read.');
  const codes = shown.trees.get('interviewCoding.codebook') as Codes;
  const countMs = await timeOf(() => until(() => codes.hits.finished, 600_000));
  say('All hits are counted.');
  // Until the counts are kept.
  await pause(4_000);
  const recountMs = await recount(root, codes, quotes, codings);
  say('All hits are counted again.');

  await pause(3_000);
  await vscode.commands.executeCommand('interviewCoding.setCoder', 'anna');
  await vscode.window.showTextDocument(vscode.Uri.file(join(root, transcriptPathOf(0))));
  await pause(2_000);
  const beforeKeys = process.threadCpuUsage();
  const keys = await typeIn(join(root, transcriptPathOf(0)));
  // Until what waits for a pause is done too.
  await pause(2_000);
  const { user, system } = process.threadCpuUsage(beforeKeys);
  const allOfKeyMs = (user + system) / 1e3 / keystrokes;
  const tagged = await tagIn(join(root, transcriptPathOf(0)), quotes);
  const figures = {
    activateMs,
    viewMs,
    plainOpenMs,
    textMs,
    openMs,
    filledMs,
    ...blocks,
    memory,
    countMs,
    recountMs,
    plainKeys,
    keys,
    allOfKeyMs,
    tagged,
  };
  writeFileSync(process.env.BENCH_RESULT!, JSON.stringify(figures));
}

/**
 * Closes the study and opens it again; how many milliseconds it takes from when all quotes are there until the hits are
 * counted.
 */
async function recount(root: string, codes: Codes, quotes: Quotes, codings: number): Promise<number> {
  const [codebook, elsewhere] = ['codebook.yaml', 'away.yaml'].map((name) => join(root, name)) as [
    string,
    string,
  ];
  renameSync(codebook, elsewhere);
  await until(() => quotes.shown.all === 0, 60_000);
  renameSync(elsewhere, codebook);
  await until(() => quotes.shown.all === codings, 240_000);
  return timeOf(() => until(() => codes.hits.finished, 600_000));
}

/** Tells whoever waits for this process that it goes on. */
function say(sentence: string): void {
  console.log(`[extension host] ${sentence}`);
}

/** Milliseconds from `start` until a view has a row. */
async function firstRow({ trees }: Shown, view: string, start: number): Promise<number> {
  const tree = trees.get(`interviewCoding.${view}`)!;
  for (let rows: unknown[] = []; rows.length === 0; ) {
    rows = (await tree.getChildren()) ?? [];
    if (rows.length === 0) await pause(5);
  }
  return performance.now() - start;
}

/**
 * Types in the middle of a file; how many milliseconds of processor time the extension host's one thread takes for
 * each key, in order of size. Processor time, since other programs on the machine are no part of it.
 */
async function typeIn(file: string): Promise<number[]> {
  const { document } = await vscode.window.showTextDocument(vscode.Uri.file(file));
  await pause(2_000);
  const { line, character } = document.positionAt(
    document.getText().indexOf(' ', document.getText().length / 2),
  );
  const costs: number[] = [];
  for (let key = 0; key < keystrokes; key++) {
    const before = process.threadCpuUsage();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, character + key), 'a');
    await vscode.workspace.applyEdit(edit);
    await pause(120);
    const { user, system } = process.threadCpuUsage(before);
    costs.push((user + system) / 1e3);
  }
  return costs.sort((a, b) => a - b);
}

/** Tags passages; how many milliseconds each takes from the command to the change of the tree, in order of size. */
async function tagIn(file: string, quotes: Quotes): Promise<number[]> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
  const costs: number[] = [];
  for (let tag = 0; tag < tags; tag++) {
    const line = editor.document.positionAt(
      editor.document.getText().indexOf('\nR: ', 2_900 * (tag + 1)) + 1,
    ).line;
    editor.selection = new vscode.Selection(line, 3, line, 40);
    await pause(700);
    const all = quotes.shown.all;
    const start = performance.now();
    // The command itself ends later, when it has told so.
    const changed = new Promise<number>((resolve) => {
      const listener = quotes.onDidChangeTreeData!(() => {
        if (quotes.shown.all === all) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    await vscode.commands.executeCommand('interviewCoding.tagWithCode2');
    costs.push((await changed) - start);
  }
  return costs.sort((a, b) => a - b);
}

/** Begins to watch how long the extension host answers nothing; what is returned tells. */
function longestBlocks(): () => { blockedMs: number; blockedP99: number } {
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    gaps.sort((a, b) => a - b);
    return { blockedMs: gaps.at(-1)!, blockedP99: gaps[Math.floor(gaps.length * 0.99)]! };
  };
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function until(holds: () => boolean, most = 30_000): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > most) throw new Error(`Waited too long: ${holds}`);
    await pause(2);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
