import { csvLines } from '../../report/csv';
import type { Study } from '../../study';
import { type AgreementRequest, readRequest } from './agreement';
import { useOf } from './material';

/**
 * The matrix of units as CSV: a row for each unit of each transcript that was compared, a column for each code and
 * coder with 1 or 0, empty where the coder has not coded the transcript. Units are numbered from 1 in each
 * transcript; `start` and `end` are its offsets. It has no words of respondents.
 */
export async function unitMatrix(study: Study, request: AgreementRequest): Promise<string> {
  const { material, codes } = await readRequest(study, request);
  const columns = codes.flatMap(({ code }) => request.coders.map((coder) => ({ code, coder })));
  const head = [
    'transcript',
    'unit',
    'start',
    'end',
    ...columns.map(({ code, coder }) => `${code}:${coder}`),
  ];
  const rows = material.transcripts.flatMap((transcript) => {
    const marks = columns.map(({ code, coder }) =>
      transcript.coders.includes(coder) ? new Set(useOf(transcript, coder, code).units) : undefined,
    );
    return transcript.units.map(({ start, end }, unit) => [
      transcript.path,
      unit + 1,
      start,
      end,
      ...marks.map((marked) => (marked ? Number(marked.has(unit)) : null)),
    ]);
  });
  return csvLines([head, ...rows]);
}
