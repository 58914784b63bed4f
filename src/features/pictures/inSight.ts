import * as vscode from 'vscode';
import { consensusScorer, type Score } from '../../core/maturity/maturity';
import type { PictureSource } from '../../core/pictures/material';
import type { StudySession } from '../../host/studySession';

/** As much of a study as the coder at the screen may see: the codings in sight, and the scores. */
export function studyInSight(session: StudySession, viewer: string | undefined): PictureSource {
  const { study } = session;
  return {
    settings: () => study.settings(),
    codebook: () => study.codebook(),
    scale: () => study.scale(),
    scores: async () => (await scoresInSight(session, viewer)).visible,
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

/**
 * Whoever codes the study verifies scores by giving their own first: until then they see no other scorer's, only
 * what was settled.
 */
async function scoresInSight({ study }: StudySession, viewer: string | undefined) {
  const [all, coders] = await Promise.all([study.scores(), study.coders()]);
  const verifies = viewer !== undefined && coders.includes(viewer);
  const keyOf = ({ organization, domain }: Score) => JSON.stringify([organization, domain]);
  const own = new Set(all.filter(({ scorer }) => scorer === viewer).map(keyOf));
  const settled = new Set(all.filter(({ scorer }) => scorer === consensusScorer).map(keyOf));
  const isVisible = (score: Score) => !verifies || own.has(keyOf(score)) || score.scorer === consensusScorer;
  const visible = all.filter(isVisible);
  const hidden = all.filter((score) => !isVisible(score) && !settled.has(keyOf(score)));
  return { visible, hidden: new Set(hidden.map(keyOf)).size };
}

/** What is left out of a picture since the coder may not see it, a sentence each. */
export async function notesOn(
  session: StudySession,
  viewer: string | undefined,
  of: { readonly scores: boolean; readonly transcripts: readonly string[] },
): Promise<string[]> {
  if (of.scores) {
    const { hidden } = await scoresInSight(session, viewer);
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
