import { type ExportFormat, exportFormats, exportStudy } from '../../core/exchange/exportStudy';
import { dialects } from '../../core/exchange/refi/model';
import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import { exportDocuments } from '../exportDocuments';
import { isFreeOfNames } from '../namesFile';
import type { Output } from '../output';
import { problemLine } from '../problemLine';
import { UsageError } from '../usage';
import { writeWholeFile } from '../writeFile';

/** Documents of Word are a file for each transcript. */
const formats = ['docx', ...(Object.keys(exportFormats) as ExportFormat[])] as const;

/** Writes a study in a format of other programs. */
export async function exportTo(args: readonly string[], output: Output): Promise<number> {
  const { folder, study, values } = await readArguments(args, ['format', 'out', 'dialect', 'case', 'names']);
  if (values.format === undefined) throw new UsageError(`In which format? Known: ${formats.join(', ')}.`);
  const format = readFormat(values.format, formats);
  if (values.out === undefined) throw new UsageError('Into which file? Name it: --out FILE.');
  if (values.names !== undefined && !(await isFreeOfNames(folder, values.names, output))) return 1;
  if (format === 'docx') {
    await exportDocuments(study, values.out, values.case, output);
    return exitCodeOf(study, output);
  }
  if (values.case !== undefined) throw new UsageError(`“${format}” is of all cases: leave out --case.`);
  const dialect = dialects.find((known) => known === (values.dialect ?? 'standard'));
  if (!dialect) {
    throw new UsageError(`There is no dialect “${values.dialect}”. Known: ${dialects.join(', ')}.`);
  }
  const { content, left } = await exportStudy(study, format, dialect);
  await writeWholeFile(values.out, content);
  for (const problem of left) output.message(problemLine(problem));
  output.message(values.out);
  return exitCodeOf(study, output);
}
