import * as vscode from 'vscode';
import type { StudySession } from '../../host/studySession';

/** What is left out of a picture since the coder may not see it, a sentence each. */
export async function notesOn(
  session: StudySession,
  of: { readonly scores: boolean; readonly transcripts: readonly string[] },
): Promise<string[]> {
  if (of.scores) {
    const hidden = (await session.scores()).hidden.length;
    if (hidden === 0) return [];
    return [
      vscode.l10n.t(
        'Scores are hidden that others gave and nobody has settled ({0}), until you have given your own.',
        hidden,
      ),
    ];
  }
  const blind = await session.blindTranscripts();
  const hidden = of.transcripts.filter((path) => blind.includes(path)).length;
  if (hidden === 0) return [];
  return [
    vscode.l10n.t(
      'You code {0} of these interviews blind: only your own codings of them count here.',
      hidden,
    ),
  ];
}
