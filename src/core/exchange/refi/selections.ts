import { type Coding, isPlaced } from '../../coding/coding';
import { parseLogPath } from '../../coding/paths';
import { oneLine } from '../../report/blocks';
import type { StudyCoding } from '../../study';
import { guidOf } from '../guid';
import type { CodedText } from './codedText';
import { codeGuid } from './codes';
import type { ProjectDraft } from './draft';
import type { RefiSelection } from './model';
import { noteOf, noteText } from './note';
import { reviewNotes } from './reviewNotes';

const longestName = 80;

/** A selection for each coding that has a place: its coder is the selection's, and its memo the description. */
export function selectionsOf(text: CodedText, draft: ProjectDraft): RefiSelection[] {
  const placed = text.codings.filter(isPlaced);
  for (const { coding, log } of text.codings.filter((one) => !isPlaced(one))) {
    draft.leave(log, 'export-without-place', coding.id);
  }
  const guids = new Map<string, string>();
  const own = placed.map((one) => {
    const guid = draft.own(draft.ids.guidOf(one.coding.id), one.log);
    if (!guids.has(one.coding.id)) guids.set(one.coding.id, guid);
    return { one, guid };
  });
  const reviews = reviewNotes(text, guids, draft);
  const selections = own.map(({ one, guid }) => {
    const isFirst = guids.get(one.coding.id) === guid;
    return selectionOf(one, guid, isFirst ? (reviews.get(guid) ?? []) : [], text, draft);
  });
  for (const { one, guid } of own) linkOrigins(one.coding, guid, guids, draft);
  return selections;
}

function selectionOf(
  { coding, log, start, end, text: words }: StudyCoding,
  guid: string,
  reviews: readonly string[],
  { codebook, position }: CodedText,
  draft: ProjectDraft,
): RefiSelection {
  const code = codebook.byId.get(coding.code)?.id ?? coding.code;
  const at = draft.at(coding.at, log);
  const coder = draft.user(parseLogPath(log)!.coder);
  draft.usedCodes.add(code);
  return {
    guid: guidOf('selection', guid),
    name: nameOf(words),
    description: draft.text(coding.memo ?? '', log),
    start: position(start),
    end: position(end),
    user: coder,
    at,
    codings: [
      {
        guid,
        code: codeGuid(code),
        user: draft.user(coding.by),
        at,
        notes: [...reviews, ...starNote(coding, guid, coder, draft)],
      },
    ],
    notes: memoNote(coding, guid, coder, draft),
  };
}

/** The words, on one line, as far as a name goes. */
function nameOf(words: string): string {
  const line = oneLine(words);
  return line.length > longestName ? `${[...line].slice(0, longestName).join('')}…` : line;
}

/** A memo is a note too: there are programs that read one of the two only. */
function memoNote(coding: Coding, guid: string, user: string, draft: ProjectDraft): string[] {
  if (coding.memo === undefined) return [];
  const note = noteOf(guidOf('memo', guid), 'Memo', coding.memo, user, draft.date);
  draft.notes.push(note);
  return [note.guid];
}

function starNote(coding: Coding, guid: string, user: string, draft: ProjectDraft): string[] {
  if (!coding.star) return [];
  const text = noteText([['Star', 'a quote to show']]);
  const note = noteOf(guidOf('star', guid), 'Star', text, user, draft.date);
  draft.notes.push(note);
  return [note.guid];
}

/** What coders settled points at what it was made from. */
function linkOrigins(
  { from = [] }: Coding,
  guid: string,
  guids: ReadonlyMap<string, string>,
  draft: ProjectDraft,
): void {
  for (const [index, id] of from.entries()) {
    const target = guids.get(id);
    if (target === undefined) continue;
    draft.links.push({
      guid: guidOf('from', guid, String(index)),
      name: 'Settled from',
      origin: guid,
      target,
    });
  }
}
