import * as vscode from 'vscode';

const section = 'interviewCoding';

/** The kinds of highlights, and whether each is switched on. */
interface ShownHighlights {
  readonly hits: boolean;
  readonly codings: boolean;
}

/** Which highlights are switched on. */
export function showSettings(): ShownHighlights {
  const config = vscode.workspace.getConfiguration(section);
  return { hits: config.get('show.hits', true), codings: config.get('show.codings', true) };
}

/** Switches highlights on or off, for this person in every study. */
export async function setShowSettings(show: ShownHighlights): Promise<void> {
  const config = vscode.workspace.getConfiguration(section);
  await config.update('show.hits', show.hits, vscode.ConfigurationTarget.Global);
  await config.update('show.codings', show.codings, vscode.ConfigurationTarget.Global);
}

/** True where the change touches one of this extension's settings below `key`. */
export function affects(event: vscode.ConfigurationChangeEvent, key: string): boolean {
  return event.affectsConfiguration(`${section}.${key}`);
}
