import type { Range } from '../text/range';
import { interviewerTest } from './interviewers';
import { findLabels } from './labels';
import type { Turn } from './transcript';

/**
 * Splits a transcript's body into turns. A turn begins at a line that starts with a speaker's label,
 * `Name:` or `[00:12:03] Name:`, in Markdown `**Name:**` too, and runs until the next.
 * @param bodyStart the offset after the front matter
 * @param interviewers the speakers that the front matter names as interviewers, or undefined for the usual ones
 */
export function parseTurns(
  text: string,
  bodyStart: number,
  interviewers: readonly string[] | undefined,
): Turn[] {
  const labels = findLabels(text, bodyStart);
  const isInterviewer = interviewerTest(
    interviewers,
    labels.map(({ speaker }) => speaker),
  );
  const turns: Turn[] = [];
  const first = labels[0]?.start ?? text.length;
  if (text.slice(bodyStart, first).trim() !== '') {
    turns.push(makeTurn(text, { start: bodyStart, end: bodyStart }, first, undefined, false, undefined));
  }
  labels.forEach((label, index) => {
    const end = labels[index + 1]?.start ?? text.length;
    turns.push(makeTurn(text, label, end, label.speaker, isInterviewer(label.speaker), label.time));
  });
  return turns;
}

function makeTurn(
  text: string,
  label: Range,
  end: number,
  speaker: string | undefined,
  interviewer: boolean,
  time: number | undefined,
): Turn {
  return {
    start: label.start,
    end,
    label: { start: label.start, end: label.end },
    speech: trimRange(text, label.end, end),
    speaker,
    interviewer,
    time,
  };
}

/** The range without the white space at its ends. */
export function trimRange(text: string, start: number, end: number): Range {
  const slice = text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}
