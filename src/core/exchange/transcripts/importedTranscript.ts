import type { Problem } from '../../problem';
import type { Range } from '../../text/range';

/** The kinds of files that transcripts come from, by their extensions. */
export const transcriptFormats = [
  'otr',
  'vtt',
  'srt',
  'docx',
  'odt',
  'rtf',
  'txt',
  'md',
  'transcript',
] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

/** A file that somebody made elsewhere. */
export interface ImportSource {
  /** Its name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A remark in the margin of a document, on a range of the text. */
export interface ImportedComment extends Range {
  /** What tells it from the document's other comments. */
  readonly id: string;
  /** Empty where the document does not say. */
  readonly author: string;
  /** ISO 8601, UTC; undefined where the document does not say. */
  readonly at: string | undefined;
  readonly text: string;
  /** The comment that this one replies to. */
  readonly parent: string | undefined;
}

/** A coding that was exported as a comment. */
export interface ExportedCoding {
  readonly id: string;
  readonly by: string;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  /** A mark of what the comment said. */
  readonly said: string;
}

/** What a document says that was exported from a study to be reviewed. */
export interface ExportedFrom {
  /** The transcript's path in the study. */
  readonly transcript: string;
  readonly codings: readonly ExportedCoding[];
}

/** What a reader makes of a file: text line by line, with what was not understood. */
export interface Draft {
  readonly text: string;
  readonly comments: readonly ImportedComment[];
  readonly warnings: readonly Problem[];
  readonly exported?: ExportedFrom | undefined;
}

/** Someone who speaks in a transcript. */
export interface Speaker {
  readonly name: string;
  readonly turns: number;
  readonly words: number;
  readonly interviewer: boolean;
}

/** A transcript as it was recognized in a file made elsewhere. */
export interface ImportedTranscript {
  readonly format: TranscriptFormat;
  /** The front matter that the file brought, with its fences and line ends; empty where it has none. */
  readonly head: string;
  /** The turns, `[00:12:03] Name: …` each from the beginning of a line, with `\n` line ends and one at the end. */
  readonly body: string;
  /** With ranges of `body`. */
  readonly comments: readonly ImportedComment[];
  /** In order of first appearance. */
  readonly speakers: readonly Speaker[];
  /** How many turns have a timestamp, and how many there are. */
  readonly timestamps: number;
  readonly turns: number;
  /** A language tag; undefined where the text does not tell. */
  readonly language: string | undefined;
  /** Where it was exported from; undefined for a document that is none of ours. */
  readonly exported: ExportedFrom | undefined;
  /** What was not understood, with the line of the file or the paragraph of the document. */
  readonly warnings: readonly Problem[];
}
