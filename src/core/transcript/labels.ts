import type { Range } from '../text/range';

/** A speaker's label at the beginning of a line, with its timestamp and colon. */
export interface Label extends Range {
  readonly speaker: string;
  /** Seconds from the start of the recording. */
  readonly time: number | undefined;
}

interface Candidate extends Label {
  /** Its timestamp, if any, stands in brackets, so it is no time of day in a sentence. */
  readonly stamped: boolean;
  /** What was said follows the colon without a space. */
  readonly tight: boolean;
}

const time = String.raw`\d{1,2}(?::\d{2}){1,2}`;
const fraction = String.raw`(?:[.,]\d+)?`;
const emphasis = String.raw`(?:\*{1,3}|_{1,2})?`;

// `[00:12:03] **Name:** …`, `Name (12:03): …`, or the timestamp on a line of its own before the label. Each part
// is bounded or followed by what it cannot itself match, so that a long line costs no more than its length.
const labelLine = new RegExp(
  [
    String.raw`^[^\S\n]*`,
    String.raw`(?:(?<open>[[(])?(?<before>${time})${fraction}[\])]?\s*)?`,
    emphasis,
    String.raw`(?<name>['’]?\p{L}[^:\n*]{0,39}?|\p{N}{1,3})`,
    emphasis,
    String.raw`(?:[^\S\n]?[[(](?<after>${time})${fraction}[\])])?`,
    String.raw`[^\S\n]?:${emphasis}`,
    String.raw`(?:(?=\s|$)|(?<tight>(?=[\p{L}"“„‘'’(…])))`,
  ].join(''),
  'muy',
);

/** Words before a colon that open a remark or a heading, not a turn. */
const remarks = new Set(
  [
    'let op, bijvoorbeeld, dus, kortom, namelijk, opmerking, conclusie, samenvatting, datum, locatie, plaats',
    'duur, onderwerp, titel, zie, nota bene, note, please note, for example, in short, so, remark, conclusion',
    'summary, date, location, place, duration, subject, topic, title, see',
  ].flatMap((line) => line.split(', ')),
);

const particle = /^(?:van|von|de|der|den|ten|ter|te|het|la|el|['’][ts])$/i;

/**
 * Finds the labels of a transcript's body. A line may begin with words and a colon for other reasons; it is
 * a label where the words read as a name, or where the same words come back on other lines.
 */
export function findLabels(text: string, bodyStart: number): Label[] {
  const candidates = findCandidates(text, bodyStart);
  const count = new Map<string, number>();
  for (const { speaker } of candidates) count.set(speaker, (count.get(speaker) ?? 0) + 1);
  const names = new Map([...count.keys()].map((speaker) => [speaker, nameOf(speaker)]));
  return candidates.filter((candidate) =>
    isLabel(candidate, names.get(candidate.speaker)!, count.get(candidate.speaker)! > 1),
  );
}

function findCandidates(text: string, bodyStart: number): Candidate[] {
  const candidates: Candidate[] = [];
  let from = bodyStart;
  // Whatever a label has before its colon, or its timestamp's, stands on the line of that: others need not be tried.
  for (let colon = text.indexOf(':', from); colon !== -1; colon = text.indexOf(':', from)) {
    const line = text.lastIndexOf('\n', colon) + 1;
    labelLine.lastIndex = line;
    const match = line < from ? null : labelLine.exec(text);
    if (match) candidates.push(candidateOf(match));
    from = match ? labelLine.lastIndex : lineEndOf(text, colon);
  }
  return candidates;
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function candidateOf({ index, groups, 0: all }: RegExpExecArray): Candidate {
  const { open, before, name, after, tight } = groups!;
  const timestamp = before ?? after;
  return {
    start: index,
    end: index + all.length,
    speaker: name!.trim(),
    time: timestamp === undefined ? undefined : seconds(timestamp),
    stamped: open !== undefined || after !== undefined,
    tight: tight !== undefined,
  };
}

/** How the words before a colon read. */
interface Name {
  readonly words: number;
  readonly isRemark: boolean;
  readonly readsAsName: boolean;
}

function nameOf(speaker: string): Name {
  const words = speaker.replace(/\s*\([^)]*\)/g, '').split(/\s+/);
  return {
    words: words.length,
    isRemark: remarks.has(speaker.toLowerCase()),
    readsAsName: readsAsName(words),
  };
}

function isLabel(
  { stamped, tight }: Candidate,
  { words, isRemark, readsAsName }: Name,
  repeated: boolean,
): boolean {
  if (isRemark) return false;
  if (tight) return repeated && readsAsName;
  return readsAsName || (stamped && words < 3) || (repeated && words < 5);
}

/** At most four words that each have a capital, but for particles (van, de) before the last: no sentence. */
function readsAsName(words: readonly string[]): boolean {
  const isCapitalized = (word: string) => /^[^\p{L}]*(?:[\p{Lu}\p{N}]|$)/u.test(word);
  return (
    words.filter((word) => !particle.test(word)).length <= 4 &&
    isCapitalized(words.at(-1)!) &&
    words.every((word) => isCapitalized(word) || particle.test(word))
  );
}

function seconds(timestamp: string): number {
  return timestamp.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
