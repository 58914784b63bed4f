import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  oneLine,
  paragraph,
  textColumn,
} from '../../report/blocks';
import type { ReportContext } from './context';
import { figureCell } from './figureCell';

/** The scores of the organizations on the scale, why, and the domains nothing speaks of. */
export function maturitySection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  if (summary.maturityTotals.length === 0) return [];
  const reasons = reasonLines(context);
  return [
    heading(2, labels.maturity),
    ...(summary.maturity.some(({ scores }) => scores.length > 0)
      ? [paragraph(labels.scoresExplained), scoreTable(context)]
      : [paragraph(labels.noScores)]),
    ...(reasons.length > 0 ? [heading(3, labels.rationales), { kind: 'list', items: reasons } as const] : []),
    heading(3, labels.withoutEvidence),
    { kind: 'list', items: evidenceLines(context) },
  ];
}

function scoreTable({ labels, case: summary, ...context }: ReportContext): Block {
  const { domains, maturity, maturityTotals } = summary;
  return {
    kind: 'table',
    caption: labels.scoresByDomain,
    columns: [
      textColumn(labels.organization),
      ...domains.map(({ name }) => numberColumn(oneLine(name))),
      numberColumn(labels.total),
    ],
    rows: maturityTotals.map(({ organization, total, highest, scored, domains: all }) => {
      const partly = scored < all ? ` (${labels.someDomains(scored, all)})` : '';
      return [
        context.organizationName(organization),
        ...maturity
          .filter((row) => row.organization === organization)
          .map((row) => figureCell(row, labels.notSettled)),
        total === null ? '–' : labels.outOf(total, highest) + partly,
      ];
    }),
  };
}

function reasonLines({ case: { maturity, domains }, ...context }: ReportContext): Inline[][] {
  const names = new Map(domains.map(({ id, name }) => [id, oneLine(name)]));
  return maturity.flatMap(({ organization, domain, scores }) =>
    scores
      .filter(({ rationale }) => rationale !== null)
      .map(({ scorer, score, rationale }): Inline[] => [
        `${context.organizationName(organization)}, ${names.get(domain)}: ${score} (${oneLine(scorer)}). `,
        oneLine(rationale!),
      ]),
  );
}

function evidenceLines({ labels, case: summary, ...context }: ReportContext): Inline[][] {
  const names = new Map(summary.domains.map(({ id, name }) => [id, oneLine(name)]));
  return summary.maturityTotals.map(({ organization, withoutEvidence }) => {
    const domains = withoutEvidence.map((id) => names.get(id)).join('; ') || labels.noneWithoutEvidence;
    return [`${context.organizationName(organization)}: ${domains}`];
  });
}
