import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  oneLine,
  paragraph,
  textColumn,
} from '../../report/blocks';
import { linkTo } from './citation';
import type { ReportContext } from './context';
import { figureCell } from './figureCell';
import { passagesById } from './passages';

/** The scores of the organizations on the scale, and why. */
export function maturitySection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  if (summary.maturityTotals.length === 0) return [];
  const reasons = reasonLines(context);
  return [
    heading(2, context.words.titles.maturity),
    ...(summary.maturity.some(({ scores }) => scores.length > 0)
      ? [paragraph(labels.scoresExplained), scoreTable(context)]
      : [paragraph(labels.noScores)]),
    ...(reasons.length > 0 ? [heading(3, labels.rationales), { kind: 'list', items: reasons } as const] : []),
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

/** The reasons that scorers gave, and the quotes that the scores rest on. */
function reasonLines(context: ReportContext): Inline[][] {
  const { maturity, domains } = context.case;
  const names = new Map(domains.map(({ id, name }) => [id, oneLine(name)]));
  const passageOf = passagesById(context.passages);
  return maturity.flatMap(({ organization, domain, scores, evidence }) => {
    const what = `${context.organizationName(organization)}, ${names.get(domain)}`;
    const lines = scores
      .filter(({ rationale }) => rationale !== null)
      .map(({ scorer, score, rationale }): Inline[] => [
        `${what}: ${score} (${oneLine(scorer)}). ${oneLine(rationale!)}`,
      ]);
    const passages = new Set(evidence.flatMap((id) => passageOf.get(id) ?? []));
    if (passages.size === 0) return lines;
    const last = lines.pop() ?? [what];
    const links = [...passages].flatMap((passage, index) => [
      index === 0 ? '' : ', ',
      linkTo(passage, context),
    ]);
    return [...lines, [...last, ` ${context.words.evidence} `, ...links.slice(1), '.']];
  });
}

/** The domains that nothing speaks of, a line for each organization that has any. */
export function evidenceLines({ labels, case: summary, ...context }: ReportContext): Inline[][] {
  const names = new Map(summary.domains.map(({ id, name }) => [id, oneLine(name)]));
  return summary.maturityTotals
    .filter(({ withoutEvidence }) => withoutEvidence.length > 0)
    .map(({ organization, withoutEvidence }) => {
      const domains = withoutEvidence.map((id) => names.get(id)).join('; ');
      return [`${labels.withoutEvidence} (${context.organizationName(organization)}): ${domains}.`];
    });
}
