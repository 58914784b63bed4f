import * as vscode from 'vscode';
import type { Transcript, Turn } from '../../core/transcript/transcript';
import type { RangeBridge } from '../../host/ranges';

const longestName = 60;

/** A symbol for each turn: the speaker and the first words. Interviewers' turns are of another kind. */
export function turnSymbols({ text, turns }: Transcript, bridge: RangeBridge): vscode.DocumentSymbol[] {
  return turns.map((turn) => {
    const named = turn.speaker === undefined ? turn.speech : turn.label;
    const end = Math.max(named.end, turn.speech.end);
    return new vscode.DocumentSymbol(
      nameOf(turn, text),
      turn.time === undefined ? '' : formatTime(turn.time),
      turn.interviewer ? vscode.SymbolKind.Event : vscode.SymbolKind.String,
      bridge.toEditor({ start: named.start, end }),
      bridge.toEditor(named),
    );
  });
}

function nameOf({ speaker, speech }: Turn, text: string): string {
  const beginning = text.slice(speech.start, Math.min(speech.end, speech.start + 4 * longestName));
  const words = firstWords(beginning.replace(/\s+/g, ' '));
  return [speaker, words].filter(Boolean).join(': ') || '…';
}

function firstWords(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.lastIndexOf(' ', longestName);
  return `${text.slice(0, cut > 0 ? cut : longestName)}…`;
}

function formatTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
