import { sameItems } from '../../core/cache/same';
import { groupBy } from '../../core/summary/groupBy';
import { compareStrings } from '../../core/text/compare';
import { filterOf, type QuoteFilter } from './filter';
import {
  type Grouping,
  type Names,
  orderedKeys,
  placeOf,
  type QuoteGroup,
  rowsOf,
  subgroupsOf,
} from './grouping';
import { countRows, isToAnswer, type QuoteRow } from './quoteRow';

/** What of the groups is not as it was. */
export interface GroupChanges {
  /** True where groups came or went. */
  readonly regrouped: boolean;
  /** The groups that hold other quotes than before. */
  readonly groups: readonly QuoteGroup[];
}

/** What one transcript has in the groups. */
interface Part {
  readonly rows: readonly QuoteRow[];
  /** By the ids of the groups. */
  readonly inGroups: Map<string, readonly QuoteRow[]>;
}

/**
 * Quotes in groups, in the order of the codebook or the study. In front, where they are seen, come those to
 * repair: lost ones, and those whose words have changed, which stand in the group where they belong too. Kept up to
 * date quote by quote, so that a new one costs no more in a large study, or in a much coded transcript, than in a
 * small one.
 */
export class QuoteGroups {
  readonly #groups = new Map<string, TopGroup>();
  readonly #parts = new Map<string, Part>();
  readonly #isShown: (row: QuoteRow) => boolean;
  readonly #changed = new Set<TopGroup>();
  #regrouped = false;
  #all = 0;
  #shown = 0;
  #toAnswer = 0;

  constructor(
    private readonly by: Grouping,
    filter: QuoteFilter,
    private readonly names: Names,
  ) {
    this.#isShown = filterOf(filter, names.codebook);
  }

  /** How many quotes there are, whatever the filter. */
  get all(): number {
    return this.#all;
  }

  /** How many quotes the filter lets through. */
  get shown(): number {
    return this.#shown;
  }

  /** How many quotes have a review that the coder has not answered, whatever the filter. */
  get toAnswer(): number {
    return this.#toAnswer;
  }

