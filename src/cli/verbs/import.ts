import { isCoderName } from '../../core/coding/paths';
import { ImportError } from '../../core/exchange/importError';
import type { ImportOutcome } from '../../core/exchange/importPlan';
import { isCaseId, safeName } from '../../core/exchange/names';
import { type FilePlan, planFile } from '../../core/exchange/planFile';
import { isRefiName } from '../../core/exchange/refi/openProject';
import type { ImportedTranscript } from '../../core/exchange/transcripts/importedTranscript';
import { readTranscriptFile } from '../../core/exchange/transcripts/read';
import { fileProblem, type Problem } from '../../core/problem';
import type { Study } from '../../core/study';
import { caseIds, noCase } from '../../core/summary/cases';
import { parseFrontMatter } from '../../core/transcript/frontMatter';
import { openStudy, readOptions } from '../arguments';
import { addCodes, readLabelMap } from '../codeLabels';
import { exitCodeOf } from '../errors';
import { type FoundFile, filesToImport } from '../importFiles';
import { importProject } from '../importProject';
import type { NodeFiles } from '../nodeFiles';
import type { Output } from '../output';
import { problemLine } from '../problemLine';
import { UsageError } from '../usage';

const options = {
  study: { type: 'string' },
  case: { type: 'string' },
  coder: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  'new-codes': { type: 'boolean', default: false },
  overwrite: { type: 'boolean', default: false },
} as const;

interface Import {
  readonly files: NodeFiles;
  readonly study: Study;
  readonly caseId: string | undefined;
  readonly overwrite: boolean;
  readonly coder: string | undefined;
  /** The ids of the codes that labels of comments stand for. */
  readonly choices: Map<string, string>;
  readonly newCodes: boolean;
}

const outcomes: Readonly<Record<ImportOutcome, string>> = {
  new: 'new',
  updated: 'updated',
  same: 'as it was',
  edited: 'not written',
  returned: 'reviewed',
};

/** Takes transcripts that were made elsewhere into a study: a file, or those in a folder. */
export async function importTranscripts(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const [named, surplus] = positionals;
  if (named === undefined) throw new UsageError('Which file is to be imported? Name it, or a folder.');
  if (surplus !== undefined)
    throw new UsageError(`One file or folder at a time: “${surplus}” is one too many.`);
  if (values.study === undefined) throw new UsageError('Into which study? Name its folder: --study STUDY.');
  if (values.case !== undefined && !isCaseId(values.case)) {
    throw new UsageError(`“${values.case}” cannot be a case: it has to be a name for a folder.`);
  }
  if (values.coder !== undefined && !isCoderName(values.coder)) {
    throw new UsageError(`“${values.coder}” cannot be a coder: it has to be a name for a folder.`);
  }
  const found = await filesToImport(named);
  const { files, study } = await openStudy(values.study);
  const order = {
    files,
    study,
    caseId: values.case,
    overwrite: values.overwrite,
    coder: values.coder,
    choices: await readLabelMap(study, values.map),
    newCodes: values['new-codes'],
  };
  let isComplete = true;
  for (const file of found) {
    const take = isRefiName(file.path) ? importProject : importFile;
    isComplete = (await take(file, order, output)) && isComplete;
  }
  const code = await exitCodeOf(study, output);
  return isComplete ? code : 1;
}

/** False where the file, or a part of it that matters, is not in the study. */
async function importFile(file: FoundFile, order: Import, output: Output): Promise<boolean> {
  const tell = (problems: readonly Problem[]) => {
    for (const problem of problems) output.message(problemLine({ ...problem, file: file.path }));
  };
  try {
    const source = await file.source();
    const imported = await readTranscriptFile(source);
    const caseId = imported.exported ? '' : await caseFor(file, imported, order);
    const { overwrite, coder, choices } = order;
    const request = { source, imported, caseId, overwrite, coder, choices, at: new Date().toISOString() };
    let plan = await planFile(order.files, request);
    if (order.newCodes && plan.comments.unknown.length > 0) {
      const labels = plan.comments.unknown.map(({ label }) => label);
      for (const [key, id] of await addCodes(order.files, order.study, labels)) choices.set(key, id);
      plan = await planFile(order.files, request);
    }
    tell(imported.warnings);
    for (const problem of plan.comments.problems) output.message(problemLine(problem));
    await write(plan, order);
    await output.result(
      `${plan.transcript}: ${outcomes[plan.outcome]}; ${recognized(imported)}${coded(plan)}\n`,
    );
    if (plan.outcome !== 'edited') return plan.comments.unknown.length === 0;
    tell([fileProblem('', 'import-edited', plan.transcript)]);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    tell([error.problemOf('')]);
  }
  return false;
}

async function caseFor(
  { path, folder }: FoundFile,
  { head }: ImportedTranscript,
  { study, caseId }: Import,
): Promise<string> {
  const own = parseFrontMatter('', head).frontMatter.case;
  const told = caseId ?? own ?? folder;
  if (told !== undefined) return safeName(told);
  const known = (await caseIds(study)).filter((id) => id !== noCase);
  if (known.length === 1) return safeName(known[0]!);
  const those = known.length > 0 ? ` Those of the study: ${known.join(', ')}.` : '';
  throw new UsageError(`Which case does “${path}” belong to? Say --case ID.${those}`);
}

async function write({ writes, appends }: FilePlan, { files, study }: Import): Promise<void> {
  for (const [path, content] of writes) await files.write(path, content);
  for (const [path, lines] of appends) await files.append(path, lines);
  study.invalidate([...writes.keys(), ...appends.keys()]);
}

function coded({ comments: { codings, reviews } }: FilePlan): string {
  return codings + reviews === 0 ? '' : `; from comments: codings ${codings}, reviews ${reviews}`;
}

/** What was recognized in a file, without a word of what was said. */
function recognized({ turns, timestamps, speakers, language }: ImportedTranscript): string {
  const names = speakers.map(({ name, interviewer }) => (interviewer ? `${name} (interviewer)` : name));
  return [
    `${turns} ${turns === 1 ? 'turn' : 'turns'}`,
    `${timestamps} with a time`,
    speakers.length === 0 ? 'no speakers' : `speakers: ${names.join(', ')}`,
    `language: ${language ?? 'not recognized'}`,
  ].join('; ');
}
