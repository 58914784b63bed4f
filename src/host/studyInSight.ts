import type { ExportSource } from '../core/exchange/exportStudy';
import type { PictureSource } from '../core/pictures/material';
import type { StudySession } from './studySession';

/** As much of a study as the coder at the screen may see: the codings in sight, and the scores. */
export function studyInSight(session: StudySession): PictureSource & ExportSource {
  const { study } = session;
  return {
    settings: () => study.settings(),
    codebook: () => study.codebook(),
    scale: () => study.scale(),
    scores: async () => (await session.scores()).visible,
    coders: () => study.coders(),
    transcriptPaths: () => study.transcriptPaths(),
    codedTranscriptPaths: () => study.codedTranscriptPaths(),
    transcriptFacts: (path) => study.transcriptFacts(path),
    caseOf: (path) => study.caseOf(path),
    transcript: (path) => study.transcript(path),
    codings: (path) => session.codings(path),
    reviews: (path) => session.reviews(path),
    words: (path) => study.words(path),
    readLog: (path) => study.readLog(path),
    sourceText: (path) => study.sourceText(path),
  };
}
