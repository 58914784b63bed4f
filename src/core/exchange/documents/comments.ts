import type { Problem } from '../../problem';
import { importProblem } from '../importError';
import type { ImportedComment } from '../transcripts/importedTranscript';
import type { DocumentText } from './documentText';

/** A comment as a document has it, without its place. */
export type DocumentComment = Omit<ImportedComment, 'start' | 'end'>;

/**
 * Puts comments on the ranges that their marks tell. One on no range is on the paragraph of its point; one whose
 * place is gone is told of. Replies are where what they reply to is.
 */
export function commentsOf(
  file: string,
  { text, ranges }: DocumentText,
  comments: readonly DocumentComment[],
): { comments: ImportedComment[]; warnings: Problem[] } {
  const placed: ImportedComment[] = [];
  const warnings: Problem[] = [];
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  for (const comment of comments) {
    const range = ranges.get(comment.id) ?? ranges.get(rootOf(comment, byId).id);
    if (!range) warnings.push(importProblem(file, 1, 'import-comment-lost', comment.author));
    else placed.push({ ...comment, ...(range.start < range.end ? range : paragraphAt(text, range.start)) });
  }
  return { comments: placed, warnings };
}

/** The comment that began a thread. */
function rootOf<T extends DocumentComment>(comment: T, byId: ReadonlyMap<string, T>): T {
  let root = comment;
  for (let steps = byId.size; steps > 0 && root.parent !== undefined; steps--) {
    const parent = byId.get(root.parent);
    if (!parent) break;
    root = parent;
  }
  return root;
}

function paragraphAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start: Math.min(start, offset), end: end === -1 ? text.length : end };
}
