import type { Polarity } from '../codebook/codebook';

/** What all pictures have. Texts are plain, on one line, and may hold any character. */
interface Picture {
  /** The language of its words: BCP 47, for `lang`. */
  readonly language: 'en' | 'nl';
  readonly title: string;
  /** What is counted and how, a sentence or more each. */
  readonly caption: readonly string[];
  /** Why there is nothing to draw; null where there is. */
  readonly empty: string | null;
}

/** How often each code was given, by organization and by role. */
export interface CodeHeatMap extends Picture {
  readonly kind: 'codes';
  /** Those with codings and the codes above them, in the order of the codebook. */
  readonly rows: readonly PictureCode[];
  /** Organizations, then roles. */
  readonly groups: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    /** Codings by row, then by column. */
    readonly counts: readonly (readonly number[])[];
  }[];
}

export interface PictureCode {
  readonly id: string;
  readonly name: string;
  /** The names from the root of the codebook down to its own, with marks between. */
  readonly path: string;
  /** How deep it stands among the codes shown: 0 for a root. */
  readonly depth: number;
  readonly polarity: Polarity | null;
  /** Codings, or what the picture counts instead. */
  readonly count: number;
}

/** What hinders against what helps in each domain of the scale. */
export interface DomainBalance extends Picture {
  readonly kind: 'balance';
  readonly domains: readonly {
    readonly name: string;
    readonly hinders: number;
    readonly helps: number;
    readonly neither: number;
  }[];
}

/** The scores of organizations on every domain, side by side. */
export interface MaturityProfiles extends Picture {
  readonly kind: 'maturity';
  readonly domains: readonly { readonly name: string; readonly highest: number }[];
  readonly organizations: readonly {
    readonly name: string;
    /** The sum of the figures that there are, in words; empty where there is none. */
    readonly total: string;
    /** One a domain. */
    readonly figures: readonly ProfileFigure[];
  }[];
}

export interface ProfileFigure {
  /** The lowest and the highest figure given, the same where there is one; null where there is none. */
  readonly range: readonly [number, number] | null;
  /** True where it is the consensus. */
  readonly settled: boolean;
  /** The figure as tables have it, with all that was given where it is not settled. */
  readonly said: string;
}

/** How often codes occur together: see `together`. */
export interface CodesTogether extends Picture {
  readonly kind: 'together';
  /** In the order of the codebook; the count is of a code's stretches. */
  readonly codes: readonly PictureCode[];
  /** The indexes of those that are drawn: all, or where these are too many those that occur together most. */
  readonly drawn: readonly number[];
  /** By the indexes of two of the codes, the lower first; only pairs that occur. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly count: number }[];
}

/** Where in an interview which code falls. Places are in words from the start of the transcript, from 0. */
export interface CodeLine extends Picture {
  readonly kind: 'code-line';
  readonly transcript: string;
  readonly words: number;
  readonly rows: readonly PictureCode[];
  /** By place. */
  readonly marks: readonly CodeMark[];
  /** Where interviewers speak. */
  readonly questions: readonly { readonly start: number; readonly end: number }[];
  /** Time stamps of turns, by place. */
  readonly times: readonly { readonly word: number; readonly time: string }[];
}

export interface CodeMark {
  /** The index of its code's row. */
  readonly row: number;
  /** Words before it, and up to its end. */
  readonly start: number;
  readonly end: number;
  readonly coder: string;
  /** The time stamp of the turn in which it begins; empty where that has none. */
  readonly time: string;
  /** Where it stands, to go there. */
  readonly log: string;
  readonly id: string;
}

/** How many codes each interview adds, in the order in which they were first coded. */
export interface Saturation extends Picture {
  readonly kind: 'saturation';
  readonly interviews: readonly {
    readonly name: string;
    /** The day on which it was first coded, `YYYY-MM-DD`; empty where no date can be read. */
    readonly day: string;
    /** How many codes it has. */
    readonly codes: number;
    /** The names of those that no interview before it has. */
    readonly added: readonly string[];
    /** How many codes it and those before it have. */
    readonly total: number;
  }[];
}

export type PictureData =
  | CodeHeatMap
  | DomainBalance
  | MaturityProfiles
  | CodesTogether
  | CodeLine
  | Saturation;

export type PictureKind = PictureData['kind'];
