import { type Coding, selectQuote } from '../../coding/coding';
import { codingLine } from '../../coding/log';
import { consensusCoder, isCoderName, logPath } from '../../coding/paths';
import { reviewPath } from '../../review/paths';
import { type Review, verdicts } from '../../review/review';
import { reviewLine } from '../../review/reviewLog';
import { isDateTime } from '../dateTime';
import { guidOf, guidOfId, idOfGuid } from '../guid';
import { safeName } from '../names';
import type { TakenTranscript } from './intoTranscripts';
import { type Labelled, readLabelled } from './labelled';
import type { RefiCoding, RefiProject, RefiSelection, RefiSource } from './model';
import { noteLabels } from './note';
import type { Place } from './place';

/** What the study has, and who stands in for whom a project does not name. */
export interface LogContext {
  readonly project: RefiProject;
  /** The ids of the codes, by GUID. */
  readonly codes: ReadonlyMap<string, string>;
  /** The ids of codings and reviews that the study has or had, by GUID. */
  readonly known: ReadonlyMap<string, string>;
  /** The ids that the project says stand behind GUIDs which do not show them. */
  readonly hidden: ReadonlyMap<string, string>;
  /** The texts of notes, by GUID. */
  readonly notes: ReadonlyMap<string, string>;
  readonly coder: string;
  readonly at: string;
}

/** Makes lines of logs of a project's codings and reviews. */
export class LogTaker {
  readonly appends = new Map<string, string[]>();
  codings = 0;
  reviews = 0;
  /** How many were there already. */
  same = 0;
  /** The GUIDs of the notes that were taken. */
  readonly usedNotes = new Set<string>();
  readonly #users: ReadonlyMap<string, string>;
  readonly #notes: ReadonlyMap<string, RefiSource>;
  readonly #origins: ReadonlyMap<string, readonly string[]>;
  readonly #seen = new Set<string>();

  constructor(private readonly context: LogContext) {
    const { users, notes, links } = context.project;
    this.#users = new Map(users.map(({ guid, name }) => [guid, coderName(name, context.coder)]));
    this.#notes = new Map(notes.map((note) => [note.guid, note]));
    const origins = new Map<string, string[]>();
    for (const { name, origin, target } of links) {
      if (name === 'Settled from') origins.set(origin, [...(origins.get(origin) ?? []), target]);
    }
    this.#origins = origins;
  }

  /** Takes a selection's codings; false where one of them has no code, or no words to know it by. */
  take(selection: RefiSelection, place: Place, transcript: TakenTranscript): boolean {
    return selection.codings
      .map((coding) => this.#takeCoding(coding, selection, place, transcript))
      .every((taken) => taken);
  }

  #takeCoding(
    coding: RefiCoding,
    selection: RefiSelection,
    place: Place,
    transcript: TakenTranscript,
  ): boolean {
    const code = this.context.codes.get(coding.code);
    const words = wordsAt(place, selection, transcript);
    if (code === undefined || words === undefined) return false;
    const folder = this.#user(selection.user ?? coding.user);
    const by = this.#user(coding.user ?? selection.user);
    const guid = this.#own(coding.guid, selection, transcript.path);
    const id = this.#idOf(guid);
    const star = coding.notes.some((note) => this.#labelled(note, noteLabels.star) !== undefined);
    for (const note of coding.notes) this.#takeReview(note, id, transcript.path);
    const memo = this.#memo(selection, coding, words.quote);
    const from = this.#origins.get(coding.guid)?.map((one) => this.#idOf(one));
    if (this.context.known.has(guid)) {
      this.same++;
      return true;
    }
    const made: Coding = {
      id,
      code,
      ...words,
      ...(memo !== '' && { memo }),
      ...(star && { star: true as const }),
      ...(from && { from }),
      by,
      at: [coding.at, selection.at].find((at) => at !== undefined && isDateTime(at)) ?? this.context.at,
    };
    this.#append(logPath(folder, transcript.path), codingLine(made));
    this.codings++;
    return true;
  }

  #takeReview(guid: string, coding: string, transcript: string): void {
    const parts = this.#labelled(guid, noteLabels.review);
    const note = this.#notes.get(guid);
    const said = (label: string) => parts?.find((one) => one.label === label)?.text;
    const verdict = verdicts.find((one) => one === said('Review'));
    if (!verdict || !note) return;
    if (this.context.known.has(guid)) return;
    const reviewer = this.#user(note.user);
    const [start, end] = [Number(said('Start')), Number(said('End'))];
    const answer = said('Answer');
    const review: Review = {
      id: this.#idOf(guid),
      coding,
      verdict,
      code: said('Code'),
      ...(end > start && { start, end }),
      quote: said('Quote'),
      prefix: said('Prefix'),
      suffix: said('Suffix'),
      comment: said('Comment'),
      answer: answer === undefined ? undefined : this.#idOf(answer),
      by: said('Reviewer') ?? reviewer,
      at: note.at ?? this.context.at,
    } as Review;
    this.#append(reviewPath(reviewer, transcript), reviewLine(review));
    this.reviews++;
  }

