import type { Range } from '../../text/range';
import type { BinaryTable } from '../statistics/contingency';

/** What coders are compared on: respondents' turns, or the sentences of these. */
export const unitKinds = ['turn', 'sentence'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Why a figure has no value: there was no unit to compare, or no disagreement could have been expected. */
export type UndefinedFigure = 'one value only' | 'no units';

/** Figures with null where they are undefined; why stands beside them. */
export type Figures<Name extends string> = Readonly<Record<Name, number | null>> & {
  readonly undefined?: UndefinedFigure;
};

/** How two coders used a code in units or characters, with the figures that follow from it. */
export type UnitFigures = BinaryTable & Figures<'percentAgreement' | 'positiveAgreement' | 'kappa' | 'alpha'>;

/** Codings of two coders with the same code, matched one to one where they overlap enough. */
export type SpanFigures = Figures<'f1'> & {
  /** The least overlap: characters that both hold, of those that either holds. */
  readonly iou: number;
  readonly matched: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
};

/** A code as it is called in a report. */
export interface NamedCode {
  readonly code: string;
  /** From the root of the codebook down, in the study's language; the id of a code that is not in it. */
  readonly path: readonly string[];
  readonly retired: boolean;
  readonly known: boolean;
}

/** How two coders agree on a code, on units. */
export type CodeUnitAgreement = NamedCode &
  UnitFigures & {
    /** 95 % of kappa, by resampling units; null where kappa was undefined in every draw. */
    readonly interval: readonly [low: number, high: number] | null;
    /** In how many draws kappa was undefined; these are left out of the interval. */
    readonly undefinedDraws: number;
  };

/** How two coders agree on a code. */
export type CodeAgreement = CodeUnitAgreement & {
  readonly characters: BinaryTable & Figures<'kappa' | 'alpha' | 'uAlphaPresence'>;
  readonly spans: SpanFigures;
};

/** Two coders, on the units of the transcripts that both have coded. */
export interface PairUnitAgreement {
  readonly coders: readonly [first: string, second: string];
  readonly transcripts: number;
  readonly units: number;
  /** Of respondents' speech. */
  readonly characters: number;
  readonly codes: readonly CodeUnitAgreement[];
}

/** Two coders, on the transcripts that both have coded. */
export interface PairAgreement extends PairUnitAgreement {
  readonly codes: readonly CodeAgreement[];
}

/** How three or more coders agree on a code. */
type GroupCodeAgreement = NamedCode & GroupFigures;

export type GroupFigures = Figures<'fleissKappa' | 'alpha'> & {
  /** How many units were marked by no coder, by one, by two, …; of transcripts that all have coded. */
  readonly markedBy: readonly number[];
};

/** A unit that one coder gave a code and another did not: the coding that gave it. */
export interface Disagreement extends Range {
  readonly code: string;
  readonly transcript: string;
  readonly coder: string;
  /** The passage of the first coding of it in the unit, as it now reads; `start` and `end` are its place. */
  readonly quote: string;
  /** The coders who have not given the unit the code. */
  readonly notBy: readonly string[];
  /** The number of the unit in its transcript, from 1, as in the unit matrix. */
  readonly unit: number;
  /** The line on which the coding begins, from 1. */
  readonly line: number;
  /** All codings of the unit with this code by this coder. */
  readonly codings: readonly string[];
}

/**
 * What is known of how a transcript was coded: `blind` where every coder said to be done before seeing the others'
 * codings, and has changed nothing since; `after-review` where codings changed after that or after a review of them;
 * `others-seen` where a coder looked at the others' codings first; `not-known` where nothing tells.
 */
export type Independence = 'blind' | 'after-review' | 'others-seen' | 'not-known';

/** A transcript that was compared. */
export interface ComparedSource {
  readonly transcript: string;
  readonly sha256: string;
  readonly units: number;
  readonly characters: number;
  readonly interviewerTurns: number;
  /** The coders who have coded it. */
  readonly coders: readonly string[];
  readonly coded: Independence;
  /** The rounds of double coding that it is in. */
  readonly rounds: readonly string[];
}

/** A transcript that was left out: not coded by enough of the coders, not there, or still coded blind. */
export interface LeftOut {
  readonly transcript: string;
  readonly reason: 'not-coded' | 'unreadable' | 'blind';
  /** The coders who have not coded it. */
  readonly coders: readonly string[];
}

/** A coding that was not compared: its place is lost or not certain, or it is not in what a respondent said. */
export interface ExcludedCoding {
  readonly transcript: string;
  readonly coder: string;
  readonly code: string;
  readonly id: string;
  readonly reason: 'orphan' | 'ambiguous' | 'not-in-speech';
}

/** Codings that a coder made when their code was defined in another way. */
export interface EarlierDefinition {
  readonly code: string;
  readonly coder: string;
  readonly codings: number;
}

/** Agreement on the transcripts of one round of double coding. */
export interface RoundAgreement {
  readonly round: string;
  /** Those of the coders who are in it. */
  readonly coders: readonly string[];
  /** The transcripts of it that these have coded. */
  readonly transcripts: readonly string[];
  readonly units: number;
  readonly codes: readonly ({ readonly code: string } & (UnitFigures | GroupFigures))[];
}

/** Agreement of two scorers on a scale. */
export type ScorerPair = Figures<'linear' | 'quadratic' | 'percentAgreement'> & {
  readonly scorers: readonly [first: string, second: string];
  readonly scores: number;
};

/** Agreement of those who scored organizations on domains; the consensus is left out. */
export interface ScoreAgreement {
  readonly scorers: readonly string[];
  /** How many were scored by two or more. */
  readonly scores: number;
  readonly ordinal: Figures<'alpha'>;
  readonly pairs: readonly ScorerPair[];
  readonly disagreements: readonly {
    readonly organization: string;
    readonly domain: string;
    readonly scores: readonly { readonly scorer: string; readonly score: number }[];
  }[];
}

/** Which draws the intervals come from. */
export interface BootstrapSettings {
  readonly seed: number;
  readonly draws: number;
}

/** How some coders agree on units in a study or in one case of it. */
export interface UnitAgreement {
  readonly study: string;
  readonly language: 'en' | 'nl';
  /** The id of the case; null for the whole study. */
  readonly case: { readonly id: string; readonly name: string } | null;
  readonly coders: readonly string[];
  readonly unit: UnitKind;
  /** In the transcripts that all of the coders have coded. */
  readonly units: number;
  readonly iou: number;
  readonly bootstrap: BootstrapSettings;
  /** Every two of the coders, in their order; codes in that of the codebook. */
  readonly pairs: readonly PairUnitAgreement[];
  /** All coders together; null where there are but two. */
  readonly group: readonly GroupCodeAgreement[] | null;
  readonly transcripts: readonly ComparedSource[];
}

/** How some coders agree in a study or in one case of it, with all that one needs to compute it again. */
export interface AgreementReport extends UnitAgreement {
  readonly pairs: readonly PairAgreement[];
  readonly rounds: readonly RoundAgreement[];
  /** By code, then by place. */
  readonly disagreements: readonly Disagreement[];
  readonly leftOut: readonly LeftOut[];
  readonly excluded: readonly ExcludedCoding[];
  readonly earlierDefinitions: readonly EarlierDefinition[];
  /** The SHA-256 of codebook.yaml. */
  readonly codebook: string;
  readonly scores: ScoreAgreement | null;
}
