import { isPlaced } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { caseOf, folderCase } from '../../core/transcript/transcript';
import type { CodingTarget } from '../../host/codingTarget';
import type { StudySession } from '../../host/studySession';

/** A quote of the view, with what its transcript says of the respondent. */
export interface QuoteRow extends CodingTarget {
  readonly kind: 'quote';
  /** The passage where it now stands; the original words of a lost quote. */
  readonly text: string;
  readonly case: string | undefined;
  readonly organization: string | undefined;
  readonly role: string | undefined;
  /** False where its transcript is missing or unreadable. */
  readonly hasTranscript: boolean;
}

/** True where nobody can say any more at which place of its transcript the quote stands. */
export function isLost(row: QuoteRow): boolean {
  return !isPlaced(row.coding);
}

/** Tells a coding from every other one of the study. */
export function rowId({ coding }: CodingTarget): string {
  return `${coding.log}#${coding.coding.id}`;
}

/**
 * The quotes of a transcript, by place. A quote that is as it was before is the same object, and where all
 * are, so is the list: what shows them need not be shown again.
 */
export async function readRows(
  session: StudySession,
  path: string,
  before: readonly QuoteRow[] = [],
): Promise<readonly QuoteRow[]> {
  const [transcript, codings] = await Promise.all([
    session.study.transcript(path),
    session.study.codings(path),
  ]);
  const { organization, role } = transcript?.frontMatter ?? {};
  const shared = {
    session,
    case: transcript ? caseOf(transcript) : folderCase(path),
    organization,
    role,
    hasTranscript: transcript !== undefined,
  };
  const known = new Map(before.map((row) => [rowId(row), row]));
  const rows = codings.map((coding: StudyCoding): QuoteRow => {
    const text = isPlaced(coding) ? transcript!.text.slice(coding.start, coding.end) : coding.coding.quote;
    const row: QuoteRow = { kind: 'quote', ...shared, coding, text };
    const old = known.get(rowId(row));
    return old && contentOf(old) === contentOf(row) ? old : row;
  });
  const same = rows.length === before.length && rows.every((row, index) => row === before[index]);
  return same ? before : rows;
}

function contentOf({ session: _session, ...content }: QuoteRow): string {
  return JSON.stringify(content);
}
