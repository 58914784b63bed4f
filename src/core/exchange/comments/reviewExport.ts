import { coderOf, consensusCoder } from '../../coding/paths';
import { discussionsOf } from '../../review/discussion';
import type { ExportSource } from '../exportStudy';
import { type ReviewDocument, reviewDocument } from './exportComments';

/** The document of Word in which a transcript's codings can be reviewed; undefined where there is no transcript. */
export async function exportForReview(
  study: Pick<ExportSource, 'transcript' | 'codings' | 'reviews' | 'codebook'>,
  path: string,
  language: 'en' | 'nl',
): Promise<ReviewDocument | undefined> {
  const transcript = await study.transcript(path);
  if (!transcript) return undefined;
  const [codings, reviews, codebook] = await Promise.all([
    study.codings(path),
    study.reviews(path),
    study.codebook(),
  ]);
  const own = codings.filter((coding) => coderOf(coding) !== consensusCoder);
  return reviewDocument(transcript, own, discussionsOf(reviews), codebook, language);
}

/** Where the document of a transcript belongs below a folder: `<case>/<name>.docx`. */
export function reviewDocumentPath(transcript: string): string {
  return `${transcript.replace(/^transcripts\//, '').replace(/\.[^./]+$/, '')}.docx`;
}
