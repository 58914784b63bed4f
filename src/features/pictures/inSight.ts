import * as vscode from 'vscode';
import type { PictureSource } from '../../core/pictures/material';
import type { StudySession } from '../../host/studySession';

/** As much of a study as the coder at the screen may see: the codings in sight, and the scores. */
export function studyInSight(session: StudySession): PictureSource {
  const { study } = session;
  return {
    settings: () => study.settings(),
    codebook: () => study.codebook(),
    scale: () => study.scale(),
    scores: async () => (await session.scores()).visible,
    transcriptPaths: () => study.transcriptPaths(),
    codedTranscriptPaths: () => study.codedTranscriptPaths(),
    transcriptFacts: (path) => study.transcriptFacts(path),
    transcript: (path) => study.transcript(path),
    codings: (path) => session.codings(path),
    reviews: async (path) => ((await session.isBlind(path)) ? [] : study.reviews(path)),
    words: (path) => study.words(path),
    readLog: (path) => study.readLog(path),
    sourceText: (path) => study.sourceText(path),
  };
}

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
