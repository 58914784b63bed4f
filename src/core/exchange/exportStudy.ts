import { fullSpeed, type Pace } from '../cache/bounded';
import type { Problem } from '../problem';
import type { Block } from '../report/blocks';
import { renderMarkdown } from '../report/markdown';
import { renderDocx } from '../report/office/docx';
import type { Study } from '../study';
import type { CaseSource } from '../summary/cases';
import { codebookLabels } from './data/codebookLabels';
import { codebookReport } from './data/codebookReport';
import { codebookCsv } from './data/codebookTable';
import { interviewRows } from './data/codingRows';
import { matrixByCase, matrixByTranscript } from './data/matrix';
import { codingsCsv, codingsJsonLines } from './data/table';
import { webAnnotations } from './data/webAnnotation';
import type { Dialect } from './refi/model';
import { type ProjectSource, projectOf } from './refi/projectOf';
import { writeCodebook, writeProject } from './refi/writeProject';

/** What a study can be exported as, with the ending of the file's name. */
export const exportFormats = {
  csv: 'csv',
  jsonl: 'jsonl',
  'matrix-transcripts': 'csv',
  'matrix-cases': 'csv',
  webannotation: 'jsonld',
  'codebook-md': 'md',
  'codebook-docx': 'docx',
  'codebook-csv': 'csv',
  qdpx: 'qdpx',
  qdc: 'qdc',
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** What is exported: a study, or as much of it as whoever exports may see. */
export type ExportSource = CaseSource & Pick<Study, 'scale'> & ProjectSource;

/** A file's content, and what of the study is not in it. */
export interface Exported {
  readonly content: string | Uint8Array;
  readonly left: readonly Problem[];
}

/**
 * A study in another format; the same study gives the same content.
 * @param dialect for which programs a project of REFI-QDA is made
 */
export async function exportStudy(
  study: ExportSource,
  format: ExportFormat,
  dialect: Dialect = 'standard',
  pace: Pace = fullSpeed,
): Promise<Exported> {
  if (format !== 'qdpx' && format !== 'qdc') {
    return { content: await exportData(study, format, pace), left: [] };
  }
  const { project, texts, left } = await projectOf(study, dialect, pace);
  if (format === 'qdpx') return { content: writeProject(project, texts, dialect), left };
  return { content: writeCodebook(project), left: [] };
}

async function exportData(
  study: ExportSource,
  format: Exclude<ExportFormat, 'qdpx' | 'qdc'>,
  pace: Pace,
): Promise<string | Uint8Array> {
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
      return renderMarkdown(await codebookBlocks(study));
    case 'codebook-docx': {
      const { language } = await study.settings();
      return renderDocx([await codebookBlocks(study)], language, codebookLabels(language).codebook);
    }
    case 'codebook-csv':
      return codebookCsv(await study.codebook(), (await study.settings()).language);
  }
}

async function codebookBlocks(study: ExportSource): Promise<Block[]> {
  return codebookReport(await study.codebook(), await study.settings(), await study.scale());
}
