import { type Block, heading, numberColumn, paragraph, textColumn } from '../../../report/blocks';
import type { RoundAgreement } from '../model';
import type { ReportContext } from './context';

/** Whether coders came to agree more: a column for each round of double coding. */
export function roundSection(context: ReportContext): Block[] {
  const { report, labels, count } = context;
  if (report.rounds.length === 0) return [];
  const coded = report.rounds.filter(({ units }) => units > 0);
  const waiting = report.rounds.filter(({ units }) => units === 0);
  const blocks: Block[] = [heading(2, labels.rounds)];
  if (coded.length > 0) {
    const unit = labels.units[report.unit].toLowerCase();
    blocks.push(paragraph(labels.roundsExplained), {
      kind: 'table',
      caption: labels.rounds,
      columns: [
        textColumn(labels.code),
        ...coded.map(({ round, units }) => numberColumn(labels.roundTitle(round, `${count(units)} ${unit}`))),
      ],
      rows: coded[0]!.codes.map(({ code }, index) => [
        context.codeName(code),
        ...coded.map(({ codes }) => roundFigure(context, codes[index]!)),
      ]),
    });
  }
  if (waiting.length > 0)
    blocks.push(paragraph(`${labels.noRound} ${waiting.map(({ round }) => round).join(', ')}.`));
  return blocks;
}

function roundFigure(
  { coefficient, figure }: ReportContext,
  figures: RoundAgreement['codes'][number],
): string {
  if ('fleissKappa' in figures) return coefficient(figures.fleissKappa);
  return `${coefficient(figures.kappa)} (${figure(figures.positiveAgreement, 3, '–')})`;
}

/** Which codings were made when their code meant something else. */
export function definitionSection({ report, labels, codeName }: ReportContext): Block[] {
  if (report.earlierDefinitions.length === 0) return [];
  return [
    heading(2, labels.definitions),
    {
      kind: 'list',
      items: report.earlierDefinitions.map(({ codings, coder, code }) => [
        labels.definition(codings, coder, codeName(code)),
      ]),
    },
  ];
}
