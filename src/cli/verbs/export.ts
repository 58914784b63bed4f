import { type ExportFormat, exportFormats, exportStudy } from '../../core/exchange/exportStudy';
import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';
import { writeWholeFile } from '../writeFile';

const formats = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];

/** Writes a study in a format of other programs. */
export async function exportTo(args: readonly string[], output: Output): Promise<number> {
  const { study, values } = await readArguments(args, ['format', 'out']);
  if (values.format === undefined) throw new UsageError(`In which format? Known: ${formats.join(', ')}.`);
  const format = readFormat(values.format, formats);
  if (values.out === undefined) throw new UsageError('Into which file? Name it: --out FILE.');
  await writeWholeFile(values.out, await exportStudy(study, format));
  output.message(values.out);
  return exitCodeOf(study, output);
}
