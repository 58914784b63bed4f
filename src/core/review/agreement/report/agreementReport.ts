import { type Block, heading, type Inline, oneLine, paragraph } from '../../../report/blocks';
import { agreementLabels } from '../labels';
import { methodsText } from '../methods';
import type { AgreementReport } from '../model';
import { codeSections, groupSection } from './codeTables';
import { type ReportContext, reportContext } from './context';
import { disagreementSection } from './disagreementSection';
import { originSection } from './originSection';
import { scoreSection } from './scoreSection';
import { definitionSection, roundSection } from './sections';

/** A report of agreement: the figures, worst first, and all that a reader needs to check them. */
export function agreementReport(report: AgreementReport): Block[] {
  const context = reportContext(report);
  const isEmpty = report.transcripts.length === 0;
  return [
    heading(1, titleOf(report)),
    paragraph({ kind: 'emphasis', text: subtitleOf(context) }),
    ...(isEmpty ? [paragraph(context.labels.noTranscripts)] : figures(context)),
    ...scoreSection(report.scores, report.language, { organization: byId, domain: byId }),
    ...originSection(context),
  ];
}

const byId = (id: string) => id;

/** The title of a report: who agrees. */
export function titleOf({ coders, language }: AgreementReport): string {
  const labels = agreementLabels(language);
  return oneLine(labels.title(`${coders.slice(0, -1).join(', ')} ${labels.and} ${coders.at(-1)}`));
}

function subtitleOf({ report, labels }: ReportContext): string {
  const parts = [report.study, report.case?.name ?? labels.wholeStudy, labels.onUnits[report.unit]];
  return parts.map(oneLine).filter(Boolean).join(' · ');
}

function figures(context: ReportContext): Block[] {
  const { report } = context;
  return [
    ...methodsSection(context),
    ...groupSection(context),
    ...report.pairs.flatMap((pair) => codeSections(context, pair)),
    ...roundSection(context),
    ...definitionSection(context),
    ...disagreementSection(context),
  ];
}

function methodsSection({ report, labels }: ReportContext): Block[] {
  const other = report.language === 'nl' ? 'en' : 'nl';
  const inWords = (language: 'en' | 'nl'): Inline => oneLine(methodsText(report, language));
  return [
    heading(2, labels.methods),
    paragraph(inWords(report.language)),
    heading(3, labels.methodsOther),
    paragraph(inWords(other)),
  ];
}
