import * as vscode from 'vscode';
import type { TextChange } from '../../host/yamlFile';

/** How many lines of codebook.yaml go and come. */
export function linesText({ before, after }: TextChange): string {
  return vscode.l10n.t(
    'Lines that go: {0}. Lines that come: {1}.',
    without(before, after),
    without(after, before),
  );
}

function without(text: string, other: string): number {
  const left = new Map<string, number>();
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  let missing = 0;
  for (const line of text.split('\n')) {
    const count = left.get(line) ?? 0;
    if (count === 0) missing++;
    else left.set(line, count - 1);
  }
  return missing;
}
