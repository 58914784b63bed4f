import { type Block, heading, numberColumn, paragraph, textColumn } from '../../../report/blocks';
import { agreementLabels } from '../labels';
import type { ScoreAgreement } from '../model';
import { numbersIn } from '../numbers';

/** What organizations and domains are called. */
interface ScoreNames {
  readonly organization: (id: string) => string;
  readonly domain: (id: string) => string;
}

/** How scorers of the scale agree, and where they do not; nothing where none scored the same. */
export function scoreSection(
  scores: ScoreAgreement | null,
  language: 'en' | 'nl',
  names: ScoreNames,
): Block[] {
  if (!scores) return [];
  const labels = agreementLabels(language);
  const { count, figure, percent } = numbersIn(language);
  const coefficient = (value: number | null) => figure(value, 3, labels.undefined);
  return [
    heading(2, labels.scores),
    paragraph(labels.scoresExplained(count(scores.scores), coefficient(scores.ordinal.alpha))),
    {
      kind: 'table',
      caption: labels.scores,
      columns: [
        textColumn(labels.scorers),
        ...[labels.scored, labels.percent, labels.linear, labels.quadratic].map(numberColumn),
      ],
      rows: scores.pairs.map((pair) => [
        pair.scorers.join(' – '),
        count(pair.scores),
        percent(pair.percentAgreement, labels.undefined),
        coefficient(pair.linear),
        coefficient(pair.quadratic),
      ]),
    },
    ...disagreementList(scores, names),
  ];
}

function disagreementList({ disagreements }: ScoreAgreement, names: ScoreNames): Block[] {
  if (disagreements.length === 0) return [];
  const items = disagreements.map(({ organization, domain, scores }) => {
    const given = scores.map(({ scorer, score }) => `${score} (${scorer})`).join(', ');
    return [`${names.organization(organization)}, ${names.domain(domain)}: ${given}`];
  });
  return [{ kind: 'list', items }];
}
