import { isSpeaker, labelText, speakerName } from '../transcripts/labelText';
import { parseTime } from '../transcripts/times';
import { joined, type Marked } from './flow';

type Rows = readonly (readonly Marked[])[];

interface Columns {
  readonly time: number | undefined;
  readonly speaker: number;
}

/**
 * The lines of a table. Where it has a column with who speaks (and one with when), each row is a turn; otherwise
 * the cells of a row stand one after the other.
 */
export function tableLines(rows: Rows): Marked[] {
  const columns = columnsOf(rows);
  return rows.map((row) => {
    const turn = columns && turnOf(row, columns);
    return (
      turn ??
      joined(
        row.filter(({ text, marks }) => text.trim() !== '' || marks.length > 0),
        '\t',
      )
    );
  });
}

function columnsOf(rows: Rows): Columns | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2 || width > 6) return undefined;
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index]?.text.trim() ?? '').filter((text) => text !== ''),
  );
  const time = columns.findIndex((texts) => texts.filter(isTime).length > texts.length / 2);
  const speaker = columns.findIndex((texts, index) => index !== time && index < width - 1 && areNames(texts));
  return speaker === -1 ? undefined : { time: time === -1 ? undefined : time, speaker };
}

function isTime(text: string): boolean {
  return parseTime(text.replace(/^[[(]|[\])]$/g, '')) !== undefined;
}

/** Short, no sentences, and some of them come back. */
function areNames(texts: readonly string[]): boolean {
  const names = texts.map(nameIn);
  return (
    texts.length > 1 &&
    names.every(
      (name) => name.length <= 40 && !/[\n.?!]$|\n/.test(name) && isSpeaker(speakerName(name, false), false),
    ) &&
    new Set(names).size < names.length
  );
}

function nameIn(text: string): string {
  return text.replace(/\s*:\s*$/, '').trim();
}

/** Undefined for rows that name nobody, and for a row with headings. */
function turnOf(row: readonly Marked[], { time, speaker }: Columns): Marked | undefined {
  const name = nameIn(row[speaker]?.text ?? '');
  const when = time === undefined ? undefined : (row[time]?.text.trim() ?? '');
  if (name === '' || (when !== undefined && when !== '' && !isTime(when))) return undefined;
  const seconds = when === undefined ? undefined : parseTime(when.replace(/^[[(]|[\])]$/g, ''));
  const label = `${labelText(speakerName(name, seconds !== undefined), seconds)} `;
  const said = joined(
    row.filter((_, index) => index !== time && index !== speaker),
    ' ',
  );
  const before = row.filter((_, index) => index === time || index === speaker).flatMap(({ marks }) => marks);
  return joined(
    [{ text: label, marks: before.map((mark) => ({ ...mark, offset: label.length })) }, said],
    '',
  );
}
