import { type Block, heading, oneLine, paragraph } from '../../report/blocks';
import { methodsText } from '../../review/agreement/methods';
import { pairTables } from '../../review/agreement/report/codeTables';
import { reportContext as agreementContext } from '../../review/agreement/report/context';
import type { ReportContext } from './context';

/** How coders agree who coded the same interviews of the case; nothing where none did. */
export function agreementSection({ material: { agreement }, study, words }: ReportContext): Block[] {
  if (!agreement || agreement.transcripts.length === 0) return [];
  const context = agreementContext(agreement);
  return [
    heading(2, words.titles.agreement),
    paragraph(oneLine(methodsText(agreement, study.language))),
    ...agreement.pairs.flatMap((pair) => pairTables(context, pair)),
  ];
}