  /** The groups that are not in another one, in order. */
  get top(): readonly QuoteGroup[] {
    const keys = new Set([...this.#groups.values()].filter(({ by }) => by === this.by).map(({ key }) => key));
    const ids = orderedKeys(keys, this.by, this.names).map((key) => idOf({ by: this.by, key }));
    const toRepair = [...this.#groups.values()].filter(({ by }) => by !== this.by);
    return [...toRepair, ...ids.map((id) => this.#groups.get(id)!)];
  }

  /** The group that a quote stands in, the smallest one. */
  groupOf(row: QuoteRow): QuoteGroup | undefined {
    let group: QuoteGroup | undefined = this.#groups.get(idOf(placeOf(row, this.by, this.names)));
    while (group && group.subgroups.length > 0)
      group = group.subgroups.find(({ rows }) => rows.includes(row));
    return group;
  }

  /** Puts the quotes of a transcript in the place of those it had. A row stays in its group while it is the same row. */
  put(transcript: string, rows: readonly QuoteRow[]): void {
    const part = this.#parts.get(transcript);
    const { gone, come } = differing(part?.rows ?? [], rows);
    this.#count(gone, -1);
    this.#count(come, 1);
    const inGroups = part?.inGroups ?? new Map<string, readonly QuoteRow[]>();
    const lost = this.#byGroup(gone);
    const found = this.#byGroup(come);
    for (const id of new Set([...lost.keys(), ...found.keys()])) {
      const own = withoutAndWith(inGroups.get(id) ?? [], lost.get(id) ?? [], found.get(id) ?? [], rows);
      if (own.length === 0) inGroups.delete(id);
      else inGroups.set(id, own);
      this.#change(this.#groups.get(id)!, transcript, own);
    }
    if (rows.length === 0) this.#parts.delete(transcript);
    else this.#parts.set(transcript, { rows, inGroups });
  }

  /** What has changed since this was last called. */
  takeChanges(): GroupChanges {
    const changes = { regrouped: this.#regrouped, groups: [...this.#changed] };
    this.#regrouped = false;
    this.#changed.clear();
    return changes;
  }

  #count(rows: readonly QuoteRow[], sign: 1 | -1): void {
    this.#all += sign * countRows(rows);
    this.#shown += sign * countRows(rows.filter(this.#isShown));
    this.#toAnswer += sign * rows.filter((row) => isToAnswer(row, this.names.coder)).length;
  }

  /** What is shown of some quotes, by the ids of the groups, which are made where missing. */
  #byGroup(rows: readonly QuoteRow[]): ReadonlyMap<string, readonly QuoteRow[]> {
    return groupBy(rows.filter(this.#isShown).flatMap(rowsOf), (row) => this.#groupFor(row).id);
  }

  #groupFor(row: QuoteRow): TopGroup {
    const place = placeOf(row, this.by, this.names);
    const id = idOf(place);
    const there = this.#groups.get(id);
    if (there) return there;
    const group = new TopGroup(id, place.by, place.key, this.names);
    this.#groups.set(id, group);
    this.#regrouped = true;
    return group;
  }

  #change(group: TopGroup, transcript: string, rows: readonly QuoteRow[]): void {
    if (!group.put(transcript, rows)) return;
    if (!group.isEmpty) this.#changed.add(group);
    else {
      this.#groups.delete(group.id);
      this.#changed.delete(group);
      this.#regrouped = true;
    }
  }
}

/** A group that is in no other; what it holds is put together when it is looked into. */
class TopGroup implements QuoteGroup {
  readonly kind = 'group';
  readonly parent = undefined;
  readonly #parts = new Map<string, readonly QuoteRow[]>();
  #count = 0;
  #rows: readonly QuoteRow[] | undefined;
  #subgroups: readonly QuoteGroup[] | undefined;

  constructor(
    readonly id: string,
    readonly by: QuoteGroup['by'],
    readonly key: string,
    private readonly names: Names,
  ) {}

  get count(): number {
    return this.#count;
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  get rows(): readonly QuoteRow[] {
    this.#rows ??= [...this.#parts.keys()].sort(compareStrings).flatMap((path) => this.#parts.get(path)!);
    return this.#rows;
  }

  get subgroups(): readonly QuoteGroup[] {
    this.#subgroups ??= subgroupsOf(this, this.names);
    return this.#subgroups;
  }

  /** True where these are not the quotes that the group had of the transcript. */
  put(transcript: string, rows: readonly QuoteRow[]): boolean {
    const before = this.#parts.get(transcript) ?? [];
    if (sameItems(before, rows)) return false;
    this.#count += countRows(rows) - countRows(before);
    if (rows.length === 0) this.#parts.delete(transcript);
    else this.#parts.set(transcript, rows);
    this.#rows = undefined;
    this.#subgroups = undefined;
    return true;
  }
}

function idOf({ by, key }: Pick<QuoteGroup, 'by' | 'key'>): string {
  return `/${by}:${key}`;
}

/** What of two lists differs: all but what they begin and what they end with alike. */
function differing(
  before: readonly QuoteRow[],
  now: readonly QuoteRow[],
): { readonly gone: readonly QuoteRow[]; readonly come: readonly QuoteRow[] } {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  return { gone: before.slice(start, before.length - end), come: now.slice(start, now.length - end) };
}

/** A group's rows of one transcript without some and with others, in the order of all its `rows`. */
function withoutAndWith(
  before: readonly QuoteRow[],
  gone: readonly QuoteRow[],
  come: readonly QuoteRow[],
  rows: readonly QuoteRow[],
): readonly QuoteRow[] {
  const own = new Set(before);
  for (const row of gone) own.delete(row);
  if (own.size === 0) return come;
  for (const row of come) own.add(row);
  return rows.flatMap(rowsOf).filter((row) => own.has(row));
}
