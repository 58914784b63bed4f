import type { FileStore } from '../ports';
import { Study } from '../study';
import { type CommentPlan, type LabelChoices, planComments } from './comments/commentCodings';
import { type ImportPlan, type ImportRequest, planImport } from './importPlan';
import { overlay } from './overlay';

/** A file to be taken in with the codings that its comments are. */
export interface FileRequest extends ImportRequest {
  readonly choices: LabelChoices;
  /** Who made the comments; undefined for whom the document names. */
  readonly coder: string | undefined;
}

/** What taking a file in writes, of its text and of its comments. */
export interface FilePlan extends ImportPlan {
  readonly comments: CommentPlan;
}

const nothing: CommentPlan = { appends: new Map(), codings: 0, reviews: 0, unknown: [], problems: [] };

/** Works out what taking in a file writes. */
export async function planFile(files: FileStore, request: FileRequest): Promise<FilePlan> {
  const plan = await planImport(files, request);
  const { imported, choices, coder, at } = request;
  if (plan.outcome === 'edited' || imported.comments.length === 0) return { ...plan, comments: nothing };
  const { transcript, text } = plan;
  const shift = text.length - imported.body.length;
  const moved = imported.comments.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
  const study = new Study(overlay(files, plan.writes));
  const comments = await planComments({ study, transcript, text, comments: moved, choices, coder, at });
  return { ...plan, comments, appends: new Map([...plan.appends, ...comments.appends]) };
}
