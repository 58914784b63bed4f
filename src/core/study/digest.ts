import type { Study, TranscriptDigest } from '../study';
import { placesOf } from './places';

/** Reads all that a digest holds of a transcript. */
export async function digestOf(study: Study, path: string): Promise<TranscriptDigest> {
  const [facts, words, sha256, codings, logs] = await Promise.all([
    study.readTranscriptFacts(path),
    study.words(path),
    study.sha256(path),
    study.codings(path),
    study.logsOf(path),
  ]);
  const placed = new Map(codings.map((one) => [one.coding, one]));
  const inOrder = logs.flatMap(({ current }) => current.map((coding) => placed.get(coding)!));
  return { facts, words, sha256, places: placesOf(inOrder) };
}
