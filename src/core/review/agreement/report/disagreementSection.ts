import { type Block, heading, type Inline, oneLine, paragraph } from '../../../report/blocks';
import { groupBy } from '../../../summary/groupBy';
import { transcriptLink } from '../../../summary/paths';
import { fileName } from '../../../summary/report/interviewSection';
import type { Disagreement } from '../model';
import type { ReportContext } from './context';

/** Every unit that one coder gave a code and another did not, code by code, with a link to the place. */
export function disagreementSection(context: ReportContext): Block[] {
  const { report, labels, count } = context;
  const title = heading(2, labels.disagreements);
  if (report.disagreements.length === 0) return [title, paragraph(labels.noDisagreements)];
  const byCode = groupBy(report.disagreements, ({ code }) => code);
  return [
    title,
    ...[...byCode].flatMap(([code, found]): Block[] => [
      heading(3, `${context.codeName(code)}: ${count(found.length)}`),
      { kind: 'list', items: found.map((one) => disagreementLine(one, context)) },
    ]),
  ];
}

function disagreementLine(found: Disagreement, { labels }: ReportContext): Inline[] {
  const { transcript, line, quote, coder, notBy } = found;
  return [
    `“${oneLine(quote)}” `,
    {
      kind: 'link',
      text: `${fileName(transcript)}, ${labels.line} ${line}`,
      href: transcriptLink(transcript, line),
    },
    { kind: 'aside', text: ` · ${labels.notBy(coder, notBy.join(', '))}` },
  ];
}
