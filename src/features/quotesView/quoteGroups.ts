import { sameItems } from '../../core/cache/same';
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
  readonly all: number;
  readonly shown: number;
  readonly toAnswer: number;
  readonly ids: ReadonlySet<string>;
}

/**
 * Quotes in groups, in the order of the codebook or the study. In front, where they are seen, come those to
 * repair: lost ones, and those whose words have changed, which stand in the group where they belong too. Kept up to date transcript by
 * transcript, so that a new quote costs no more in a large study than in a small one.
 */
export class QuoteGroups {
  readonly #groups = new Map<string, TopGroup>();
  readonly #parts = new Map<string, Part>();
  /** The ids of their groups: a row stays in its group for as long as it is the same row. */
  readonly #ids = new WeakMap<QuoteRow, string>();
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

  /** Puts the quotes of a transcript in the place of those it had. */
  put(transcript: string, rows: readonly QuoteRow[]): void {
    const before = this.#parts.get(transcript);
    const found = new Map<string, QuoteRow[]>();
    const shown = rows.filter(this.#isShown);
    for (const row of shown) {
      for (const one of rowsOf(row)) {
        const id = this.#groupFor(one).id;
        const own = found.get(id);
        if (own) own.push(one);
        else found.set(id, [one]);
      }
    }
    for (const id of new Set([...(before?.ids ?? []), ...found.keys()])) {
      this.#change(this.#groups.get(id)!, transcript, found.get(id) ?? []);
    }
    const part: Part = {
      all: countRows(rows),
      shown: countRows(shown),
      toAnswer: rows.filter((row) => isToAnswer(row, this.names.coder)).length,
      ids: new Set(found.keys()),
    };
    this.#all += part.all - (before?.all ?? 0);
    this.#shown += part.shown - (before?.shown ?? 0);
    this.#toAnswer += part.toAnswer - (before?.toAnswer ?? 0);
    if (rows.length === 0) this.#parts.delete(transcript);
    else this.#parts.set(transcript, part);
  }

  /** What has changed since this was last called. */
  takeChanges(): GroupChanges {
    const changes = { regrouped: this.#regrouped, groups: [...this.#changed] };
    this.#regrouped = false;
    this.#changed.clear();
    return changes;
  }

  #groupFor(row: QuoteRow): TopGroup {
    const known = this.#groups.get(this.#ids.get(row) ?? '');
    if (known) return known;
    const place = placeOf(row, this.by, this.names);
    const id = idOf(place);
    this.#ids.set(row, id);
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
