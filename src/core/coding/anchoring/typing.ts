import type { TextEdit, TrackedRange } from '../../text/edits';
import type { Range } from '../../text/range';

/** An end of a passage at which a word was just replaced or deleted. */
export type OpenBoundary = 'start' | 'end';

/**
 * The end of a passage at which an edit took words away: what is typed there next replaces them, one letter at
 * a time, and stays inside as a replacement in one go does.
 */
export function boundaryLeftOpen(
  passage: Range,
  open: OpenBoundary | undefined,
  edit: TextEdit,
  before: string,
): OpenBoundary | undefined {
  if (edit.end === edit.start) {
    const goesOn = open === 'end' && edit.start === passage.end && !edit.text.includes('\n');
    return goesOn ? 'end' : undefined;
  }
  const isWithin = edit.start >= passage.start && edit.end <= passage.end;
  if (!isWithin || before.slice(edit.start, edit.end).includes('\n')) return undefined;
  if (edit.end === passage.end) return 'end';
  return edit.start === passage.start && edit.text === '' ? 'start' : undefined;
}

/** A passage that has passed an edit, with what was typed at its open boundary inside. */
export function typedOn(
  after: TrackedRange,
  before: Range,
  open: OpenBoundary,
  { start, end, text }: TextEdit,
): TrackedRange {
  if (end > start || text.includes('\n')) return after;
  if (open === 'end' && start === before.end) return { ...after, end: after.end + text.length };
  if (open === 'start' && start === before.start) return { ...after, start: after.start - text.length };
  return after;
}
