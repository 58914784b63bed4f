import { usualOverlap } from '../../core/review/agreement/agreement';
import { unitKinds } from '../../core/review/agreement/model';
import { agreementFormats, renderAgreement } from '../../core/review/agreement/render';
import type { Study } from '../../core/study';
import { caseIds } from '../../core/summary/cases';
import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';

/** Writes how coders agree: a report, its data, or the matrix of units. */
export async function agreement(args: readonly string[], output: Output): Promise<number> {
  const { study, values } = await readArguments(args, ['coders', 'case', 'unit', 'overlap', 'format']);
  const format = readFormat(values.format, agreementFormats);
  const unit = unitKinds.find((known) => known === (values.unit ?? 'turn'));
  if (!unit) throw new UsageError(`There is no unit “${values.unit}”. Known: ${unitKinds.join(', ')}.`);
  const iou = readOverlap(values.overlap);
  const coders = await readCoders(study, values.coders);
  await needCase(study, values.case);
  const request = { coders, case: values.case, unit, iou };
  await output.result(await renderAgreement(study, request, format));
  return exitCodeOf(study, output);
}

async function readCoders(study: Study, asked: string | undefined): Promise<string[]> {
  const known = await study.coders();
  const names = [...new Set((asked ?? '').split(',').map((name) => name.trim()))].filter(Boolean);
  const all = known.length > 0 ? `Those of this study: ${known.join(', ')}.` : 'This study has none yet.';
  if (names.length < 2) throw new UsageError(`Name two or more coders: --coders anna,bram. ${all}`);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no coder “${unknown}”. ${all}`);
  return names;
}

async function needCase(study: Study, asked: string | undefined): Promise<void> {
  if (asked === undefined) return;
  const known = await caseIds(study);
  if (!known.includes(asked))
    throw new UsageError(`The study has no case “${asked}”. Its cases: ${known.join(', ')}.`);
}

function readOverlap(asked: string | undefined): number {
  const overlap = asked === undefined ? usualOverlap : Number(asked);
  if (overlap > 0 && overlap <= 1) return overlap;
  throw new UsageError(`“${asked}” is not an overlap. Give a number above 0 and up to 1, such as 0.5.`);
}
