import { fullSpeed, type Pace } from '../cache/bounded';
import type { FileStore, StudyTools } from '../ports';
import { sha256Hex } from '../text/sha256';
import { type ListedName, namePatterns, pseudonymPatterns } from './names';
import { type ReplacedStudy, replaceInStudy } from './replaceInStudy';
import { Spellings } from './spellings';

/**
 * A pseudonymized copy with the names back, also in what was added to it since.
 * @param spellings the text of the file that was written beside the names when the copy was made; empty without one
 */
export async function restoreNames(
  copy: FileStore,
  names: readonly ListedName[],
  spellings: string,
  sha256: StudyTools['sha256'] = sha256Hex,
  pace: Pace = fullSpeed,
): Promise<ReplacedStudy> {
  const kept = new Spellings(sha256);
  kept.read(spellings);
  const seen = new Map<string, number>();
  const lineOf = (path: string, line: string, plain: string) => {
    const lines = kept.linesOf(path, line);
    if (!lines) return plain;
    const key = JSON.stringify([path, line]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return lines[Math.min(before, lines.length - 1)]!;
  };
  const pathOf = (path: string, plain: string) => kept.pathOf(path) ?? plain;
  return replaceInStudy(copy, { ...back(names), lineOf, pathOf }, { sha256 }, pace);
}

/**
 * What has to be kept for a copy to give back the study as it was, byte for byte; the text of a file.
 * @param known what the file has of copies that were made before
 */
export async function spellingsOf(
  study: ReplacedStudy,
  copy: FileStore,
  names: readonly ListedName[],
  known: string,
  sha256: StudyTools['sha256'] = sha256Hex,
  pace: Pace = fullSpeed,
): Promise<string> {
  const kept = new Spellings(sha256);
  kept.read(known);
  const oldPaths = new Map([...study.paths].map(([from, to]) => [to, from]));
  const files = new Map<string, FileRecorder>();
  const lineOf = (path: string, line: string, plain: string) => {
    const recorder = files.get(path) ?? new FileRecorder(study.before.get(oldPaths.get(path)!)!.split('\n'));
    files.set(path, recorder);
    return recorder.next(line, plain);
  };
  const pathOf = (path: string, plain: string) => {
    const was = oldPaths.get(path)!;
    if (was !== plain || kept.pathOf(path) !== undefined) kept.keepPath(path, was);
    return was;
  };
  await replaceInStudy(copy, { ...back(names), lineOf, pathOf }, { sha256 }, pace);
  for (const [path, recorder] of files) {
    for (const [line, was, isPlain] of recorder.seen()) {
      if (!isPlain || kept.linesOf(path, line)) kept.keepLines(path, line, was);
    }
  }
  return kept.text();
}

function back(names: readonly ListedName[]) {
  return { patterns: pseudonymPatterns(names), inverse: namePatterns(names), withHistory: true };
}

/** Goes through the lines of a file of a copy beside those of the study. */
class FileRecorder {
  readonly #seen = new Map<string, { was: string[]; isPlain: boolean }>();
  #index = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** The study's line for the next one of the copy. */
  next(line: string, plain: string): string {
    const was = this.lines[this.#index++]!;
    const known = this.#seen.get(line);
    if (known) {
      known.was.push(was);
      known.isPlain &&= was === plain;
    } else this.#seen.set(line, { was: [was], isPlain: was === plain });
    return was;
  }

  /** Each line of the copy with those that it stands for, and whether the names alone tell them. */
  *seen(): Generator<[line: string, was: readonly string[], isPlain: boolean]> {
    for (const [line, { was, isPlain }] of this.#seen) yield [line, was, isPlain];
  }
}
