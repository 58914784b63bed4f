import type { Range } from '../../../../../src/core/text/range';
import { type Draw, drawNear, labels, lines, sentences, turns, words } from './places';
import { type Change, lettersOf, type TrackedText } from './trackedText';

/** What a script's operations draw from. */
interface Sources {
  readonly draw: Draw;
  /** Texts of the study, from which new words are taken. */
  readonly texts: readonly string[];
  /** The transcript before the script. */
  readonly own: string;
  /** An offset in the present text near which to edit; undefined for anywhere. */
  readonly near: (tracked: TrackedText) => number | undefined;
}

/** One thing a person may do to a transcript; it does nothing where the text has no place for it. */
export type Operation = (tracked: TrackedText, sources: Sources) => void;

function insertWords(tracked: TrackedText, sources: Sources): void {
  const place = word(tracked, sources);
  if (!place) return;
  const fresh = newWords(sources, sources.draw.number(1, 5));
  const isBefore = sources.draw.chance(0.5);
  const at = isBefore ? place.start : place.end;
  type(tracked, sources, at, isBefore ? `${fresh} ` : ` ${fresh}`);
}

function insertSentence(tracked: TrackedText, sources: Sources): void {
  const place = drawNear(sources.draw, sentences(tracked.text), sources.near(tracked));
  if (!place) return;
  const fresh = newSentence(sources);
  if (sources.draw.chance(0.5)) replace(tracked, { start: place.end, end: place.end }, ` ${fresh}`);
  else replace(tracked, { start: place.start, end: place.start }, `${fresh} `);
}

function insertTurns(tracked: TrackedText, sources: Sources): void {
  const place = drawNear(sources.draw, turns(tracked.text), sources.near(tracked));
  if (!place) return;
  const fresh = sources.draw.chance(0.3)
    ? 'I: Ja.\nR: Ja.\n'
    : `I: ${newSentence(sources)}\nR: ${newSentence(sources)} ${newSentence(sources)}\n`;
  replace(tracked, { start: place.start, end: place.start }, fresh);
}

function insertEmoji(tracked: TrackedText, sources: Sources): void {
  const place = word(tracked, sources);
  if (place)
    replace(tracked, { start: place.start, end: place.start }, sources.draw.one(['😀 ', '👩‍⚕️ ', '❤️', '𝒳 ']));
}

function typeLetter(tracked: TrackedText, sources: Sources): void {
  const place = word(tracked, sources);
  if (!place) return;
  const at = tracked.letterStart(sources.draw.number(place.start, place.end));
  replace(tracked, { start: at, end: at }, sources.draw.one([...'aenrst']));
}

function deleteLetter(tracked: TrackedText, sources: Sources): void {
  const place = word(tracked, sources);
  if (!place) return;
  const start = tracked.letterStart(sources.draw.number(place.start, place.end - 1));
  const length = lettersOf(tracked.text.slice(start, place.end))[0]!.length;
  replace(tracked, { start, end: start + length }, '');
}

function deleteWords(tracked: TrackedText, sources: Sources): void {
  const range = severalWords(tracked, sources, sources.draw.number(1, 6));
  if (!range) return;
  const spaceAfter = tracked.text[range.end] === ' ' ? 1 : 0;
  replace(tracked, { start: range.start, end: range.end + spaceAfter }, '');
}

function deleteBlock(tracked: TrackedText, sources: Sources): void {
  const range = block(tracked, sources);
  if (range && range.end - range.start < tracked.text.length / 2) replace(tracked, range, '');
}

function replaceWords(tracked: TrackedText, sources: Sources): void {
  const range = severalWords(tracked, sources, sources.draw.number(1, 3));
  if (!range) return;
  const fresh = newWords(sources, sources.draw.number(1, 3));
  if (fresh !== tracked.text.slice(range.start, range.end)) replace(tracked, range, fresh);
}

function replaceSentence(tracked: TrackedText, sources: Sources): void {
  const range = drawNear(sources.draw, sentences(tracked.text), sources.near(tracked));
  if (range) replace(tracked, range, newSentence(sources));
}

