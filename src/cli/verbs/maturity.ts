import { maturityFormats, renderMaturity } from '../../core/maturity/tables/render';
import { maturityTables } from '../../core/maturity/tables/tables';
import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';

/** Writes the scores of all organizations: the tables of a report, their data, or a row for each score. */
export async function maturity(args: readonly string[], output: Output): Promise<number> {
  const { study, values } = await readArguments(args, ['format']);
  const format = readFormat(values.format, maturityFormats);
  const tables = await maturityTables(study);
  if (!tables) throw new UsageError('This study has no maturity.yaml with domains to score on.');
  await output.result(renderMaturity(tables, format));
  return exitCodeOf(study, output);
}
