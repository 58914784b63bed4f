import { sameItems } from '../../core/cache/same';
import { isPlaced } from '../../core/coding/coding';
import { awaitsAnswer, type Discussion } from '../../core/review/discussion';
import type { StudyCoding, TranscriptFacts } from '../../core/study';
import { folderCase } from '../../core/transcript/transcript';
import { type CodingTarget, writerOf } from '../../host/codingTarget';
import type { StudySession } from '../../host/studySession';

/** What the transcript of quotes says of the respondent: one for all its quotes, of which a study has many. */
interface QuoteSource {
  readonly case: string | undefined;
  readonly organization: string | undefined;
  readonly role: string | undefined;
  /** False where the transcript is missing or unreadable. */
  readonly isThere: boolean;
}

/** A quote of the view. */
export interface QuoteRow extends CodingTarget {
  readonly kind: 'quote';
  /** As it was last found; what is shown of it stays, or the quote becomes another row. */
  coding: StudyCoding;
  /** The passage where it now stands; the original words of a lost quote. */
  readonly text: string;
  readonly source: QuoteSource;
  /** What reviewers say of it; undefined where none has said anything. */
  readonly discussion: Discussion | undefined;
  /** True where coders have settled it, so that a quote by consensus counts instead, or none. */
  readonly settled: boolean;
  /** True for the row among the codings to repair. */
  readonly toRepair: boolean;
}

/** True where nobody can say any more at which place of its transcript the quote stands. */
export function isLost(row: QuoteRow): boolean {
  return !isPlaced(row.coding);
}

/** How many quotes count; those that were settled count as what was agreed on. */
export function countRows(rows: readonly QuoteRow[]): number {
  return rows.reduce((sum, { settled }) => (settled ? sum : sum + 1), 0);
}

/** Tells a row from every other one of the study. */
export function rowId({ coding, toRepair }: QuoteRow): string {
  return `${toRepair ? 'repair#' : ''}${coding.log}#${coding.coding.id}`;
}

/** True where a coder, undefined where nobody said who they are, has something to answer about a quote of theirs. */
export function isToAnswer({ coding, discussion }: QuoteRow, coder: string | undefined): boolean {
  return (discussion?.opinions.some(awaitsAnswer) ?? false) && writerOf(coding) === coder;
}

const repairRows = new WeakMap<QuoteRow, QuoteRow>();

/** The row of a quote among the codings to repair; it may have another one in the group where it belongs. */
export function repairRowOf(row: QuoteRow): QuoteRow {
  const known = repairRows.get(row);
  if (known) return known;
  const repairRow: QuoteRow = {
    ...row,
    toRepair: true,
    get coding() {
      return row.coding;
    },
  };
  repairRows.set(row, repairRow);
  return repairRow;
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
  const [facts, codings, discussions, { represented }] = await Promise.all([
    session.study.transcriptFacts(path),
    session.codings(path),
    session.discussions(path),
    session.consensus(path),
  ]);
  const source = sourceOf(path, facts, before[0]?.source);
  const places = new Map<StudyCoding, QuoteRow>();
  for (const row of before) places.set(row.coding, row);
  const standing = new Set(codings);
  let ids: ReadonlyMap<string, QuoteRow> | undefined;
  const rowBefore = (row: QuoteRow) => {
    ids ??= new Map(before.filter((one) => !standing.has(one.coding)).map((one) => [rowId(one), one]));
    return ids.get(rowId(row));
  };
  const rows = codings.map((coding: StudyCoding): QuoteRow => {
    const { id } = coding.coding;
    const discussion = discussions.get(id);
    const settled = represented.has(id);
    const there = places.get(coding);
    if (there && isToldAlike(there, source, discussion, settled)) return there;
    const row: QuoteRow = {
      kind: 'quote',
      session,
      coding,
      text: coding.text,
      source,
      discussion,
      settled,
      toRepair: false,
    };
    const old = there ? undefined : rowBefore(row);
    if (!old || !isCodedAlike(old, row) || !isToldAlike(old, source, discussion, settled)) return row;
    old.coding = coding;
    return old;
  });
  return sameItems(rows, before) ? before : rows;
}

/** What a transcript says, the same object as before where it says the same. */
function sourceOf(
  path: string,
  facts: TranscriptFacts | undefined,
  before: QuoteSource | undefined,
): QuoteSource {
  const { organization, role } = facts?.frontMatter ?? {};
  const now = {
    case: facts ? facts.case : folderCase(path),
    organization,
    role,
    isThere: facts !== undefined,
  };
  const isSame =
    before?.case === now.case &&
    before?.organization === organization &&
    before?.role === role &&
    before?.isThere === now.isThere;
  return before && isSame ? before : now;
}

/** True where a quote is shown with these very things besides its coding. */
function isToldAlike(
  row: QuoteRow,
  source: QuoteSource,
  discussion: Discussion | undefined,
  settled: boolean,
): boolean {
  return (
    row.source === source &&
    (row.discussion === discussion || JSON.stringify(row.discussion) === JSON.stringify(discussion)) &&
    row.settled === settled
  );
}

/** True where two codings with the same id are shown in the same way, wherever they stand in the transcript. */
function isCodedAlike(a: QuoteRow, b: QuoteRow): boolean {
  const [{ anchor, coding }, other] = [a.coding, b.coding];
  return (
    a.text === b.text &&
    anchor === other.anchor &&
    coding.code === other.coding.code &&
    coding.memo === other.coding.memo &&
    coding.star === other.coding.star &&
    coding.by === other.coding.by &&
    coding.at === other.coding.at
  );
}
