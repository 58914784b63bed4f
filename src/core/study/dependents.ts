import { logOfHistory, parseLogPath } from '../coding/paths';
import { parseReviewPath } from '../review/paths';
import { isStudyFile, studyFiles } from './files';

/**
 * The keys under which a study keeps what it has read from a file, or from what depends on that.
 * @param known the keys of all that is kept
 */
export function* dependentsOf(path: string, known: () => Iterable<string>): Generator<string> {
  yield path;
  yield `text:${path}`;
  yield `facts:${path}`;
  yield `sha256:${path}`;
  const replacedIn = logOfHistory(path);
  if (replacedIn !== undefined) yield* dependentsOf(replacedIn, known);
  const log = parseLogPath(path);
  const review = parseReviewPath(path);
  if (review) {
    yield `reviews:${review.transcript}`;
  } else if (log) {
    yield `logs:${log.transcript}`;
    yield `codings:${log.transcript}`;
  } else if (path.startsWith('transcripts/')) {
    yield `codings:${path}`;
    yield `hits:${path}`;
    yield `counts:${path}`;
    yield `state:${path}`;
    yield `words:${path}`;
    yield `spoken:${path}`;
    yield 'rounds';
  } else {
    yield* dependentsOfRootFile(path, known());
  }
  if (!log && !review && !isStudyFile.transcripts(path)) yield* dependentsOfFolder(path, known());
}

/** What was read from a folder's files: of a folder that went, systems do not tell of each file in it. */
function* dependentsOfFolder(folder: string, known: Iterable<string>): Generator<string> {
  const holdsLogs = /^codings(?:\/[^/]|$)/.test(folder);
  const holdsReviews = /^reviews(?:\/[^/]|$)/.test(folder);
  for (const key of known) {
    const file = key.replace(/^[a-z0-9]+:/, '');
    const isLogs = holdsLogs && /^(?:codings|logs):/.test(key);
    const isReviews = holdsReviews && key.startsWith('reviews:');
    if (file.startsWith(`${folder}/`) || isLogs || isReviews) yield key;
  }
}

function* dependentsOfRootFile(path: string, known: Iterable<string>): Generator<string> {
  const rereadsCodes = path === studyFiles.codebook || path === studyFiles.scale;
  const rereadsScores = path === studyFiles.settings || path === studyFiles.scale;
  if (rereadsCodes) {
    yield studyFiles.codebook;
    yield 'matcher';
    yield 'termsMark';
  }
  if (path === studyFiles.settings) yield 'rounds';
  for (const key of known) {
    if (rereadsCodes && /^(?:hits|counts):/.test(key)) yield key;
    if (rereadsScores && key.startsWith('scores/')) yield key;
  }
}
