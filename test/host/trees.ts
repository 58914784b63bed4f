import * as vscode from 'vscode';
import { selectQuote } from '../../src/core/coding/coding';
import { codingLine } from '../../src/core/coding/log';
import { activateExtension, studyFile } from './workspace';

/** A row of a view, as a person sees or hears it. */
export interface Row {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly item: vscode.TreeItem;
  readonly element: unknown;
}

/** A view's contents by its id, without the `interviewCoding.`. */
export async function treeOf(id: string): Promise<vscode.TreeDataProvider<unknown>> {
  const { trees } = (await activateExtension()).exports as {
    trees: ReadonlyMap<string, vscode.TreeDataProvider<unknown>>;
  };
  return trees.get(`interviewCoding.${id}`)!;
}

/** The rows of a view below an element, or at its top. */
export async function rowsOf(id: string, below?: Row): Promise<Row[]> {
  const tree = await treeOf(id);
  const elements = (await tree.getChildren(below?.element)) ?? [];
  return Promise.all(
    elements.map(async (element) => {
      const item = await tree.getTreeItem(element);
      return {
        label: typeof item.label === 'string' ? item.label : '',
        description: typeof item.description === 'string' ? item.description : '',
        spoken: item.accessibilityInformation?.label ?? '',
        item,
        element,
      };
    }),
  );
}

/** The row with this label below an element, if there is one. */
export async function rowOf(id: string, label: string, below?: Row): Promise<Row | undefined> {
  return (await rowsOf(id, below)).find((row) => row.label === label);
}

/** The text that appears when a person points at a row. */
export async function tooltipOf(id: string, row: Row): Promise<string> {
  const tree = await treeOf(id);
  const none = new vscode.CancellationTokenSource().token;
  const item = (await tree.resolveTreeItem?.(row.item, row.element, none)) ?? row.item;
  return typeof item.tooltip === 'string' ? item.tooltip : (item.tooltip?.value ?? '');
}

/** A line of a coding log: words of a transcript's text under a code. */
export function logLine(text: string, words: string, code: string, by: string, memo?: string): string {
  const start = text.indexOf(words);
  const quote = selectQuote(text, { start, end: start + words.length });
  const coding = { id: `${by}-${code}-${start}`, code, ...quote, by, at: '2024-03-01T10:00:00.000Z' };
  return `${codingLine(memo === undefined ? coding : { ...coding, memo })}\n`;
}

/**
 * Makes folders of the study one by one, each when the file watcher has seen the one around it: on Linux it
 * hears nothing of what happens in folders that were made together with their parent.
 */
export async function makeFolders(...paths: string[]): Promise<void> {
  for (const path of paths) {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) await makeFolder(names.slice(0, depth).join('/'));
  }
}

async function makeFolder(path: string): Promise<void> {
  const uri = studyFile(path);
  if (await vscode.workspace.fs.stat(uri).then(Boolean, () => false)) return;
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  const seen = new Promise<void>((resolve) => {
    watcher.onDidCreate((created) => {
      if (created.path === uri.path) resolve();
    });
  });
  await vscode.workspace.fs.createDirectory(uri);
  await seen;
  watcher.dispose();
}
