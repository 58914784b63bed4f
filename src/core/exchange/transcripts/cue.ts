/** Something said from a moment on, by whom where the file says so. */
export interface Cue {
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly speaker: string | undefined;
  readonly text: string;
}
