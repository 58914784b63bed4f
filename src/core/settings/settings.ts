import type { CostCalculation } from '../costs/costs';
import type { Localized } from '../text/localized';
import type { Range } from '../text/range';

/** An organization of a case. */
export interface Organization {
  readonly id: string;
  readonly name: Localized;
}

/** A case with its organizations, as study.yaml lists them. */
export interface Case {
  readonly id: string;
  readonly name: Localized;
  readonly organizations: readonly Organization[];
  /** Its quick scans of costs and benefits. */
  readonly costs: readonly CostCalculation[];
  /** The names of those that have a mistake in them. */
  readonly costsLeftOut: readonly Localized[];
}

/** Which transcripts are meant: those of some cases and some by themselves; all where both are empty. */
export interface Scope {
  readonly cases: readonly string[];
  /** Their paths in the study, each with its place in study.yaml. */
  readonly transcripts: readonly { readonly path: string; readonly range: Range }[];
}

/** Transcripts that a coder codes. */
export interface Assignment extends Scope {
  readonly coder: string;
}

/** A round in which several coders code the same transcripts, each without seeing the others' codings. */
export interface CodingRound extends Scope {
  /** What the round is called. */
  readonly round: string;
  readonly coders: readonly string[];
  /** How many of the transcripts that are meant are drawn; undefined for all of them. */
  readonly draw: Draw | undefined;
}

/** A sample: a percentage (rounded up) or a number of transcripts, and the seed that it is drawn by. */
export interface Draw {
  readonly size: { readonly percent: number } | { readonly count: number };
  readonly seed: number;
}

/** What study.yaml says. */
export interface StudySettings {
  readonly title: string;
  /** The language in which reports are written. */
  readonly language: 'en' | 'nl';
  readonly coders: readonly string[];
  readonly cases: readonly Case[];
  readonly assignments: readonly Assignment[];
  readonly doubleCoding: readonly CodingRound[];
}

/** The settings of a study that has no study.yaml. */
export const emptySettings: StudySettings = {
  title: '',
  language: 'en',
  coders: [],
  cases: [],
  assignments: [],
  doubleCoding: [],
};
