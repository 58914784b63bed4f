import * as vscode from 'vscode';
import type { Transcript } from '../../core/transcript/transcript';
import type { RangeBridge } from '../../host/ranges';

/** The front matter and every turn of more than one line; the empty lines after a turn stay visible. */
export function foldingRanges({ head, turns }: Transcript, bridge: RangeBridge): vscode.FoldingRange[] {
  const parts = [
    { start: head.start, end: Math.max(head.start, head.end - 1) },
    ...turns.map(({ speaker, label, speech }) => ({
      start: speaker === undefined ? speech.start : label.start,
      end: speech.end,
    })),
  ];
  return parts
    .map((part) => bridge.toEditor(part))
    .filter(({ start, end }) => end.line > start.line)
    .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line));
}
