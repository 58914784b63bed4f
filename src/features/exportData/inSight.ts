import type { ExportSource } from '../../core/exchange/exportStudy';
import type { StudySession } from '../../host/studySession';

/** As much of a study as the coder at the screen may export: what they code blind has their own codings only. */
export function studyInSight(session: StudySession): ExportSource {
  const { study } = session;
  return {
    settings: () => study.settings(),
    codebook: () => study.codebook(),
    scale: () => study.scale(),
    scores: () => study.scores(),
    coders: () => study.coders(),
    transcriptPaths: () => study.transcriptPaths(),
    codedTranscriptPaths: () => study.codedTranscriptPaths(),
    transcriptFacts: (path) => study.transcriptFacts(path),
    transcript: (path) => study.transcript(path),
    sourceText: (path) => study.sourceText(path),
    codings: (path) => session.codings(path),
    reviews: (path) => session.reviews(path),
  };
}
