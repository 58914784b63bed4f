import type { PictureKind } from '../../pictures/model';
import { type Block, heading, type Inline, oneLine, paragraph } from '../../report/blocks';
import type { CasePlace, CaseSummary, StudyNames } from '../model';
import { agreementSection } from './agreementSection';
import { codeSection } from './codeSection';
import { comparisonSection } from './comparisonSection';
import { type ReportContext, reportContext } from './context';
import { contextSection } from './contextSection';
import { costSection } from './costSection';
import { interviewSection } from './interviewSection';
import type { ReportMaterial } from './material';
import { maturitySection } from './maturitySection';
import { notesBySection, withNotes } from './notes';
import { notFoundSection } from './notFoundSection';
import { quoteSection } from './quoteSection';
import { roleSection } from './roleSection';
import type { SectionId } from './sectionLabels';
import { themeSection, topicSections } from './themeSection';

/** The report of a case, in the order in which a researcher writes one up; notes stand in the section they name. */
export function caseReport(
  study: StudyNames,
  summary: CaseSummary,
  material: ReportMaterial,
  place: CasePlace,
): Block[] {
  const context = reportContext(study, summary, material, place);
  const notes = notesBySection(context);
  const section = (id: SectionId, blocks: readonly Block[] = []) =>
    withNotes(id, context.words.titles[id], blocks, notes);
  const pictures = (...kinds: readonly PictureKind[]) =>
    kinds.flatMap((kind) => material.pictures.get(kind) ?? []);
  const isPolar = material.codebook.codes.some(({ polarity }) => polarity !== undefined);
  const isCoded = summary.quotes.length > 0;
  return [
    heading(1, oneLine(summary.name)),
    paragraph({ kind: 'emphasis', text: oneLine(study.study) || context.labels.noTitle }),
    ...section('context', contextSection(context)),
    ...section('phase'),
    ...section('reasons'),
    ...section('preconditions'),
    ...section('interviews', interviewSection(context)),
    ...section('changes'),
    ...section('effects'),
    ...section('hinders', isCoded ? themeSection('hinders', context) : []),
    ...section('helps', isCoded ? themeSection('helps', context) : []),
    ...section('balance', withTitle(context.words.titles.balance, isPolar ? pictures('balance') : [])),
    ...topicSections(context).flatMap(({ code, title, blocks }) =>
      withNotes(`topic ${code}`, title, blocks, notes),
    ),
    ...section('roles', roleSection(context)),
    ...section('organizations', comparisonSection(context)),
    ...section('codes', withPictures(codeSection(context), pictures('codes', 'together', 'saturation'))),
    ...section('agreement', agreementSection(context)),
    ...section('maturity', withPictures(maturitySection(context), pictures('maturity'))),
    ...section('costs', costSection(context)),
    ...section('wishes'),
    ...section('lessons'),
    ...section('notFound', notFoundSection(context)),
    ...section('summary'),
    ...notes.others.flatMap(({ title, blocks }) => [heading(2, title), ...blocks]),
    ...quoteSection(context),
    ...originSection(context),
  ];
}

/** Pictures below what a section says; a section that is not there has none. */
function withPictures(blocks: readonly Block[], pictures: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [...blocks, ...pictures];
}

/** A section of pictures alone; none without any. */
function withTitle(title: string, pictures: readonly Block[]): readonly Block[] {
  return pictures.length === 0 ? [] : [heading(2, title), ...pictures];
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
