import type { ParsedCodebook } from '../../core/codebook/parse';
import type { StudySettings } from '../../core/settings/settings';
import type { TranscriptDigest } from '../../core/study';
import type { Read } from '../../core/study/readText';
import type { CaseOrder } from '../writeCase';
import type { SentLog } from './sentLog';

/** The case of each transcript, by path. */
export type KnownCases = ReadonlyMap<string, string | undefined>;

/** What stands in the files that all threads need. */
export interface SharedFiles {
  readonly settings: Read<StudySettings>;
  readonly codebook: ParsedCodebook;
}

/**
 * What a thread is asked to do, first of all to begin; it does one after the other. To `share` is to tell it what it
 * need not read itself: it does not wait for that before it needs it.
 */
export type Request =
  | { readonly kind: 'begin'; readonly folder: string }
  | { readonly kind: 'share'; readonly files: SharedFiles }
  | { readonly kind: 'read'; readonly path: string; readonly keepsText: boolean }
  | { readonly kind: 'know'; readonly cases: KnownCases }
  | { readonly kind: 'write'; readonly number: number; readonly order: CaseOrder };

/** A digest on its way. */
interface SentDigest extends Omit<TranscriptDigest, 'logs'> {
  readonly logs: readonly SentLog[];
}

/** What it answers: to `read` a digest, to `write` what it wrote. */
export type Answer =
  | { readonly kind: 'read'; readonly path: string; readonly digest: SentDigest }
  | { readonly kind: 'written'; readonly number: number; readonly content: Uint8Array };
