import type { ImportedComment } from '../transcripts/importedTranscript';
import { saysVerdict } from './readReply';

/**
 * Comments with what they reply to where the program that wrote the document has lost that, as LibreOffice does: one
 * that begins by agreeing or not, and names no code, is about the comment on the same words that stands before it.
 * @param isCode whether there is a code that is called this
 */
export function threaded(
  comments: readonly ImportedComment[],
  isCode: (label: string) => boolean,
): ImportedComment[] {
  const isReply = ({ text, parent }: ImportedComment) =>
    parent === undefined && saysVerdict(text) && !isCode(text.split(/[:\n]/, 1)[0]!);
  const wordsOf = ({ start, end }: ImportedComment) => `${start} ${end}`;
  const others = comments.filter((comment) => comment.parent === undefined && !isReply(comment));
  // The last that was seen; before any was, the first.
  const onWords = new Map(others.toReversed().map((comment) => [wordsOf(comment), comment.id]));
  return comments.map((comment) => {
    const words = wordsOf(comment);
    if (isReply(comment)) return { ...comment, parent: onWords.get(words) };
    if (comment.parent === undefined) onWords.set(words, comment.id);
    return comment;
  });
}
