import { either, list, nullable, type Of, one, record, text, whole } from './shapes';

/** The pictures that the view has. */
const picture = one('codes', 'balance', 'maturity', 'together', 'saturation', 'code-line');

const choice = record({ id: text, name: text });

const strings = record({
  picture: text,
  of: text,
  save: text,
  copy: text,
  table: text,
  marks: text,
  marksExplained: text,
});

/** A mark that can be gone to, by the index that the drawing gives it. */
const mark = record({ index: whole, label: text });

/** Everything that the view shows. */
const picturesState = record({
  /** What the view is of, to find it again after a restart. */
  study: text,
  picture,
  of: text,
  title: text,
  /** The language of the picture's own words. */
  language: text,
  pictures: list(record({ id: picture, name: text })),
  /** What the picture can be of: cases, or transcripts where it is a code line. */
  choices: list(choice),
  /** What is not in the picture, since this coder may not see it. */
  notes: list(text),
  caption: list(text),
  /** An SVG document. */
  svg: text,
  marks: list(mark),
  table: record({ caption: text, columns: list(text), rows: list(list(text)) }),
  strings,
});

export type PicturesState = Of<typeof picturesState>;
export type ShownPicture = Of<typeof picture>;

/** What the editor says to the view: what to show. */
const toView = record({ type: one('state'), state: picturesState });

export type ToView = Of<typeof toView>;

/** What the view says to the editor. */
const toEditor = either(
  record({ type: one('ready') }),
  /** Shows another picture; of what it was of, or of the first there is, where `of` is null. */
  record({ type: one('choose'), picture, of: nullable(text) }),
  record({ type: one('open'), mark: whole }),
  record({ type: one('save') }),
  record({ type: one('copy') }),
);

export type ToEditor = Of<typeof toEditor>;

/** A message to the view, if that is what it is. */
export function readToView(message: unknown): ToView | undefined {
  return toView(message) ? message : undefined;
}

/** A message to the editor, if that is what it is. */
export function readToEditor(message: unknown): ToEditor | undefined {
  return toEditor(message) ? message : undefined;
}

const savedState = record({ study: text, picture, of: text });

/** What the view is of, from what it keeps over a restart. */
export function readSavedState(state: unknown): Of<typeof savedState> | undefined {
  return savedState(state) ? state : undefined;
}
