import type { Range } from '../../text/range';
import { type BinaryTable, tableOfTotals } from './contingency';

/** The ranges in the order of the text, with those that overlap made one; ranges that only touch stay apart. */
export function unionOf(ranges: readonly Range[]): Range[] {
  const union: Range[] = [];
  for (const { start, end } of ranges.filter(isNotEmpty).sort(inOrder)) {
    const last = union.at(-1);
    if (last !== undefined && start < last.end)
      union[union.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else union.push({ start, end });
  }
  return union;
}

/** The numbers of the units of which a range covers any part; units in order, without overlap, gaps allowed. */
export function unitsTouched(units: readonly Range[], ranges: readonly Range[]): number[] {
  const touched: number[] = [];
  let next = 0;
  for (const range of unionOf(ranges)) {
    next = firstEndingAfter(units, range.start, next);
    while (next < units.length && units[next]!.start < range.end) touched.push(next++);
  }
  return touched;
}

/** Compares, character by character, what two coders marked on a text of `length` characters. */
export function tableOfCharacters(
  first: readonly Range[],
  second: readonly Range[],
  length: number,
): BinaryTable {
  const ones = unionOf(first);
  const others = unionOf(second);
  return tableOfTotals(sharedLength(ones, others), lengthOf(ones), lengthOf(others), length);
}

/** Orders ranges by where they start, then by where they end. */
export function inOrder(one: Range, other: Range): number {
  return one.start - other.start || one.end - other.end;
}

function isNotEmpty({ start, end }: Range): boolean {
  return start < end;
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

function sharedLength(ones: readonly Range[], others: readonly Range[]): number {
  let length = 0;
  for (let one = 0, other = 0; one < ones.length && other < others.length; ) {
    const a = ones[one]!;
    const b = others[other]!;
    length += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) one++;
    else other++;
  }
  return length;
}

/** The first unit, from a given one on, that ends after an offset. */
function firstEndingAfter(units: readonly Range[], offset: number, from: number): number {
  let low = from;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
