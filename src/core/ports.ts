import type { KnownHits } from './cache/knownHits';

/** The files of one study, as core sees them. Paths are relative to the study's folder, with `/`. */
export interface FileStore {
  /** The paths of all files below a folder, in any order; a missing folder has none. */
  list(folder: string): Promise<readonly string[]>;
  /** The names of the files in the study's folder itself; a store that cannot tell leaves it out. */
  listRoot?(): Promise<readonly string[]>;
  /** A file's bytes, or undefined where there is no such file. Rejects where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * What tells a file's present content from its content at other times without reading it, such as its size and
   * time of change; undefined where that cannot be told.
   */
  state?(path: string): Promise<string | undefined>;
}

/** Earlier texts of a study's files, such as those in a git repository. */
export interface OldTexts {
  /** Texts that a file once had, the newest first, with `\n` line ends; not more than are worth looking at. */
  candidates(path: string): AsyncIterable<string>;
}

/** What a host can do better than core; all of it may be missing. */
export interface StudyTools {
  /** The SHA-256 of bytes, or of a text's UTF-8 bytes, in hexadecimal. */
  readonly sha256?: (content: string | Uint8Array) => string;
  /** What earlier sessions have counted. */
  readonly knownHits?: KnownHits;
  /** How many characters of texts, and of what was read from them, may be kept. */
  readonly mostText?: number;
  /** Where codings are looked up whose words are not found. */
  readonly oldTexts?: OldTexts;
}
