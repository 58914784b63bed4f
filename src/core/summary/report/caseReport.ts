import { type Block, heading, type Inline, oneLine, paragraph } from '../../report/blocks';
import type { CaseSummary, StudySummary } from '../model';
import { codeSection } from './codeSection';
import { comparisonSection } from './comparisonSection';
import { type ReportContext, reportContext } from './context';
import { costSection } from './costSection';
import { interviewSection } from './interviewSection';
import { maturitySection } from './maturitySection';
import { quoteSection } from './quoteSection';

/** The report of a case, in the order in which a researcher writes one up. */
export function caseReport(study: StudySummary, summary: CaseSummary): Block[] {
  const context = reportContext(study, summary);
  return [
    heading(1, oneLine(summary.name)),
    paragraph({ kind: 'emphasis', text: oneLine(study.study) || context.labels.noTitle }),
    ...interviewSection(context),
    ...codeSection(context),
    ...quoteSection(context),
    ...comparisonSection(context),
    ...maturitySection(context),
    ...costSection(context),
    ...originSection(context),
  ];
}

function originSection({ labels, case: { coders, sources, hash } }: ReportContext): Block[] {
  const counted = coders.map(
    ({ coder, quotes, transcripts }): Inline =>
      `${oneLine(coder)} (${labels.coderCount(quotes, transcripts)})`,
  );
  return [
    heading(2, labels.madeFrom),
    ...(counted.length > 0 ? [paragraph(`${labels.codersCounted} ${counted.join(', ')}.`)] : []),
    paragraph(`${labels.hash(sources.length)} `, { kind: 'code', text: hash }),
  ];
}
