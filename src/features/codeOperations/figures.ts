import * as vscode from 'vscode';
import type { Reach } from '../../core/codebook/operationsReach';
import type { TextChange } from '../../host/yamlFile';

/** The codings that a change touches: how many, whose, and in how many transcripts. */
export function reachText({ codings, transcripts, byCoder }: Reach): string {
  if (codings === 0) return vscode.l10n.t('No coding');
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
  const coders = list.format([...byCoder].map(([coder, count]) => `${coder} (${count})`));
  const places =
    transcripts === 1 ? vscode.l10n.t('1 transcript') : vscode.l10n.t('{0} transcripts', transcripts);
  return codings === 1
    ? vscode.l10n.t('1 coding, by {0}, in {1}', coders, places)
    : vscode.l10n.t('{0} codings, by {1}, in {2}', codings, coders, places);
}

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
