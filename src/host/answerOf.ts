import type * as vscode from 'vscode';

/**
 * Shows a quick pick until one of its items is accepted or it is dismissed, then disposes of it. Undefined where it was
 * dismissed.
 * @param isAnswer false for an item that does something and leaves the question standing
 */
export function answerOf<T extends vscode.QuickPickItem>(
  pick: vscode.QuickPick<T>,
  isAnswer: (item: T) => boolean = () => true,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item || !isAnswer(item)) return;
      resolve(item);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
