import type { Range } from '../text/range';
import type { Turn } from './transcript';

const defaultInterviewers = ['i', 'int', 'interviewer'];

// [00:12:03] **Name:** …  The label's words are judged below; a line like "Let op: …" is no label by itself.
const labelLine =
  /^[ \t]*(?:[[(]?(\d{1,2}(?::\d{2}){1,2})(?:[.,]\d+)?[\])]?[ \t]+)?(?:\*\*|__)?(\p{L}[^:\n*_]{0,39}?|\p{N}{1,3})(?:\*\*|__)?[ \t]?:(?:\*\*|__)?(?=\s|$)/gmu;

interface Label extends Range {
  readonly speaker: string;
  readonly time: number | undefined;
}

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
  const isInterviewer = interviewerTest(interviewers);
  const labels = findLabels(text, bodyStart);
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

function findLabels(text: string, bodyStart: number): Label[] {
  const candidates: (Label & { sure: boolean })[] = [];
  const count = new Map<string, number>();
  labelLine.lastIndex = bodyStart;
  for (let match = labelLine.exec(text); match; match = labelLine.exec(text)) {
    const speaker = match[2]!.trim();
    const time = match[1] === undefined ? undefined : seconds(match[1]);
    count.set(speaker, (count.get(speaker) ?? 0) + 1);
    const sure = time !== undefined || readsAsName(speaker);
    candidates.push({ start: match.index, end: match.index + match[0].length, speaker, time, sure });
  }
  return candidates.filter(
    ({ speaker, sure }) => sure || (count.get(speaker)! > 1 && wordCount(speaker) < 5),
  );
}

/** One word with a capital, or several of which each but particles (van, de) has one: a name, not a sentence. */
function readsAsName(speaker: string): boolean {
  const words = speaker.split(/\s+/);
  if (words.length > 4) return false;
  return words.every(
    (word, index) =>
      /^[\p{Lu}\p{N}(&]/u.test(word) || (index > 0 && /^(?:van|de|der|den|ten|ter|te|het|’t|'t)$/.test(word)),
  );
}

function wordCount(text: string): number {
  return text.split(/\s+/).length;
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

function interviewerTest(named: readonly string[] | undefined): (speaker: string) => boolean {
  if (named) {
    const names = new Set(named.map(labelKey));
    return (speaker) => names.has(labelKey(speaker));
  }
  return (speaker) => defaultInterviewers.includes(labelKey(speaker).replace(/[ ]?\d+$/, ''));
}

function labelKey(speaker: string): string {
  return speaker.trim().replace(/\.$/, '').toLowerCase();
}

function seconds(timestamp: string): number {
  return timestamp.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
