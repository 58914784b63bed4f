import * as vscode from 'vscode';
import { emptyCodebook } from '../../core/codebook/codebook';
import type { Score } from '../../core/maturity/maturity';
import { maturityRows, maturityTotals } from '../../core/summary/maturity';
import type { MaturityRow } from '../../core/summary/model';
import { figureCell } from '../../core/summary/report/figureCell';
import { localize } from '../../core/text/localized';
import type { ScoringState } from '../../protocol/scoring';
import type { Scoring } from './scoring';

/**
 * The scores of a case as the report has them: organizations as columns, domains as rows, the total last.
 * @param organizations names by id
 * @param visible those of the scores that the scorer at the screen may see
 */
export function maturityTable(
  scoring: Scoring,
  organizations: ReadonlyMap<string, string>,
  visible: readonly Score[],
): ScoringState['table'] {
  const ids = [...organizations.keys()];
  const cells = cellsOf(scoring, ids, visible);
  return {
    caption: vscode.l10n.t('Scores of the case'),
    columns: [vscode.l10n.t('Domain'), ...organizations.values()],
    rows: [
      ...domainNames(scoring).map((name, index) => [name, ...cells.map(({ figures }) => figures[index]!)]),
      [vscode.l10n.t('Total'), ...cells.map(({ total }) => total)],
    ],
  };
}

/**
 * The scores of all organizations of the study as the report has them: domains as columns, the total last.
 * @param visible those of the scores that the scorer at the screen may see
 */
export function overviewTable(scoring: Scoring, visible: readonly Score[]): ScoringState['overview'] {
  const listed = scoring.cases.flatMap((one) =>
    one.organizations.map((organization) => ({ ...organization, caseName: one.name })),
  );
  const cells = cellsOf(
    scoring,
    listed.map(({ id }) => id),
    visible,
  );
  return {
    caption: vscode.l10n.t('Scores of all organizations'),
    columns: [
      vscode.l10n.t('Organization'),
      vscode.l10n.t('Case'),
      ...domainNames(scoring),
      vscode.l10n.t('Total'),
    ],
    rows: listed.map(({ name, caseName }, index) => {
      const { figures, total } = cells[index]!;
      return [name, caseName, ...figures, total];
    }),
  };
}

/** What a table says of each of some organizations: a figure for each domain, and the total. */
function cellsOf({ scale, scores }: Scoring, organizations: readonly string[], visible: readonly Score[]) {
  const rows = maturityRows(
    scale,
    visible,
    organizations.map((id) => ({ id })),
    [],
    emptyCodebook,
  );
  const isIn = (list: readonly Score[], { organization, domain }: MaturityRow) =>
    list.some((one) => one.organization === organization && one.domain === domain);
  const cellOf = (row: MaturityRow) =>
    isIn(scores, row) && !isIn(visible, row)
      ? vscode.l10n.t('hidden')
      : figureCell(row, vscode.l10n.t('not settled'));
  const totals = maturityTotals(scale, rows, new Set());
  return organizations.map((id, index) => ({
    figures: rows.filter(({ organization }) => organization === id).map(cellOf),
    total: totalCell(totals[index]!),
  }));
}

function totalCell({ total, highest, scored, domains }: ReturnType<typeof maturityTotals>[number]): string {
  if (total === null) return '–';
  const figure = vscode.l10n.t('{0} of {1}', total, highest);
  return scored < domains ? `${figure} (${vscode.l10n.t('{0} of {1} domains', scored, domains)})` : figure;
}

function domainNames({ scale }: Scoring): string[] {
  return scale.domains.map(({ name }) => localize(name, vscode.env.language));
}
