import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Study, studyFiles } from '../study';
import { compareStrings } from '../text/compare';
import type { CaseTranscript } from './cases';

/** The files that a case's summary is made from and can be read, sorted, with their hash. */
export async function sourcesOf(
  study: Study,
  transcripts: readonly CaseTranscript[],
): Promise<{ sources: string[]; hash: string }> {
  const paths = new Set<string>([...Object.values(studyFiles), ...(await study.scorePaths())]);
  for (const { path } of transcripts) {
    paths.add(path);
    for (const log of await study.logsOf(path)) paths.add(log.path);
  }
  const texts: [string, string][] = [];
  for (const path of [...paths].sort(compareStrings)) {
    const text = await study.sourceText(path);
    if (text !== undefined) texts.push([path, text]);
  }
  return { sources: texts.map(([path]) => path), hash: hashOfSources(texts) };
}

/**
 * SHA-256, in hexadecimal, of files: of each, in the order given, its path and its text (UTF-8, `\n` line
 * ends, no byte order mark) as netstrings, `<length in bytes>:<bytes>,`
 * (https://cr.yp.to/proto/netstrings.txt), so that no two lists of files look alike.
 */
export function hashOfSources(files: readonly (readonly [path: string, text: string])[]): string {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  for (const part of files.flat()) {
    const bytes = encoder.encode(part);
    hash
      .update(encoder.encode(`${bytes.length}:`))
      .update(bytes)
      .update(encoder.encode(','));
  }
  return bytesToHex(hash.digest());
}
