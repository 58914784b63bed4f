import type { Problem } from '../problem';
import { ProblemList } from '../problem';
import { parseFrontMatter } from './frontMatter';
import type { Transcript } from './transcript';
import { parseTurns } from './turns';

/** A transcript and what is wrong with it. */
export interface ParsedTranscript {
  readonly transcript: Transcript;
  readonly problems: readonly Problem[];
}

/**
 * Reads a transcript, plain text or Markdown.
 * @param path relative to the study
 * @param text with `\n` line ends and no byte order mark
 */
export function parseTranscript(path: string, text: string): ParsedTranscript {
  const { frontMatter, head, ranges, problems } = parseFrontMatter(path, text);
  const turns = parseTurns(text, head.end, frontMatter.interviewers);
  const list = new ProblemList(path, text);
  if (text.trim() === '') list.add('file-empty', { start: 0, end: 0 });
  else if (!turns.some((turn) => turn.speaker !== undefined))
    list.add('transcript-no-turns', { start: head.end, end: head.end });
  return {
    transcript: { path, text, frontMatter, frontMatterRanges: ranges, head, turns },
    problems: [...problems, ...list.problems],
  };
}
