import type { TranscriptDigest } from '../../core/study';
import type { CaseOrder } from '../writeCase';

/** What is known of transcripts that other threads have read, by path. */
export type KnownFacts = ReadonlyMap<string, TranscriptDigest['facts']>;

/** What a thread is asked to do; it does one after the other. */
export type Request =
  | { readonly kind: 'read'; readonly paths: readonly string[] }
  | { readonly kind: 'know'; readonly facts: KnownFacts }
  | { readonly kind: 'write'; readonly number: number; readonly order: CaseOrder };

/** What it answers: to the first a digest each as they are read, to the second nothing. */
export type Answer =
  | { readonly kind: 'read'; readonly path: string; readonly digest: TranscriptDigest }
  | { readonly kind: 'written'; readonly number: number; readonly content: Uint8Array };