  /** The description, and the notes that are no more than words; the words of the quote are no memo. */
  #memo({ description, notes }: RefiSelection, coding: RefiCoding, quote: string): string {
    const plain = [...notes, ...coding.notes].flatMap((guid) => {
      const text = this.context.notes.get(guid);
      const isMeant = this.#labelled(guid, noteLabels.review) ?? this.#labelled(guid, noteLabels.star);
      if (text === undefined || isMeant) return [];
      this.usedNotes.add(guid);
      return [text];
    });
    const own = description.trim() === quote.trim() ? '' : description;
    return [...new Set([own, ...plain])].filter((text) => text.trim() !== '').join('\n\n');
  }

  #labelled(guid: string, labels: readonly string[]): Labelled[] | undefined {
    const parts = readLabelled(this.context.notes.get(guid) ?? '', labels);
    if (parts?.[0]?.label !== labels[0]) return undefined;
    this.usedNotes.add(guid);
    return parts;
  }

  #idOf(guid: string): string {
    return this.context.known.get(guid) ?? this.context.hidden.get(guid) ?? idOfGuid(guid);
  }

  /** Its GUID, or one of its own where the project gives one twice or none that is a GUID. */
  #own(guid: string, selection: RefiSelection, path: string): string {
    const isGuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid);
    let own = isGuid ? guid : guidOf('foreign', guid, selection.guid, path);
    for (let copy = 1; this.#seen.has(own); copy++) {
      own = guidOf('copy', guid, selection.guid, path, String(copy));
    }
    this.#seen.add(own);
    return own;
  }

  #user(guid: string | undefined): string {
    return (guid === undefined ? undefined : this.#users.get(guid)) ?? this.context.coder;
  }

  #append(path: string, line: string): void {
    const lines = this.appends.get(path);
    if (lines) lines.push(line);
    else this.appends.set(path, [line]);
  }
}

/** The GUIDs of codings and reviews by which a study's own are known again. */
export function knownGuids(ids: Iterable<string>): Map<string, string> {
  return new Map([...ids].map((id) => [guidOfId(id), id]));
}

/** A name that can be a coder's, as near to a user's as can be. */
function coderName(name: string, otherwise: string): string {
  if (isCoderName(name) || name === consensusCoder) return name;
  const safe = safeName(name).slice(0, 60).trim();
  return name.trim() !== '' && isCoderName(safe) ? safe : otherwise;
}

/** Where a coding is and its words, or those of one that is lost; undefined where these are not known. */
function wordsAt(
  place: Place,
  { start, end }: RefiSelection,
  { text, shift }: TakenTranscript,
): Pick<Coding, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'> | undefined {
  if (place.kind !== 'lost') {
    return selectQuote(text, { start: place.range.start + shift, end: place.range.end + shift });
  }
  if (place.quote === undefined) return undefined;
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end;
  const range = isRange ? { start: start + shift, end: end + shift } : { start: 0, end: place.quote.length };
  return { ...range, quote: place.quote, prefix: '', suffix: '' };
}
