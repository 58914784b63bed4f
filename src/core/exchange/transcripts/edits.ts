import { applyEdits, type TextEdit } from '../../text/edits';
import type { Draft } from './importedTranscript';

/** The draft after edits of what stands around speech, such as labels: comments stay on what they were on. */
export function editDraft(draft: Draft, edits: readonly TextEdit[]): Draft {
  if (edits.length === 0) return draft;
  const ends = draft.comments.flatMap(({ start, end }) => [start, end]);
  const moved = movedOffsets(ends, edits);
  const comments = draft.comments.map((comment) => ({
    ...comment,
    start: moved.get(comment.start)!,
    end: moved.get(comment.end)!,
  }));
  return { ...draft, text: applyEdits(draft.text, edits), comments };
}

/** Where offsets stand after edits; those within a stretch that was replaced stand at its end. */
function movedOffsets(offsets: readonly number[], edits: readonly TextEdit[]): Map<number, number> {
  const moved = new Map<number, number>();
  let shift = 0;
  let next = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (next < edits.length && edits[next]!.end <= offset) {
      const { start, end, text } = edits[next++]!;
      shift += text.length - (end - start);
    }
    const edit = edits[next];
    const isWithin = edit !== undefined && edit.start < offset;
    moved.set(offset, isWithin ? edit.start + shift + edit.text.length : offset + shift);
  }
  return moved;
}
