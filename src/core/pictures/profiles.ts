import { emptyCodebook } from '../codebook/codebook';
import type { Scale, Score } from '../maturity/maturity';
import { oneLine } from '../report/blocks';
import { groupBy } from '../summary/groupBy';
import { maturityRows, maturityTotals } from '../summary/maturity';
import type { MaturityRow } from '../summary/model';
import { figureCell } from '../summary/report/figureCell';
import { localize } from '../text/localized';
import type { Material } from './material';
import type { MaturityProfiles, ProfileFigure } from './model';

/** The scores of each organization on each domain, as the tables of a report have them. */
export function profilesOf(
  material: Material,
  scale: Scale | undefined,
  scores: readonly Score[],
): MaturityProfiles {
  const { labels, language } = material;
  const organizations = material.organizations.filter(({ id }) => id !== null);
  const rows = scale ? maturityRows(scale, scores, organizations, [], emptyCodebook) : [];
  const byOrganization = groupBy(rows, ({ organization }) => organization);
  const totals = scale ? maturityTotals(scale, rows, new Set()) : [];
  const totalOf = (id: string | null) => {
    const found = totals.find(({ organization }) => organization === id);
    if (!found || found.total === null) return '';
    const { total, highest, scored, domains } = found;
    const said = labels.outOf(total, highest);
    return scored < domains ? `${said} (${labels.someDomains(scored, domains)})` : said;
  };
  const isScored = rows.some((row) => row.scores.length > 0);
  return {
    kind: 'maturity',
    language,
    title: labels.titles.maturity,
    caption: [labels.maturityExplained],
    empty: !scale?.domains.length
      ? labels.noScale
      : organizations.length === 0
        ? labels.noOrganizations
        : isScored
          ? null
          : labels.noScores,
    domains: (scale?.domains ?? []).map(({ name, levels }) => ({
      name: oneLine(localize(name, language)),
      highest: levels.length,
    })),
    organizations: organizations.map(({ id, name }) => ({
      name: oneLine(name!),
      total: totalOf(id),
      figures: (byOrganization.get(id!) ?? []).map((row) => figureOf(row, labels.notSettled)),
    })),
  };
}

function figureOf(row: MaturityRow, notSettled: string): ProfileFigure {
  const given = row.by === null ? row.scores.map(({ score }) => score) : [row.score!];
  return {
    range: given.length === 0 ? null : [Math.min(...given), Math.max(...given)],
    settled: row.settled,
    said: figureCell(row, notSettled),
  };
}
