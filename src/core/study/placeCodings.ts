import { sameItems } from '../cache/same';
import type { Anchors } from '../coding/anchoring/anchors';
import { type AnchoredCoding, type Coding, isPlaced } from '../coding/coding';
import { compareStrings } from '../text/compare';
import { detach } from '../text/detach';
import { LineIndex } from '../text/lineIndex';

/** A coding with the files it stands in. */
export interface PlacedCoding extends AnchoredCoding {
  readonly transcript: string;
  readonly log: string;
  /** The passage where it now stands; the original words of a coding that has no place. */
  readonly text: string;
  /** The line on which it begins, counted from 1; undefined where it has no place. */
  readonly line: number | undefined;
}

/** What a log says at present. */
interface CodingsOfLog {
  readonly path: string;
  readonly current: readonly Coding[];
}

/** The codings of an open transcript as they last stood. */
interface Standing {
  readonly codings: readonly PlacedCoding[];
  /** Whether the text is the one in which they stand: it has not changed since. */
  readonly isPresent: boolean;
}

/** Places the codings of transcripts. Of open ones, what stands as it did before stays the very same. */
export class CodingPlacer {
  readonly #standing = new Map<string, Standing>();
  /** How often a text has changed. */
  #changes = 0;

  constructor(private readonly anchors: Anchors) {}

  /** The codings of some logs, all those of one transcript, where they stand in its text, by place. */
  async place(
    transcript: string,
    text: string,
    logs: readonly CodingsOfLog[],
    isOpen: boolean,
  ): Promise<readonly PlacedCoding[]> {
    const before = isOpen ? this.#standing.get(transcript) : undefined;
    const changes = this.#changes;
    const standing =
      (before?.isPresent ? this.#withMore(transcript, text, logs, before.codings) : undefined) ??
      (await this.#placeAll(transcript, text, logs, isOpen));
    const codings = asKnown(standing.codings, before?.codings ?? []);
    if (isOpen && changes === this.#changes) this.#standing.set(transcript, { ...standing, codings });
    return codings;
  }

  /** Hears that the text of an open transcript has changed. */
  change(transcript: string): void {
    this.#changes++;
    const before = this.#standing.get(transcript);
    if (before) this.#standing.set(transcript, { ...before, isPresent: false });
  }

  /** Hears that a transcript is no longer open. */
  close(transcript: string): void {
    this.#changes++;
    this.#standing.delete(transcript);
  }

  async #placeAll(
    transcript: string,
    text: string,
    logs: readonly CodingsOfLog[],
    isOpen: boolean,
  ): Promise<Standing> {
    const all = logs.flatMap(({ current, path }) => current.map((coding) => ({ coding, path })));
    const codings = all.map(({ coding }) => coding);
    const anchored = await this.anchors.place(transcript, text, codings, isOpen);
    const tell = teller(text, transcript);
    return {
      codings: anchored.map((one, index) => tell(one, all[index]!.path)).sort(compareCodings),
      isPresent: true,
    };
  }

  /** Places only codings that came since; undefined where how these stand may depend on the others. */
  #withMore(
    transcript: string,
    text: string,
    logs: readonly CodingsOfLog[],
    before: readonly PlacedCoding[],
  ): Standing | undefined {
    const come = new Map<Coding, string>();
    for (const { current, path } of logs) for (const coding of current) come.set(coding, path);
    const stayed = before.filter((one) => come.get(one.coding) === one.log && come.delete(one.coding));
    const anchored = this.anchors.placeMore(transcript, text, [...come.keys()]);
    if (!anchored) return undefined;
    const tell = teller(text, transcript);
    const more = anchored.map((one) => tell(one, come.get(one.coding)!));
    return { codings: [...stayed, ...more].sort(compareCodings), isPresent: true };
  }
}

/** Codings with those that stand as before in the place of what is the same; where all do, the list of before. */
function asKnown(now: readonly PlacedCoding[], before: readonly PlacedCoding[]): readonly PlacedCoding[] {
  if (before.length === 0) return now;
  if (sameItems(now, before)) return before;
  const known = new Map<Coding, PlacedCoding>();
  for (const one of before) known.set(one.coding, one);
  const all = now.map((one) => {
    const old = known.get(one.coding);
    return old && standsAlike(old, one) ? old : one;
  });
  return sameItems(all, before) ? before : all;
}

/** Tells of anchored codings of a text what they now say and where. */
function teller(text: string, transcript: string): (anchored: AnchoredCoding, log: string) => PlacedCoding {
  let lines: LineIndex | undefined;
  return (anchored, log) => {
    const { start, end, coding, anchor } = anchored;
    const { quote } = coding;
    const placed = isPlaced(anchored);
    const isVerbatim = !placed || (end - start === quote.length && text.startsWith(quote, start));
    lines ??= new LineIndex(text);
    return {
      coding,
      start,
      end,
      anchor,
      transcript,
      log,
      text: isVerbatim ? quote : detach(text.slice(start, end)),
      line: placed ? lines.positionAt(start).line + 1 : undefined,
    };
  };
}

function standsAlike(a: PlacedCoding, b: PlacedCoding): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.anchor === b.anchor &&
    a.text === b.text &&
    a.line === b.line &&
    a.log === b.log
  );
}

function compareCodings(a: PlacedCoding, b: PlacedCoding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compareStrings(a.coding.by, b.coding.by) ||
    compareStrings(a.coding.code, b.coding.code) ||
    compareStrings(a.coding.id, b.coding.id) ||
    compareStrings(a.log, b.log)
  );
}
