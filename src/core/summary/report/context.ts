import type { Code } from '../../codebook/codebook';
import { oneLine } from '../../report/blocks';
import { formatCount, type Labels, labelsOf } from '../labels';
import type { CasePlace, CaseSummary, CodeSummary, StudyNames } from '../model';
import { transcriptLinks } from '../paths';
import type { ReportMaterial } from './material';
import { type Passage, passagesByCode } from './passages';
import { type SectionLabels, sectionLabels } from './sectionLabels';

/** What every section of a case's report needs: the case, the words for it, and names by id. */
export interface ReportContext {
  readonly study: StudyNames;
  readonly case: CaseSummary;
  readonly material: ReportMaterial;
  readonly labels: Labels;
  readonly words: SectionLabels;
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** The place in the report that tells where a passage comes from, among those of all cases in it. */
  readonly anchorOf: (passage: Passage) => string;
  /** As `transcriptLink`. */
  readonly transcriptLink: (path: string, line: number | null) => string;
  readonly count: (count: number) => string;
  readonly organizationName: (id: string | null) => string;
  readonly roleName: (role: string | null) => string;
  readonly coderName: (coder: string) => string;
  readonly participantName: (participant: string) => string;
  readonly codeName: (code: string) => string;
  /** As `codeName`, without the code at the root where it stands below one. */
  readonly themeName: (code: string) => string;
}

export function reportContext(
  study: StudyNames,
  summary: CaseSummary,
  material: ReportMaterial,
  place: CasePlace,
): ReportContext {
  const labels = labelsOf(study.language);
  const words = sectionLabels(study.language);
  const organizations = new Map(summary.organizations.map(({ id, name }) => [id, name]));
  const codes = new Map(summary.codes.map((code) => [code.code, code]));
  const prefix = place.of > 1 ? `c${place.index + 1}_q` : 'q';
  return {
    study,
    case: summary,
    material,
    labels,
    words,
    passages: passagesByCode(summary.quotes),
    anchorOf: (passage) => `${prefix}${passage.number}`,
    transcriptLink: transcriptLinks(),
    count: (count) => formatCount(count, labels),
    organizationName: remembered((id) => oneLine(organizations.get(id) ?? id ?? labels.noOrganization)),
    roleName: remembered((role) => oneLine(role ?? labels.noRole)),
    coderName: remembered(oneLine),
    participantName: remembered(oneLine),
    codeName: (code) => (codes.has(code) ? nameOf(codes.get(code)!, labels) : code),
    themeName: (code) => {
      const found = codes.get(code);
      if (!found) return code;
      const isRoot = found.path.length === 1;
      const name = nameOf(isRoot ? found : { ...found, path: found.path.slice(1) }, labels);
      return isRoot && hasChildren(material.codebook.byId.get(code)) ? `${name}, ${words.inGeneral}` : name;
    },
  };
}

/** A function of few different values that is called for each of many quotes. */
function remembered<T>(nameOf: (value: T) => string): (value: T) => string {
  const known = new Map<T, string>();
  return (value) => {
    const name = known.get(value) ?? nameOf(value);
    known.set(value, name);
    return name;
  };
}

function hasChildren(code: Code | undefined): boolean {
  return code !== undefined && code.children.length > 0;
}

function nameOf({ path, retired, known }: CodeSummary, labels: Labels): string {
  const mark = retired ? ` (${labels.retired})` : known ? '' : ` (${labels.notInCodebook})`;
  return oneLine(path.join(' › ')) + mark;
}
