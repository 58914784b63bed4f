import type { Range } from '../text/range';

/** What the front matter of a transcript says; keys beyond these are the researcher's own and left alone. */
export interface FrontMatter {
  readonly case: string | undefined;
  readonly organization: string | undefined;
  readonly participant: string | undefined;
  readonly role: string | undefined;
  readonly interviewers: readonly string[] | undefined;
  readonly date: string | undefined;
  readonly language: string | undefined;
}

/** One turn: from its label to where the next turn begins. All ranges are offsets of the transcript's text. */
export interface Turn extends Range {
  /** Undefined for text before the first label. */
  readonly speaker: string | undefined;
  readonly interviewer: boolean;
  /** The label with its timestamp and colon; empty where there is none. */
  readonly label: Range;
  /** What was said, without surrounding white space. */
  readonly speech: Range;
  /** Seconds from the start of the recording. */
  readonly time: number | undefined;
}

/** A transcript's text (line ends `\n`, no byte order mark) and its parts. */
export interface Transcript {
  /** Relative to the study, `transcripts/<case>/<name>`. */
  readonly path: string;
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** Where the front matter's values stand, by key, for messages. */
  readonly frontMatterRanges: ReadonlyMap<string, Range>;
  /** The front matter with its fences; empty where there is none. */
  readonly head: Range;
  readonly turns: readonly Turn[];
}

/** The ranges in which terms are looked for: what respondents said. */
export function respondentSpeech(transcript: Transcript): Range[] {
  return transcript.turns.filter((turn) => !turn.interviewer).map((turn) => turn.speech);
}

/** The turn that holds an offset; undefined in the front matter. */
export function turnAt(transcript: Transcript, offset: number): Turn | undefined {
  let low = 0;
  let high = transcript.turns.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const turn = transcript.turns[middle]!;
    if (offset < turn.start) high = middle - 1;
    else if (offset >= turn.end && middle < transcript.turns.length - 1) low = middle + 1;
    else return offset <= turn.end ? turn : undefined;
  }
  return undefined;
}

/** The case that a transcript belongs to: its front matter's, else the folder it lies in. */
export function caseOf(transcript: Transcript): string | undefined {
  return transcript.frontMatter.case ?? folderCase(transcript.path);
}

/** The case named by the folder of a transcript path; undefined for a file right below `transcripts/`. */
export function folderCase(path: string): string | undefined {
  const parts = path.split('/');
  return parts.length > 2 ? parts[1] : undefined;
}
