/** The files of one study, as core sees them. Paths are relative to the study's folder, with `/`. */
export interface FileStore {
  /** The paths of all files below a folder, in any order; a missing folder has none. */
  list(folder: string): Promise<readonly string[]>;
  /** A file's bytes, or undefined where there is no such file. Rejects where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}
