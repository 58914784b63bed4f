import { oneLine } from '../../report/blocks';
import { noKey } from '../counts';
import { formatCount, type Labels, labelsOf } from '../labels';
import type { CaseSummary, CodeSummary, Counts, StudySummary } from '../model';

/** What every section of a case's report needs: the case, the words for it, and names by id. */
export interface ReportContext {
  readonly study: StudySummary;
  readonly case: CaseSummary;
  readonly labels: Labels;
  readonly count: (count: number) => string;
  readonly organizationName: (id: string | null) => string;
  readonly roleName: (role: string | null) => string;
  readonly codeName: (code: string) => string;
}

export function reportContext(study: StudySummary, summary: CaseSummary): ReportContext {
  const labels = labelsOf(study.language);
  const organizations = new Map(summary.organizations.map(({ id, name }) => [id, name]));
  const codes = new Map(summary.codes.map((code) => [code.code, code]));
  return {
    study,
    case: summary,
    labels,
    count: (count) => formatCount(count, labels),
    organizationName: (id) => oneLine(organizations.get(id) ?? id ?? labels.noOrganization),
    roleName: (role) => oneLine(role ?? labels.noRole),
    codeName: (code) => (codes.has(code) ? nameOf(codes.get(code)!, labels) : code),
  };
}

/** The number that a key has, where null is what names none. */
export function countOf(counts: Counts, key: string | null): number {
  return counts[key ?? noKey] ?? 0;
}

function nameOf({ path, retired, known }: CodeSummary, labels: Labels): string {
  const mark = retired ? ` (${labels.retired})` : known ? '' : ` (${labels.notInCodebook})`;
  return oneLine(path.join(' › ')) + mark;
}
