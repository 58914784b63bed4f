import { logOfHistory, parseLogPath } from '../coding/paths';

/** The folders whose files the study reads. */
export const studyFolders = ['transcripts', 'codings', 'history', 'reviews', 'scores'] as const;

export type StudyFolder = (typeof studyFolders)[number];

/** The files at a study's root that people write. */
export const studyFiles = {
  codebook: 'codebook.yaml',
  settings: 'study.yaml',
  scale: 'maturity.yaml',
} as const;

const transcriptName = /\.(?:txt|md|transcript)$/i;
/** Files that systems leave behind (`._name.txt`, `.~lock.name.txt#`) and folders such as `.git`. */
const hiddenName = /(?:^|\/)\./;

/** Whether a path below one of the folders is that of a file which the study reads there. */
export const isStudyFile = {
  transcripts: (path: string) => transcriptName.test(path) && !hiddenName.test(path),
  codings: (path: string) => parseLogPath(path) !== undefined && !hiddenName.test(path),
  history: (path: string) => logOfHistory(path) !== undefined && !hiddenName.test(path),
  reviews: (path: string) => /^reviews\/[^/]+\/.+\.jsonl$/s.test(path) && !hiddenName.test(path),
  scores: (path: string) => /^scores\/[^/]+\.ya?ml$/.test(path) && !hiddenName.test(path),
} as const;
