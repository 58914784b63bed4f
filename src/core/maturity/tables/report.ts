import {
  type Block,
  heading,
  numberColumn,
  oneLine,
  paragraph,
  type Table,
  textColumn,
} from '../../report/blocks';
import { scoreSection } from '../../review/agreement/report/scoreSection';
import { type Labels, labelsOf } from '../../summary/labels';
import { figureCell } from '../../summary/report/figureCell';
import { type MaturityLabels, maturityLabels } from './labels';
import type { MaturityCase, MaturityOrganization, MaturityTables } from './model';

interface Words {
  readonly labels: Labels & MaturityLabels;
  readonly tables: MaturityTables;
}

/** The tables of a report: all organizations with the domains as columns, each case by itself, and how scorers agree. */
export function maturityReport(tables: MaturityTables): Block[] {
  const labels = { ...labelsOf(tables.language), ...maturityLabels(tables.language) };
  const words = { labels, tables };
  const { cases, language, agreement } = tables;
  return [
    heading(1, oneLine(tables.scale ?? labels.maturity)),
    paragraph({ kind: 'emphasis', text: oneLine(tables.study) || labels.noTitle }),
    ...(cases.length === 0
      ? [paragraph(labels.noOrganizations)]
      : [paragraph(labels.scoresExplained), heading(2, labels.overview), overviewTable(tables)]),
    ...cases.flatMap((one) => [heading(2, oneLine(one.name)), caseTable(one, words)]),
    ...scoreSection(agreement, language, namesOf(tables)),
  ];
}

/** All organizations with the domains as columns and the total last. */
export function overviewTable(tables: MaturityTables): Table {
  const labels = { ...labelsOf(tables.language), ...maturityLabels(tables.language) };
  return {
    kind: 'table',
    caption: labels.overviewCaption,
    columns: [
      textColumn(labels.case),
      textColumn(labels.organization),
      ...tables.domains.map(({ name }) => numberColumn(oneLine(name))),
      numberColumn(labels.totalOf(tables.highest)),
    ],
    rows: tables.cases.flatMap(({ name, organizations }) =>
      organizations.map((organization) => [
        oneLine(name),
        oneLine(organization.name),
        ...organization.figures.map((figure) => figureCell(figure, labels.notSettled)),
        totalCell(organization, labels),
      ]),
    ),
  };
}

function caseTable({ name, organizations }: MaturityCase, { labels, tables }: Words): Table {
  return {
    kind: 'table',
    caption: labels.scoresOf(oneLine(name)),
    columns: [textColumn(labels.domain), ...organizations.map((one) => numberColumn(oneLine(one.name)))],
    rows: tables.domains.map((domain, index) => [
      oneLine(domain.name),
      ...organizations.map(({ figures }) => figureCell(figures[index]!, labels.notSettled)),
    ]),
    total: [labels.totalOf(tables.highest), ...organizations.map((one) => totalCell(one, labels))],
  };
}

/** The total, with how many domains are in it where these are not all. */
function totalCell({ total, scored, figures }: MaturityOrganization, labels: Labels): string {
  if (total === null) return '–';
  return scored < figures.length ? `${total} (${labels.someDomains(scored, figures.length)})` : String(total);
}

function namesOf({ cases, domains }: MaturityTables) {
  const organizations = new Map(
    cases.flatMap((one) => one.organizations.map(({ id, name }) => [id, oneLine(name)])),
  );
  const domainNames = new Map(domains.map(({ id, name }) => [id, oneLine(name)]));
  return {
    organization: (id: string) => organizations.get(id) ?? id,
    domain: (id: string) => domainNames.get(id) ?? id,
  };
}
