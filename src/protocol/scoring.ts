import { either, flag, list, nullable, type Of, one, record, text, whole } from './shapes';

/** Whose score is meant: that of the person at the screen, or what was settled. */
const who = one('own', 'consensus');

const quote = record({
  id: text,
  /** The words with their source, as they are cited. */
  citation: text,
  /** Code and coder, and what is to be known of the place. */
  remark: text,
  relied: flag,
});

const group = record({ lean: one('helps', 'hinders', 'neutral'), title: text, quotes: list(quote) });

const figure = record({ scorer: text, score: text, rationale: text });

const domain = record({
  id: text,
  name: text,
  definition: text,
  questions: list(text),
  /** Whether the evidence is on one side, in numbers. */
  balance: text,
  /** What is thin or missing in it. */
  notes: list(text),
  groups: list(group),
  levels: list(text),
  own: record({ score: nullable(whole), rationale: text }),
  /** Says that others' scores are hidden; empty where none are. */
  hidden: text,
  others: list(figure),
  /** What to settle, from when there are others' scores to see. */
  consensus: nullable(
    record({ said: text, score: nullable(whole), rationale: text, offer: text, offered: nullable(whole) }),
  ),
});

const strings = record({
  questions: text,
  evidence: text,
  reliedOn: text,
  addEvidence: text,
  showAll: text,
  yourScore: text,
  scoreKeys: text,
  removeScore: text,
  rationale: text,
  scorer: text,
  score: text,
  others: text,
  settled: text,
  leaveOpen: text,
  keys: text,
  keysExplained: list(text),
});

/** A table of texts whose first column names its rows. */
const table = record({ caption: text, columns: list(text), rows: list(list(text)) });

/** Everything that the view shows. */
const scoringState = record({
  /** What the view is of, to find it again after a restart. */
  study: text,
  organization: text,
  title: text,
  subtitle: text,
  agreement: text,
  /** The scores of the case, and those of all organizations of the study. */
  table,
  overview: table,
  domains: list(domain),
  strings,
});

export type ScoringState = Of<typeof scoringState>;
export type ScoringDomain = Of<typeof domain>;
export type ScoringQuote = Of<typeof quote>;
export type ScoringGroup = Of<typeof group>;
export type Who = Of<typeof who>;

const status = record({
  type: one('status'),
  domain: text,
  who,
  /** How far a change has come; `kept` on this computer only, until there is a score to write it with. */
  status: one('saving', 'saved', 'kept', 'failed'),
  said: text,
  /** The number of the last change of the rationale that it is about. */
  revision: whole,
});

export type ScoringStatus = Of<typeof status>;

/** What the editor says to the view. */
const toView = either(record({ type: one('state'), state: scoringState }), status);

export type ToView = Of<typeof toView>;

/** What the view says to the editor. */
const toEditor = either(
  record({ type: one('ready') }),
  record({ type: one('score'), domain: text, who, score: nullable(whole) }),
  record({ type: one('rationale'), domain: text, who, rationale: text, revision: whole }),
  record({ type: one('rely'), domain: text, quote: text, relied: flag }),
  record({ type: one('open'), domain: text, quote: text }),
  record({ type: one('addEvidence'), domain: text }),
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

const savedState = record({ study: text, organization: text });

/** What the view is of, from what it keeps over a restart. */
export function readSavedState(state: unknown): Of<typeof savedState> | undefined {
  return savedState(state) ? state : undefined;
}
