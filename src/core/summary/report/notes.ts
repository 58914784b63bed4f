import type { Code } from '../../codebook/codebook';
import { type Block, heading } from '../../report/blocks';
import { textsOf } from '../../text/localized';
import { nameKey, sectionNamed } from '../notes/sections';
import type { ReportContext } from './context';
import { type SectionId, sectionTitles } from './sectionLabels';
import { topicsOf } from './themes';

/** A section of the report: one with a title of its own, or one on a topic, by the id of its code. */
type Place = SectionId | `topic ${string}`;

/** The notes on a case, sorted by where they belong. */
export interface SortedNotes {
  readonly placed: ReadonlyMap<Place, readonly Block[]>;
  /** Those whose heading names no section of the report, in their order. */
  readonly others: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
}

/** Sorts the notes on a case by the sections that their headings name, in either language. */
export function notesBySection({ material: { notes, codebook } }: ReportContext): SortedNotes {
  const topics = new Set(topicsOf(codebook.codes).map(({ root }) => root));
  const placed = new Map<Place, readonly Block[]>();
  const others: { title: string; blocks: readonly Block[] }[] = [];
  for (const { title, blocks } of notes) {
    const place = title === undefined ? 'context' : placeNamed(title, codebook.codes, topics);
    if (place) placed.set(place, [...(placed.get(place) ?? []), ...blocks]);
    else others.push({ title: title!, blocks });
  }
  return { placed, others };
}

function placeNamed(title: string, codes: readonly Code[], topics: ReadonlySet<Code>): Place | undefined {
  const section = sectionNamed(title, sectionTitles);
  if (section) return section;
  const asked = nameKey(title);
  const code = codes
    .filter((one) => topics.has(one) || (one.polarity && !one.parent))
    .find(({ id, name }) => [id, ...textsOf(name)].some((one) => nameKey(one) === asked));
  return code && (topics.has(code) ? `topic ${code.id}` : code.polarity);
}

/** The blocks of a section with its notes below the title; of a section that has only notes, the title and these. */
export function withNotes(
  place: Place,
  title: string,
  blocks: readonly Block[],
  { placed }: SortedNotes,
): readonly Block[] {
  const notes = placed.get(place);
  if (!notes) return blocks;
  const [first = heading(2, title), ...others] = blocks;
  return [first, ...notes, ...others];
}
