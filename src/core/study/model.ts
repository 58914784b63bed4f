import type { EarlierCounts } from '../codebook/definitions';
import type { ParsedCodebook } from '../codebook/parse';
import type { Coding, CodingMark } from '../coding/coding';
import type { CodingLog } from '../coding/log';
import type { Problem } from '../problem';
import type { Review } from '../review/review';
import type { StudySettings } from '../settings/settings';
import type { Transcript } from '../transcript/transcript';
import type { PlacedCoding } from './placeCodings';
import type { Read } from './readText';

/** A coding of the study with the files it stands in. */
export type StudyCoding = PlacedCoding;

/** What logs are held against each other by. */
export interface LogMarks {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
  /** The codings that hold. */
  readonly current: readonly CodingMark[];
  /** The ids of those that were removed. */
  readonly removed: readonly string[];
}

/** A log as another thread tells of it, which has worked out what would ask for its codings. */
export interface LogDigest extends LogMarks {
  /** A number for each of its codings' ids: see `idKeys`. */
  readonly keys: Float64Array;
  /** How many of its codings are of an earlier definition of their code. */
  readonly earlier: EarlierCounts;
}

/** What is kept of a log when its text is not. */
export interface LogFacts extends LogMarks {
  readonly current: readonly Coding[];
  readonly problems: readonly Problem[];
}

/** A log, read, with its problems. */
export interface StudyLog extends LogFacts {
  readonly text: string;
  readonly log: CodingLog;
}

/** A review with the log it stands in. */
export interface StudyReview {
  readonly review: Review;
  readonly log: string;
}

/** What is kept of a transcript when its text is not. */
export interface TranscriptFacts extends Pick<Transcript, 'frontMatter' | 'frontMatterRanges'> {
  /** The front matter with its fences, for the places of what is wrong with it. */
  readonly head: string;
  /** The id of its case; undefined where nothing names one. */
  readonly case: string | undefined;
}

/** What was found of a transcript and of its logs. */
export interface TranscriptDigest {
  readonly facts: Read<TranscriptFacts | undefined>;
  readonly logs: readonly LogDigest[];
  /** What is wrong with its logs and its codings, but for ids that other logs have. */
  readonly problems: readonly Problem[];
}

/** What another thread has read, so that a study need not; undefined where the study is to read itself. */
export interface Elsewhere {
  readonly settings?: Promise<Read<StudySettings>> | undefined;
  readonly codebook?: Promise<ParsedCodebook> | undefined;
  /** The case of each transcript, by path. */
  readonly cases?: ReadonlyMap<string, string | undefined> | undefined;
  facts(transcriptPath: string): Promise<Read<TranscriptFacts | undefined>> | undefined;
  digest(transcriptPath: string): Promise<TranscriptDigest> | undefined;
}
