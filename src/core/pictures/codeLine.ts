import { isPlaced } from '../coding/coding';
import { coderOf, consensusCoder } from '../coding/paths';
import { oneLine } from '../report/blocks';
import type { Range } from '../text/range';
import { type Transcript, turnAt } from '../transcript/transcript';
import { wordOffsets } from '../transcript/wordCount';
import { type Material, pictureCodes } from './material';
import type { CodeLine, CodeMark } from './model';

/**
 * Where in an interview which code falls.
 * @param material that of this transcript
 */
export function codeLineOf(material: Material, path: string, transcript: Transcript | undefined): CodeLine {
  const { labels, codes, codebook, quotes, transcripts } = material;
  const placed = transcripts.flatMap(({ counted }) => counted).filter(isPlaced);
  const codeOf = (id: string) => codebook.byId.get(id)?.id ?? id;
  const used = new Set(placed.map(({ coding }) => codeOf(coding.code)));
  const shown = codes.filter(({ code }) => used.has(code));
  const row = new Map(shown.map(({ code }, index) => [code, index]));
  const ruler = new WordRuler(transcript);
  const lost = quotes.length - placed.length;
  const questions = (transcript?.turns ?? []).filter(({ interviewer }) => interviewer);
  return {
    kind: 'code-line',
    language: material.language,
    title: labels.titles.codeLine(oneLine(path.slice(path.lastIndexOf('/') + 1))),
    caption: [
      labels.codeLineExplained(placed.length, ruler.words),
      ...(questions.length > 0 ? [labels.questionsExplained] : []),
      ...material.whoseCodings,
      ...(lost > 0 ? [labels.lostLeftOut(lost)] : []),
    ],
    empty: !transcript ? labels.noTranscript : placed.length === 0 ? labels.nothingPlaced : null,
    transcript: path,
    words: ruler.words,
    rows: pictureCodes(
      shown,
      material,
      ({ code }) => placed.filter(({ coding }) => codeOf(coding.code) === code).length,
    ),
    marks: placed.map((one): CodeMark => {
      const coder = coderOf(one);
      const time = transcript && turnAt(transcript, one.start)?.time;
      return {
        row: row.get(codeOf(one.coding.code))!,
        ...ruler.span(one),
        coder: coder === consensusCoder ? labels.consensus : oneLine(coder),
        time: time === undefined ? '' : clock(time),
        log: one.log,
        id: one.coding.id,
      };
    }),
    questions: questions.map(({ speech }) => ruler.span(speech)),
    times: timesOf(transcript, ruler),
  };
}

function timesOf(transcript: Transcript | undefined, ruler: WordRuler): CodeLine['times'] {
  return (transcript?.turns ?? []).flatMap(({ start, time }) =>
    time === undefined ? [] : [{ word: ruler.before(start), time: clock(time) }],
  );
}

/** `1:02:03` or `2:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** Turns offsets of a transcript into numbers of words. */
class WordRuler {
  readonly #starts: readonly number[];

  constructor(transcript: Transcript | undefined) {
    // Speech only: labels and time stamps are no words of anybody.
    this.#starts = (transcript?.turns ?? []).flatMap(({ speech }) =>
      wordOffsets(transcript!.text, speech.start, speech.end),
    );
  }

  get words(): number {
    return this.#starts.length;
  }

  /** How many words begin before an offset. */
  before(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words that begin in a range; where none does, the one that it is in. */
  span({ start, end }: Range): Range {
    const to = this.before(end);
    return { start: Math.min(this.before(start), Math.max(0, to - 1)), end: to };
  }
}