/** A name is replaced wherever it stands. */
function pseudonymize(tracked: TrackedText, sources: Sources): void {
  const { text } = tracked;
  const names = words(text).filter(({ start, end }) => /^\p{Lu}\p{Ll}{2,}/u.test(text.slice(start, end)));
  const drawn = drawNear(sources.draw, names, sources.near(tracked));
  if (!drawn) return;
  const name = text.slice(drawn.start, drawn.end);
  const pseudonym = sources.draw.one(['P1', '[naam]', 'Mevrouw X', 'XXX']);
  const same = names.filter(({ start, end }) => text.slice(start, end) === name);
  tracked.change(same.map(({ start, end }) => ({ start, end, by: pseudonym })));
}

/** What is cut is pasted before something else, in two steps or in one. */
function move(tracked: TrackedText, sources: Sources): void {
  const range = block(tracked, sources);
  if (!range) return;
  const target = targetFor(tracked, sources, range);
  if (target === undefined) return;
  const moved = tracked.cut(range.start, range.end);
  const gone: Change = { ...range, by: '' };
  if (sources.draw.chance(0.5)) {
    const put: Change = { start: target, end: target, by: moved };
    tracked.change(target <= range.start ? [put, gone] : [gone, put]);
    return;
  }
  tracked.change([gone]);
  const at = target <= range.start ? target : target - (range.end - range.start);
  tracked.change([{ start: at, end: at, by: moved }]);
}

/** A copy is put before or after the block it was made of, or elsewhere. */
function duplicate(tracked: TrackedText, sources: Sources): void {
  const range = block(tracked, sources);
  if (!range) return;
  const beside = sources.draw.one([range.start, range.end]);
  const target = sources.draw.chance(0.6) ? beside : targetFor(tracked, sources, range);
  if (target === undefined) return;
  tracked.copy(range.start, range.end, target);
}

function splitTurn(tracked: TrackedText, sources: Sources): void {
  const place = word(tracked, sources);
  if (!place) return;
  const between = sources.draw.one([
    '\nI: ',
    '\nR: ',
    '\nI: Echt waar?\nR: ',
    '\n\n',
    '\n[00:10:00] I: Hm.\n[00:10:02] R: ',
  ]);
  const before = tracked.text[place.start - 1] === ' ' ? 1 : 0;
  replace(tracked, { start: place.start - before, end: place.start }, between);
}

function joinTurns(tracked: TrackedText, sources: Sources): void {
  const all = labels(tracked.text);
  const range = drawNear(sources.draw, all.slice(1), sources.near(tracked));
  if (range) replace(tracked, { start: range.start - 1, end: range.end }, ' ');
}

function renameSpeakers(tracked: TrackedText, sources: Sources): void {
  const { text } = tracked;
  const all = labels(text).map((range) => {
    const start = text.slice(range.start, range.end).lastIndexOf('] ');
    return { start: start === -1 ? range.start : range.start + start + 2, end: range.end - 2 };
  });
  if (all.length === 0) return;
  const one = sources.draw.one(all);
  const speaker = text.slice(one.start, one.end);
  const fresh = sources.draw.one([
    'Interviewer',
    'Verpleegkundige',
    'P03',
    'I',
    'R',
    'Mevr. De Vries-Jansen',
  ]);
  const same = all.filter(({ start, end }) => text.slice(start, end) === speaker);
  if (fresh !== speaker) tracked.change(same.map(({ start, end }) => ({ start, end, by: fresh })));
}

