import { fullSpeed, type Pace } from '../cache/bounded';
import { renderMarkdown } from '../report/markdown';
import type { Study } from '../study';
import type { CaseSource } from '../summary/cases';
import { codebookReport } from './data/codebookReport';
import { codebookCsv } from './data/codebookTable';
import { interviewRows } from './data/codingRows';
import { matrixByCase, matrixByTranscript } from './data/matrix';
import { codingsCsv, codingsJsonLines } from './data/table';
import { webAnnotations } from './data/webAnnotation';

/** What a study can be exported as, with the ending of the file's name. */
export const exportFormats = {
  csv: 'csv',
  jsonl: 'jsonl',
  'matrix-transcripts': 'csv',
  'matrix-cases': 'csv',
  webannotation: 'jsonld',
  'codebook-md': 'md',
  'codebook-csv': 'csv',
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** What is exported: a study, or as much of it as whoever exports may see. */
export type ExportSource = CaseSource & Pick<Study, 'codebook' | 'scale' | 'transcript'>;

/** A study in another format, as a file's content; the same study gives the same content. */
export async function exportStudy(
  study: ExportSource,
  format: ExportFormat,
  pace: Pace = fullSpeed,
): Promise<string> {
  const rows = () => interviewRows(study, pace);
  const all = async () => (await rows()).flatMap((interview) => interview.rows);
  switch (format) {
    case 'csv':
      return codingsCsv(await all());
    case 'jsonl':
      return codingsJsonLines(await all());
    case 'matrix-transcripts':
      return matrixByTranscript(await rows(), await study.codebook());
    case 'matrix-cases':
      return matrixByCase(await rows(), await study.codebook());
    case 'webannotation':
      return webAnnotations(study, await rows());
    case 'codebook-md':
      return renderMarkdown(
        codebookReport(await study.codebook(), await study.settings(), await study.scale()),
      );
    case 'codebook-csv':
      return codebookCsv(await study.codebook(), (await study.settings()).language);
  }
}
