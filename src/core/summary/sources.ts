import { mapBounded, type Pace } from '../cache/bounded';
import type { Study } from '../study';
import { studyFiles } from '../study/files';
import { compareStrings } from '../text/compare';
import { sha256Hex } from '../text/sha256';
import type { CaseTranscript } from './cases';
import { notesPath } from './notes/paths';

/** The files that a case's summary is made from and can be read, sorted, with one hash of all. */
export async function sourcesOf(
  study: Study,
  caseId: string,
  transcripts: readonly CaseTranscript[],
  pace: Pace,
): Promise<{ sources: string[]; hash: string }> {
  const paths = new Set([
    ...Object.values<string>(studyFiles),
    ...(await study.scorePaths()),
    notesPath(caseId),
  ]);
  for (const { path } of transcripts) {
    paths.add(path);
    for (const log of await study.logsOf(path)) paths.add(log.path);
    for (const log of await study.reviewLogsOf(path)) paths.add(log);
  }
  const sorted = [...paths].sort(compareStrings);
  const hashes = await mapBounded(sorted, async (path) => [path, await study.sha256(path)] as const, pace);
  const found = hashes.filter(([, hash]) => hash !== '');
  return { sources: found.map(([path]) => path), hash: hashOfSources(found) };
}

/**
 * One hash of several files: the SHA-256 of what `sha256sum` prints of them in the order given, with each
 * file's text as UTF-8 with `\n` line ends and no byte order mark.
 */
export function hashOfSources(files: readonly (readonly [path: string, sha256: string])[]): string {
  return sha256Hex(files.map(([path, sha256]) => `${sha256}  ${path.replaceAll('\n', '\\n')}\n`).join(''));
}
