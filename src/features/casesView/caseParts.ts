import { emptyCodebook } from '../../core/codebook/codebook';
import { maturityRows, maturityTotals } from '../../core/summary/maturity';
import { summaryFolder, summaryPath } from '../../core/summary/paths';
import { compareStrings } from '../../core/text/compare';
import type { CaseElement, ScoreElement, SummaryElement } from './elements';

/** The exported summaries of a case, in any format. */
export async function summariesOf(element: CaseElement): Promise<SummaryElement[]> {
  const path = summaryPath(element.caseId, 'md');
  const stem = path.slice(0, path.lastIndexOf('.') + 1);
  const paths = await element.session.files.list(summaryFolder);
  return paths
    .filter((one) => one.startsWith(stem) && !one.slice(stem.length).includes('.'))
    .sort(compareStrings)
    .map((one) => ({ kind: 'summary', in: element, path: one }));
}

/** The scores of a case's organizations, as far as there are any and the person at the screen may see them; none where the study has no scale. */
export async function scoresOf(element: CaseElement): Promise<ScoreElement[]> {
  const { study } = element.session;
  const [scale, { visible, hidden }, ids] = await Promise.all([
    study.scale(),
    element.session.scores(),
    organizationIds(element),
  ]);
  if (!scale || scale.domains.length === 0) return [];
  const organizations = ids.map((id) => ({ id }));
  const rows = maturityRows(scale, visible, organizations, [], emptyCodebook);
  return maturityTotals(scale, rows, new Set()).map((total) => {
    const own = rows.filter(({ organization }) => organization === total.organization);
    return {
      kind: 'score',
      in: element,
      total,
      hidden: hidden.filter(({ organization }) => organization === total.organization).length,
      unsettled: own.some(({ by, scores }) => by === null && scores.length > 0),
      figures: own.map(({ domain, score }) => ({ domain, score })),
    };
  });
}

/** Those that study.yaml lists, then others that interviews name. */
async function organizationIds({ session, caseId, interviews }: CaseElement): Promise<string[]> {
  const { cases } = await session.study.settings();
  const listed = cases.find(({ id }) => id === caseId)?.organizations.map(({ id }) => id) ?? [];
  const named = interviews.flatMap(({ organization }) => organization ?? []);
  return [...new Set([...listed, ...named.sort(compareStrings)])];
}
