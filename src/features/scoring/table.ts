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
  { scale, scores }: Scoring,
  organizations: ReadonlyMap<string, string>,
  visible: readonly Score[],
): ScoringState['table'] {
  const ids = [...organizations.keys()];
  const rows = maturityRows(
    scale,
    visible,
    ids.map((id) => ({ id })),
    [],
    emptyCodebook,
  );
  const isHidden = ({ organization, domain }: MaturityRow) =>
    scores.some((one) => one.organization === organization && one.domain === domain) &&
    !visible.some((one) => one.organization === organization && one.domain === domain);
  const cellOf = (row: MaturityRow) =>
    isHidden(row) ? vscode.l10n.t('hidden') : figureCell(row, vscode.l10n.t('not settled'));
  const totals = maturityTotals(scale, rows, new Set()).map(({ total, highest, scored, domains }) => {
    if (total === null) return '–';
    const figure = vscode.l10n.t('{0} of {1}', total, highest);
    return scored < domains ? `${figure} (${vscode.l10n.t('{0} of {1} domains', scored, domains)})` : figure;
  });
  return {
    caption: vscode.l10n.t('Scores of the case'),
    columns: [vscode.l10n.t('Domain'), ...organizations.values()],
    rows: [
      ...scale.domains.map(({ id, name }) => [
        localize(name, vscode.env.language),
        ...rows.filter(({ domain }) => domain === id).map(cellOf),
      ]),
      [vscode.l10n.t('Total'), ...totals],
    ],
  };
}
