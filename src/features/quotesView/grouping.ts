import type { Codebook } from '../../core/codebook/codebook';
import { needsRepair } from '../../core/coding/repair';
import { verdicts } from '../../core/review/review';
import type { StudySettings } from '../../core/settings/settings';
import { groupBy } from '../../core/summary/groupBy';
import { compareStrings } from '../../core/text/compare';
import { countRows, isLost, isToAnswer, type QuoteRow, repairRowOf } from './quoteRow';

/** What quotes can be grouped by, in the order in which that is offered. */
export const groupings = ['code', 'case', 'organization', 'role', 'transcript', 'review'] as const;
export type Grouping = (typeof groupings)[number];

/** What groups are named and ordered by. */
export interface Names {
  readonly codebook: Codebook;
  readonly settings: StudySettings;
  /** Who is at the screen; undefined where nobody said. */
  readonly coder: string | undefined;
}

/** Quotes that belong together. `key` is the id of their code, case, … or their verdict; empty for those that have none. */
export interface QuoteGroup {
  readonly kind: 'group';
  /** Stays the same while groups come and go. */
  readonly id: string;
  readonly by: Grouping | 'repair' | 'page';
  /** Of a page, how many quotes stand before it. */
  readonly key: string;
  readonly parent: QuoteGroup | undefined;
  /** How many of its quotes count. */
  readonly count: number;
  readonly rows: readonly QuoteRow[];
  /** A group of too many quotes to be read in one go has groups in it. */
  readonly subgroups: readonly QuoteGroup[];
}

/** A group of more quotes than this has groups in it. */
const mostRows = 500;

/** The rows of a quote: where it belongs, unless it is lost, and among those to repair. */
export function rowsOf(row: QuoteRow): readonly QuoteRow[] {
  if (!needsRepair(row.coding)) return [row];
  return isLost(row) ? [repairRowOf(row)] : [row, repairRowOf(row)];
}

/** What the group of a row is grouped by, and its key. */
export function placeOf(row: QuoteRow, by: Grouping, names: Names): Pick<QuoteGroup, 'by' | 'key'> {
  return row.toRepair ? { by: 'repair', key: '' } : { by, key: keyOf(row, by, names) };
}

/** Some groups' keys, in the order of the codebook or the study. */
export function orderedKeys(keys: ReadonlySet<string>, by: Grouping, names: Names): string[] {
  const known = new Set(knownKeys(by, names).filter((key) => keys.has(key)));
  const others = [...keys].filter((key) => key !== '' && !known.has(key)).sort(compareStrings);
  return [...known, ...others, ...(keys.has('') ? [''] : [])];
}

/** The groups in a group of too many quotes: by transcript or by code, and pages of what is still too many. */
export function subgroupsOf(group: QuoteGroup, names: Names): QuoteGroup[] {
  const { by, rows, parent } = group;
  if (rows.length <= mostRows) return [];
  const inner = by === 'transcript' ? 'code' : 'transcript';
  const found = parent ? new Map<string, QuoteRow[]>() : groupBy(rows, (row) => keyOf(row, inner, names));
  if (found.size > 1) {
    const keys = orderedKeys(new Set(found.keys()), inner, names);
    return keys.map((key) => subgroup(inner, key, found.get(key)!, group, names));
  }
  const starts = Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, page) => page * mostRows);
  return starts.map((start) =>
    subgroup('page', String(start), rows.slice(start, start + mostRows), group, names),
  );
}

function subgroup(
  by: QuoteGroup['by'],
  key: string,
  rows: readonly QuoteRow[],
  parent: QuoteGroup,
  names: Names,
): QuoteGroup {
  const id = `${parent.id}/${by}:${key}`;
  const subgroups: QuoteGroup[] = [];
  const group = { kind: 'group' as const, id, by, key, parent, rows, count: countRows(rows), subgroups };
  subgroups.push(...subgroupsOf(group, names));
  return group;
}

function keyOf(row: QuoteRow, by: Grouping, { codebook, coder }: Names): string {
  const { coding, transcript } = row.coding;
  switch (by) {
    case 'code':
      return codebook.byId.get(coding.code)?.id ?? coding.code;
    case 'case':
      return row.source.case ?? '';
    case 'organization':
      return row.source.organization ?? '';
    case 'role':
      return row.source.role?.trim().toLowerCase() ?? '';
    case 'transcript':
      return transcript;
    case 'review':
      return isToAnswer(row, coder) ? 'toAnswer' : (row.discussion?.verdict ?? '');
  }
}

function knownKeys(by: Grouping, { codebook, settings }: Names): string[] {
  if (by === 'code') return codebook.codes.map(({ id }) => id);
  if (by === 'review') return ['toAnswer', ...verdicts];
  if (by === 'case') return settings.cases.map(({ id }) => id);
  if (by === 'organization')
    return settings.cases.flatMap(({ organizations }) => organizations.map(({ id }) => id));
  return [];
}
