import { type Block, heading, type Inline, paragraph } from '../../report/blocks';
import type { ReportContext } from './context';
import { fileName } from './interviewSection';
import { evidenceLines } from './maturitySection';

/** What the case has nothing on: codes, interviews and domains, and quotes whose place is lost. */
export function notFoundSection(context: ReportContext): Block[] {
  const { case: summary, labels, words } = context;
  const unused = summary.codes.filter(({ withSubcodes, retired }) => withSubcodes.quotes === 0 && !retired);
  const uncoded = summary.interviews.filter(({ coded }) => !coded);
  const lost = summary.anchors.orphan + summary.anchors.ambiguous;
  const items: Inline[][] = [
    ...listed(
      labels.unusedCodes,
      unused.map(({ code }) => context.codeName(code)),
    ),
    ...listed(
      words.notCodedYet,
      uncoded.map(({ transcript }) => fileName(transcript)),
    ),
    ...(lost > 0 ? [[`${words.lost} ${context.count(lost)}.`]] : []),
    ...evidenceLines(context),
  ];
  return [
    heading(2, words.titles.notFound),
    items.length > 0 ? { kind: 'list', items } : paragraph(words.nothingMissing),
  ];
}

function listed(lead: string, names: readonly string[]): Inline[][] {
  return names.length > 0 ? [[`${lead} ${names.join('; ')}.`]] : [];
}
