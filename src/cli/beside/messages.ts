import type { TranscriptDigest } from '../../core/study';

/** What a thread answers when it is given the path of a transcript. */
export interface Answer {
  readonly path: string;
  readonly digest: TranscriptDigest;
  /** The bytes of its coding logs, by path: they are read once, and handed over. */
  readonly logs: ReadonlyMap<string, Uint8Array>;
}
