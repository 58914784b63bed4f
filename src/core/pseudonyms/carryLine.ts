import { selectQuote } from '../coding/coding';
import { isOffset } from '../text/jsonLines';
import type { Range } from '../text/range';
import { changeJsonValues, type JsonValue } from './jsonValues';
import type { NameParts } from './nameParts';
import type { NameTable } from './nameTable';
import type { ShiftedRanges } from './shiftedRange';

type Line = Readonly<Record<string, unknown>>;

/** A transcript before and after names were replaced in it. */
export interface CarriedText {
  readonly before: string;
  readonly after: string;
  readonly shifted: ShiftedRanges;
}

/** What lines of one log are carried along with. */
export interface LineCarrier {
  readonly table: NameTable;
  readonly parts: NameParts;
  /** Undefined where the transcript is missing, and for files that are about none. */
  readonly text: CarriedText | undefined;
  /** Where the coding of a line that holds now stands in the transcript as it was, also where its words were edited. */
  readonly placeOf: (line: Line) => Range | undefined;
  /** What marks the definitions of codes, before and after. */
  readonly marks: ReadonlyMap<string, string>;
}

/**
 * A line of a log (of codings, reviews or progress) with every name in it replaced. Positions, quote and context
 * follow the passage in its transcript; ids that hold no name, times and the way the line is written stay.
 */
export function carryLine(line: string, carrier: LineCarrier): string {
  const record = recordOf(line);
  if (!record) return carrier.table.replace(line);
  const passage = passageOf(record, carrier);
  return changeJsonValues(line, (value) => passage.get(value.key ?? '') ?? carryValue(value, carrier));
}

function carryValue({ key, value }: JsonValue, { table, parts, text, marks }: LineCarrier): string | number {
  if (typeof value === 'number') {
    if (!text || !isOffset(value) || (key !== 'start' && key !== 'end')) return value;
    return text.shifted.of({ start: value, end: value })[key];
  }
  if (key === 'defined') return marks.get(value) ?? value;
  if (key === 'prefix') return table.replace(parts.withoutTail(value));
  if (key === 'suffix') return table.replace(parts.withoutHead(value));
  return table.replace(value);
}

/** Where the line's passage now stands and what it says, as far as its transcript tells; by the line's keys. */
function passageOf(record: Line, { text, placeOf }: LineCarrier): ReadonlyMap<string, string | number> {
  const { start, end, quote } = record;
  if (!text || !isOffset(start) || !isOffset(end)) return new Map();
  const isHere = end > start && text.before.slice(start, end) === quote;
  const place = placeOf(record) ?? (isHere ? { start, end } : undefined);
  if (!place) return new Map();
  const passage = selectQuote(text.after, text.shifted.of(place));
  return new Map(Object.entries(passage));
}

function recordOf(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}
