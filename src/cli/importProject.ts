import { ImportError } from '../core/exchange/importError';
import { type ProjectPlan, planProject } from '../core/exchange/refi/planProject';
import type { Study } from '../core/study';
import type { FoundFile } from './importFiles';
import type { NodeFiles } from './nodeFiles';
import type { Output } from './output';
import { problemLine } from './problemLine';

/** Where a project goes, and what stands in for what it does not say. */
export interface ProjectOrder {
  readonly files: NodeFiles;
  readonly study: Study;
  readonly caseId: string | undefined;
  readonly coder: string | undefined;
}

/** Takes a project or codebook of REFI-QDA into a study. False where it could not be read. */
export async function importProject(file: FoundFile, order: ProjectOrder, output: Output): Promise<boolean> {
  const { files, study, caseId, coder } = order;
  try {
    const source = await file.source();
    const plan = await planProject(files, study, { source, caseId, coder, at: new Date().toISOString() });
    for (const [path, content] of plan.writes) await files.write(path, content);
    for (const [path, lines] of plan.appends) await files.append(path, lines);
    study.invalidate([...plan.writes.keys(), ...plan.appends.keys()]);
    for (const problem of plan.problems) output.message(problemLine({ ...problem, file: file.path }));
    await output.result(`${file.path}: ${takenIn(plan)}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    output.message(problemLine(error.problemOf(file.path)));
    return false;
  }
}

function takenIn({ transcripts, codes, codings, reviews, scores, same }: ProjectPlan): string {
  const added = `transcripts ${transcripts}, codes ${codes}, codings ${codings}, reviews ${reviews}, scores ${scores}`;
  return `new: ${added}; codings that were there: ${same}`;
}
