import type { Codebook } from '../../core/codebook/codebook';
import { needsRepair } from '../../core/coding/repair';
import { verdicts } from '../../core/review/review';
import type { StudySettings } from '../../core/settings/settings';
import { groupBy } from '../../core/summary/groupBy';
import { compareStrings } from '../../core/text/compare';
import { isLost, isToAnswer, type QuoteRow, repairRowOf } from './quoteRow';

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
  readonly by: Grouping | 'repair';
  readonly key: string;
  /** The id of the group that it is in. */
  readonly parent: string | undefined;
  rows: readonly QuoteRow[];
  /** A group of too many quotes to be read in one go has groups in it. */
  subgroups: readonly QuoteGroup[];
}

/** A group of more quotes than this has groups in it. */
const mostRows = 500;

/**
 * The quotes in groups, in the order of the codebook or the study. In front, where they are seen, come those
 * to repair: lost ones, and those whose words have changed, which stand in the group where they belong too.
 */
export function groupRows(rows: readonly QuoteRow[], by: Grouping, names: Names): QuoteGroup[] {
  const placed = rows.filter((row) => !isLost(row));
  const toRepair = rows.filter(({ coding }) => needsRepair(coding)).map(repairRowOf);
  const groups = groupPlaced(placed, by, names, undefined);
  if (toRepair.length === 0) return groups;
  return [newGroup('repair', '', toRepair, undefined, names), ...groups];
}

function groupPlaced(
  rows: readonly QuoteRow[],
  by: Grouping,
  names: Names,
  parent: string | undefined,
): QuoteGroup[] {
  const found = groupBy(rows, (row) => keyOf(row, by, names));
  const known = new Set(knownKeys(by, names).filter((key) => found.has(key)));
  const others = [...found.keys()].filter((key) => key !== '' && !known.has(key)).sort(compareStrings);
  const keys = [...known, ...others, ...(found.has('') ? [''] : [])];
  return keys.map((key) => newGroup(by, key, found.get(key)!, parent, names));
}

function newGroup(
  by: QuoteGroup['by'],
  key: string,
  rows: readonly QuoteRow[],
  parent: string | undefined,
  names: Names,
): QuoteGroup {
  const id = `${parent ?? ''}/${by}:${key}`;
  const tooMany = rows.length > mostRows && parent === undefined;
  const subgroups = tooMany ? groupPlaced(rows, by === 'transcript' ? 'code' : 'transcript', names, id) : [];
  return { kind: 'group', id, by, key, parent, rows, subgroups };
}

function keyOf(row: QuoteRow, by: Grouping, { codebook, coder }: Names): string {
  const { coding, transcript } = row.coding;
  switch (by) {
    case 'code':
      return codebook.byId.get(coding.code)?.id ?? coding.code;
    case 'case':
      return row.case ?? '';
    case 'organization':
      return row.organization ?? '';
    case 'role':
      return row.role?.trim().toLowerCase() ?? '';
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

/** True where two lists hold the same quotes in the same order. */
export function sameRows(a: readonly QuoteRow[], b: readonly QuoteRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
