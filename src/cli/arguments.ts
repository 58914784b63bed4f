import { stat } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Study } from '../core/study';
import { isStudyFile } from '../core/study/files';
import { compareStrings } from '../core/text/compare';
import { StudyThreads } from './beside/studyThreads';
import { GitTexts } from './gitTexts';
import { NodeFiles } from './nodeFiles';
import { nodeSha256 } from './sha256';
import { UsageError } from './usage';

/** The arguments of a verb that takes one study and options with a value each; `beside` as for `openStudy`. */
export async function readArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  beside = false,
): Promise<{ folder: string; study: Study; values: Partial<Record<Name, string>> }> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = readOptions(args, options);
  return {
    ...(await openStudy(oneStudy(positionals), beside)),
    values: values as Partial<Record<Name, string>>,
  };
}

/** The one study among what stands beside the options. */
export function oneStudy([folder, surplus]: readonly string[]): string | undefined {
  if (surplus !== undefined) throw new UsageError(`One study at a time: “${surplus}” is one too many.`);
  return folder;
}

/**
 * The study in a folder, which must exist.
 * @param beside whether other threads read the transcripts of a large one
 */
export async function openStudy(
  folder: string | undefined,
  beside = false,
): Promise<{ folder: string; files: NodeFiles; study: Study; threads?: StudyThreads | undefined }> {
  if (folder === undefined) throw new UsageError('Which study? Name its folder.');
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new UsageError(`There is no folder “${folder}”.`);
  if (!found.isDirectory()) throw new UsageError(`“${folder}” is not a folder. Name the folder of a study.`);
  const files = await NodeFiles.open(folder);
  const tools = { sha256: nodeSha256, oldTexts: new GitTexts(folder) };
  if (!beside) return { folder, files, study: new Study(files, tools) };
  const listed = await files.list('transcripts').catch(() => []);
  const threads = StudyThreads.start(listed.filter(isStudyFile.transcripts).sort(compareStrings));
  const study = new Study(files, tools, threads);
  await threads?.begin(folder, study);
  return { folder, files, study, threads };
}

/** Options and what stands beside them; wrong ones are wrong usage. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The format asked for, or the first of those that there are. */
export function readFormat<Format extends string>(
  asked: string | undefined,
  formats: readonly [Format, ...Format[]],
): Format {
  if (asked === undefined) return formats[0];
  const format = formats.find((known) => known === asked);
  if (!format) throw new UsageError(`There is no format “${asked}”. Known: ${formats.join(', ')}.`);
  return format;
}
