import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  paragraph,
  textColumn,
} from '../../../report/blocks';
import { groupBy } from '../../../summary/groupBy';
import { transcriptLink } from '../../../summary/paths';
import { fileName } from '../../../summary/report/interviewSection';
import type { ReportContext } from './context';

/** How it was counted, what was left out, and the files that it was made from. */
export function originSection(context: ReportContext): Block[] {
  const { report, labels, count, figure } = context;
  const { unit, bootstrap } = report;
  const turns = report.transcripts.reduce((sum, { interviewerTurns }) => sum + interviewerTurns, 0);
  const settings = {
    unit,
    overlap: figure(report.iou, 2, ''),
    draws: count(bootstrap.draws),
    seed: bootstrap.seed,
  };
  const lines = [...labels.conventions(settings), labels.excluded(count(turns)), ...excludedLines(context)];
  return [
    heading(2, labels.counted),
    { kind: 'list', items: lines.map((line) => [line]) },
    ...transcriptTable(context),
    ...leftOutList(context),
    paragraph(`${labels.codebookHash} `, { kind: 'code', text: report.codebook }),
  ];
}

function excludedLines({ report, labels, count }: ReportContext): string[] {
  return [...groupBy(report.excluded, ({ reason }) => reason)].map(([reason, found]) => {
    const byCoder = [...groupBy(found, ({ coder }) => coder)];
    const counts = byCoder.map(([coder, own]) => `${count(own.length)} (${coder})`).join(', ');
    return `${labels.excludedCodings[reason]} ${counts}.`;
  });
}

function transcriptTable({ report, labels, count }: ReportContext): Block[] {
  if (report.transcripts.length === 0) return [];
  const isReviewed = report.transcripts.some(({ coded }) => coded === 'after-review');
  return [
    {
      kind: 'table',
      caption: labels.transcripts,
      columns: [
        textColumn(labels.transcript),
        textColumn(labels.codedBy),
        textColumn(labels.coded),
        numberColumn(labels.units[report.unit]),
        numberColumn(labels.characters),
        textColumn('SHA-256'),
      ],
      rows: report.transcripts.map((one): Inline[] => [
        { kind: 'link', text: fileName(one.transcript), href: transcriptLink(one.transcript, null) },
        one.coders.join(', '),
        labels.independence[one.coded],
        count(one.units),
        count(one.characters),
        { kind: 'code', text: one.sha256 },
      ]),
    },
    ...(isReviewed ? [paragraph(labels.afterReview)] : []),
  ];
}

function leftOutList({ report, labels }: ReportContext): Block[] {
  if (report.leftOut.length === 0) return [];
  return [
    heading(3, labels.leftOut),
    {
      kind: 'list',
      items: report.leftOut.map(({ transcript, reason, coders }): Inline[] => [
        { kind: 'link', text: fileName(transcript), href: transcriptLink(transcript, null) },
        `: ${labels.leftOutBecause(reason, coders.join(', '))}`,
      ]),
    },
  ];
}
