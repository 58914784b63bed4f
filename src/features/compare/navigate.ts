import * as vscode from 'vscode';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import { say } from '../../host/say';
import { type Comparison, columns, isDisagreement, type OpenComparison, type ShownItem } from './comparing';

/** The comparison that is open, or a plain sentence that there is none. */
export function needShown(open: OpenComparison): Comparison {
  if (open.shown) return open.shown;
  throw new Hint(vscode.l10n.t('No coders are being compared. Choose “Compare Coders…” first.'));
}

/** Goes to an item in both editors, with the cursor at its start. */
export async function goTo(open: OpenComparison, item: ShownItem, focus = true): Promise<void> {
  const shown = needShown(open);
  open.look(item);
  const range = new RangeBridge(shown.text).toEditor(item.compared);
  const editors = open.editors();
  const active = editors.find((one) => one === vscode.window.activeTextEditor);
  for (const editor of editors) {
    if (!editor) continue;
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  if (!active && focus) {
    await vscode.window.showTextDocument(shown.document, {
      viewColumn: columns[0],
      selection: range.with(undefined, range.start),
    });
  }
}

/** Goes to the next or previous disagreement that is not settled; where all are, through all of them. */
export async function step(open: OpenComparison, direction: 'next' | 'previous'): Promise<void> {
  const shown = needShown(open);
  const all = shown.items.filter(isDisagreement);
  const left = all.filter(({ state }) => state !== 'settled');
  const places = left.length > 0 ? left : all;
  if (places.length === 0) {
    say(vscode.l10n.t('{0} and {1} agree on everything in this transcript.', ...shown.coders));
    return;
  }
  const index = (item: ShownItem) => shown.items.indexOf(item);
  const from = placeOf(open, shown);
  const found =
    direction === 'next'
      ? places.find((item) => index(item) > from)
      : places.findLast((item) => index(item) < from);
  await goTo(open, found ?? (direction === 'next' ? places[0]! : places.at(-1)!));
  if (left.length === 0) say(vscode.l10n.t('All disagreements are settled.'));
  else if (!found) {
    say(
      direction === 'next'
        ? vscode.l10n.t('From the beginning again.')
        : vscode.l10n.t('From the end again.'),
    );
  }
}

/** The item that is meant: the one handed over, the one that is looked at, or the smallest at the cursor. */
export function itemMeant(open: OpenComparison, called: ShownItem | undefined): ShownItem {
  const shown = needShown(open);
  const given = called && shown.items.find(({ key }) => key === called.key);
  const cursor = cursorIn(open, shown);
  const isHere = ({ compared }: ShownItem) =>
    cursor === undefined || (compared.start <= cursor && cursor <= compared.end);
  const current = open.current && isHere(open.current) ? open.current : undefined;
  const item = given ?? current ?? (cursor === undefined ? undefined : smallest(shown.items.filter(isHere)));
  if (item) return item;
  throw new Hint(vscode.l10n.t('There is nothing to settle here. Press n for the next disagreement.'));
}

/** Disagreements go before agreements. */
function smallest(items: readonly ShownItem[]): ShownItem | undefined {
  const length = ({ compared }: ShownItem) => compared.end - compared.start;
  return [...items].sort(
    (a, b) => Number(isDisagreement(b)) - Number(isDisagreement(a)) || length(a) - length(b),
  )[0];
}

/** Where to go on from: the item that is looked at, or between two at the cursor. */
function placeOf(open: OpenComparison, shown: Comparison): number {
  const { current } = open;
  const cursor = cursorIn(open, shown);
  if (current && (cursor === undefined || isIn(cursor, current))) return shown.items.indexOf(current);
  const next = shown.items.findIndex(({ compared }) => compared.start >= (cursor ?? 0));
  return (next === -1 ? shown.items.length : next) - 0.5;
}

function isIn(cursor: number, { compared }: ShownItem): boolean {
  return compared.start <= cursor && cursor <= compared.end;
}

function cursorIn(open: OpenComparison, shown: Comparison): number | undefined {
  const editor = open.editors().find((one) => one && one === vscode.window.activeTextEditor);
  return editor && new RangeBridge(shown.text).toOffset(editor.selection.active);
}
