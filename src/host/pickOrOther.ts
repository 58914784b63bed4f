import * as vscode from 'vscode';
import { answerOf } from './answerOf';

/** What was picked: one of the items, or what was typed for another, which may be nothing yet. */
export type Picked<T> = { readonly item: T } | { readonly typed: string };

interface Question extends Pick<vscode.QuickPickOptions, 'title' | 'ignoreFocusOut'> {
  readonly placeholder: string;
  /** The label of what stands for another; it stays in sight whatever is typed. */
  readonly other: string;
}

/** Asks for one of some items or for another; undefined where the question was dismissed. */
export async function pickOrOther<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { title, placeholder, other, ignoreFocusOut = false }: Question,
): Promise<Picked<T> | undefined> {
  const pick = vscode.window.createQuickPick<T | vscode.QuickPickItem>();
  const another = { label: other, alwaysShow: true };
  pick.title = title;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = ignoreFocusOut;
  pick.matchOnDescription = true;
  pick.items = [...items, another];
  const picked = await answerOf(pick);
  if (picked === another) return { typed: pick.value.trim() };
  const item = items.find((one) => one === picked);
  return item && { item };
}
