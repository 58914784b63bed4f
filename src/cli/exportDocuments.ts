import { join } from 'node:path';
import { exportForReview, reviewDocumentPath } from '../core/exchange/comments/reviewExport';
import type { Study } from '../core/study';
import type { Output } from './output';
import { writeWholeFile } from './writeFile';

/** Writes each transcript, or those of a case, with its codings as comments, to be reviewed in Word. */
export async function exportDocuments(
  study: Study,
  folder: string,
  caseId: string | undefined,
  output: Output,
): Promise<void> {
  const { language } = await study.settings();
  for (const path of await study.transcriptPaths()) {
    if (caseId !== undefined && (await study.transcriptFacts(path))?.case !== caseId) continue;
    const document = await exportForReview(study, path, language);
    if (!document) continue;
    const file = join(folder, reviewDocumentPath(path));
    await writeWholeFile(file, document.bytes);
    const left = document.left > 0 ? ` (left out, without a place in the text: ${document.left})` : '';
    output.message(file + left);
  }
}
