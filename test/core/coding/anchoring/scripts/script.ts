import type { Coding } from '../../../../../src/core/coding/coding';
import { seeded, shuffled } from '../../../../../src/core/random';
import type { Range } from '../../../../../src/core/text/range';
import { codingOf } from '../../../support/codings';
import { operations } from './operations';
import { Draw, sentences, turns, words } from './places';
import { TrackedText } from './trackedText';

/** A transcript, and the codings that it has. */
export interface Interview {
  readonly path: string;
  readonly text: string;
  readonly codings: readonly Coding[];
}

/** A random edit script that was carried out on a transcript, and the codings to look for. */
export interface Script {
  readonly seed: number;
  readonly path: string;
  /** The names of the operations, in order. */
  readonly operations: readonly string[];
  readonly tracked: TrackedText;
  readonly codings: readonly Coding[];
}

/** How many of the codings that the transcript has are looked for, and how many new ones. */
const existing = 12;
const drawnAnew = 3;
const mostOperations = 8;
const drawnPrefix = 'drawn-';
/** How often an edit is put near a coding. */
const nearCodings = 0.35;

/** The script of a seed: always the same. */
export function scriptOf(interviews: readonly Interview[], seed: number): Script {
  const random = seeded(seed);
  const draw = new Draw(random);
  const { path, text, codings } = draw.one(interviews);
  const form = draw.one([undefined, undefined, undefined, 'NFC', 'NFD'] as const);
  const tracked = new TrackedText(form ? text.normalize(form) : text);
  const own = tracked.first === text ? codings : [];
  const known = shuffled(own, random).slice(0, existing);
  const drawn = shuffled(drawCodings(tracked.first, draw), random).slice(0, drawnAnew);
  const looked = [...new Map([...known, ...drawn].map((one) => [`${one.start}:${one.end}`, one])).values()];
  const near = () => {
    if (looked.length === 0 || !draw.chance(nearCodings)) return undefined;
    const { start, end } = draw.one(looked);
    return offsetNow(tracked, draw.one([start, end]) + draw.number(-40, 40));
  };
  const done: string[] = [];
  const count = draw.number(1, mostOperations);
  for (let step = 0; step < count; step++) {
    const operation = draw.one(operations);
    operation(tracked, { draw, texts: textsOf(interviews), own: text, near });
    done.push(operation.name);
  }
  return { seed, path, operations: done, tracked, codings: looked };
}

const texts = new WeakMap<readonly Interview[], readonly string[]>();

/** The texts of a study that have sentences to take, found once. */
function textsOf(interviews: readonly Interview[]): readonly string[] {
  const known = texts.get(interviews);
  if (known) return known;
  const found = interviews.map(({ text }) => text).filter((text) => sentences(text).length > 5);
  texts.set(interviews, found);
  return found;
}

/** Where a letter of the first text is about now. */
function offsetNow({ letters }: TrackedText, origin: number): number | undefined {
  let offset = 0;
  for (const letter of letters) {
    if (letter.copy === 0 && letter.origin !== undefined && Math.abs(letter.origin - origin) < 3)
      return offset;
    offset += letter.text.length;
  }
  return undefined;
}

/** Codings of every kind that people make: a word, a repeated phrase, a sentence, a turn, across turns. */
function drawCodings(text: string, draw: Draw): Coding[] {
  const allWords = words(text);
  const from = draw.number(0, allWords.length - 1);
  const phrase = (first: number, count: number): Range => ({
    start: allWords[first]!.start,
    end: allWords[Math.min(allWords.length - 1, first + count - 1)]!.end,
  });
  const turn = draw.one(turns(text));
  const next = turns(text).find(({ start }) => start === turn.end) ?? turn;
  const speech = turn && { start: text.indexOf(': ', turn.start) + 2, end: turn.end - 1 };
  const across = turn && {
    start:
      words(text).find(({ start }) => start >= turn.start + (turn.end - turn.start) / 2)?.start ?? turn.start,
    end: words(text).findLast(({ end }) => end <= next.start + (next.end - next.start) / 2)?.end ?? next.end,
  };
  const ranges = [
    draw.one(allWords),
    phrase(from, draw.number(2, 3)),
    phrase(draw.number(0, allWords.length - 1), draw.number(4, 15)),
    repeated(text, allWords, 1, draw),
    repeated(text, allWords, 2, draw),
    draw.one(sentences(text)),
    turn,
    speech,
    across,
  ];
  return ranges
    .filter(
      (range) => range && range.start < range.end && /[\p{L}\p{N}]/u.test(text.slice(range.start, range.end)),
    )
    .map((range, index) => codingOf(text, range!.start, range!.end, { id: `${drawnPrefix}${index}` }));
}

/** Whether a coding was drawn for a script, and is not one that the study has. */
export function isDrawn({ id }: Coding): boolean {
  return id.startsWith(drawnPrefix);
}

/** Some words that stand in the text more than once. */
function repeated(text: string, all: readonly Range[], count: number, draw: Draw): Range | undefined {
  for (let left = 20; left > 0; left--) {
    const first = draw.number(0, Math.max(0, all.length - count));
    const [start, end] = [all[first]!.start, all[Math.min(all.length, first + count) - 1]!.end];
    const said = text.slice(start, end);
    const other = text.indexOf(said);
    if (other !== start || text.indexOf(said, start + 1) !== -1) return { start, end };
  }
  return undefined;
}
