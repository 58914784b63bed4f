import * as vscode from 'vscode';
import type { WantedMarks } from '../core/highlight/marks';

const section = 'interviewCoding';

/** Which highlights are switched on. */
export function showSettings(): WantedMarks {
  const config = vscode.workspace.getConfiguration(section);
  return { hits: config.get('show.hits', true), codings: config.get('show.codings', true) };
}

/** Switches highlights on or off, for this person in every study. */
export async function setShowSettings(show: WantedMarks): Promise<void> {
  const config = vscode.workspace.getConfiguration(section);
  await config.update('show.hits', show.hits, vscode.ConfigurationTarget.Global);
  await config.update('show.codings', show.codings, vscode.ConfigurationTarget.Global);
}

/** True where the change touches one of this extension's settings below `key`. */
export function affects(event: vscode.ConfigurationChangeEvent, key: string): boolean {
  return event.affectsConfiguration(`${section}.${key}`);
}
