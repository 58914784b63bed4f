import { anchor } from '../coding/anchoring/anchor';
import { isPlaced, selectQuote } from '../coding/coding';
import type { FileStore } from '../ports';
import { Study } from '../study';
import type { Range } from '../text/range';
import { type CommentPlan, type LabelChoices, planComments } from './comments/commentCodings';
import { type ImportPlan, type ImportRequest, planImport } from './importPlan';
import { overlay } from './overlay';

/** A file to be taken in with the codings that its comments are. */
export interface FileRequest extends ImportRequest {
  readonly choices: LabelChoices;
  /**
   * Who made the comments; undefined for whom the document names. Of a document that was exported from the study: who
   * edited it.
   */
  readonly coder: string | undefined;
}

/** What taking a file in writes, of its text and of its comments. */
export interface FilePlan extends ImportPlan {
  readonly comments: CommentPlan;
}

const nowhere: Range = { start: 0, end: 0 };
const nothing: CommentPlan = { appends: new Map(), codings: 0, reviews: 0, unknown: [], problems: [] };

/** Works out what taking in a file writes. */
export async function planFile(files: FileStore, request: FileRequest): Promise<FilePlan> {
  const returned = await planReturned(files, request);
  if (returned) return returned;
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

/** A document that was exported from the study changes nothing of the transcript: what its comments now say comes in. */
async function planReturned(files: FileStore, request: FileRequest): Promise<FilePlan | undefined> {
  const { imported, choices, coder, at } = request;
  if (!imported.exported) return undefined;
  const { transcript, codings } = imported.exported;
  const study = new Study(files);
  const text = (await study.transcript(transcript))?.text;
  if (text === undefined) return undefined;
  const own = imported.head + imported.body;
  const shift = imported.head.length;
  const comments = imported.comments.map((comment) => {
    const range = { start: comment.start + shift, end: comment.end + shift };
    return { ...comment, ...placeIn(text, own, range) };
  });
  const returned = { codings, editor: coder };
  const known = { study, transcript, text, comments, choices, coder: undefined, at, returned };
  const plan = await planComments(known);
  return { transcript, text, outcome: 'returned', writes: new Map(), appends: plan.appends, comments: plan };
}

/** Where a passage of a document stands in the transcript as it now is; an empty range where it is lost. */
function placeIn(text: string, own: string, range: Range): Range {
  if (range.start === range.end) return nowhere;
  const coding = { id: '', code: '', by: '', at: '', ...selectQuote(own, range) };
  const found = anchor(text, coding);
  return isPlaced(found) ? { start: found.start, end: found.end } : nowhere;
}