/** Lines are broken anew, as another editor does, within paragraphs. */
function rewrap(tracked: TrackedText, sources: Sources): void {
  const { text } = tracked;
  const changes: Change[] = [];
  const body = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0;
  for (const { index } of text.slice(body).matchAll(/[ \n](?![\n[]|\p{L}[^\n]{0,30}:)/gu)) {
    const start = body + index;
    const by = text[start] === ' ' ? '\n' : ' ';
    if (sources.draw.chance(by === '\n' ? 0.06 : 0.7)) changes.push({ start, end: start + 1, by });
  }
  if (changes.length > 0) tracked.change(changes);
}

function removeTimes(tracked: TrackedText): void {
  const times = [...tracked.text.matchAll(/\[\d\d:\d\d:\d\d\] /g)];
  const changes = times.map(({ 0: time, index }) => ({ start: index, end: index + time.length, by: '' }));
  if (changes.length > 0) tracked.change(changes);
}

function normalize(tracked: TrackedText, sources: Sources): void {
  tracked.normalize(sources.draw.one(['NFC', 'NFD']));
}

/** Every operation, those that people do most more than once. */
export const operations: readonly Operation[] = [
  insertWords,
  insertWords,
  insertSentence,
  insertTurns,
  insertEmoji,
  typeLetter,
  deleteLetter,
  deleteWords,
  deleteWords,
  deleteBlock,
  deleteBlock,
  replaceWords,
  replaceWords,
  replaceSentence,
  pseudonymize,
  move,
  move,
  duplicate,
  duplicate,
  splitTurn,
  joinTurns,
  renameSpeakers,
  rewrap,
  removeTimes,
  normalize,
];

function replace(tracked: TrackedText, { start, end }: Range, by: string): void {
  tracked.change([{ start, end, by }]);
}

/** Puts text in one step, or letter by letter as it is typed. */
function type(tracked: TrackedText, { draw }: Sources, at: number, text: string): void {
  const letters = draw.chance(0.3) ? lettersOf(text) : [text];
  let offset = at;
  for (const letter of letters) {
    replace(tracked, { start: offset, end: offset }, letter);
    offset += letter.length;
  }
}

function word(tracked: TrackedText, sources: Sources): Range | undefined {
  return drawNear(sources.draw, words(tracked.text), sources.near(tracked));
}

function severalWords(tracked: TrackedText, sources: Sources, count: number): Range | undefined {
  const all = words(tracked.text);
  const first = drawNear(sources.draw, all, sources.near(tracked));
  if (!first) return undefined;
  const last = all[Math.min(all.length - 1, all.indexOf(first) + count - 1)]!;
  return { start: first.start, end: last.end };
}

/** A sentence, line, turn, or several turns. */
function block(tracked: TrackedText, sources: Sources): Range | undefined {
  const { draw } = sources;
  const { text } = tracked;
  const kind = draw.one(['words', 'sentence', 'line', 'turn', 'turn', 'turns']);
  if (kind === 'words') return severalWords(tracked, sources, draw.number(1, 8));
  const all = kind === 'sentence' ? sentences(text) : kind === 'line' ? lines(text) : turns(text);
  const first = drawNear(draw, all, sources.near(tracked));
  if (!first || kind !== 'turns') return first;
  const last = all[Math.min(all.length - 1, all.indexOf(first) + draw.number(1, 3))]!;
  return { start: first.start, end: last.end };
}

/** Where a block may go: before another of its kind, outside itself. */
function targetFor(tracked: TrackedText, { draw }: Sources, range: Range): number | undefined {
  const { text } = tracked;
  const isLines = text[range.end - 1] === '\n';
  const places = isLines ? (draw.chance(0.5) ? turns(text) : lines(text)) : words(text);
  const targets = places.map(({ start }) => start).filter((at) => at < range.start || at > range.end);
  return draw.one(targets);
}

function newWords({ draw, texts }: Sources, count: number): string {
  const text = draw.one(texts);
  const all = words(text);
  const drawn = Array.from({ length: count }, () => draw.one(all));
  return drawn.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/** A sentence of another transcript, which the script's own does not say. */
function newSentence(sources: Sources): string {
  const { draw, texts, own } = sources;
  const text = draw.one(texts);
  const { start, end } = draw.one(sentences(text));
  const sentence = text.slice(start, end);
  return own.includes(sentence) ? newSentence(sources) : sentence;
}
