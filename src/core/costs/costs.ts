import type { Localized } from '../text/localized';

/** The periods that costs are counted in. A year has 12 months and 52 weeks. */
export const periods = ['week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** How long a price pays for, such as 3 years. */
export interface Span {
  readonly count: number;
  readonly unit: Period;
}

/** A price times a number. All figures are whole hundredths, so that nothing is lost: 30.51 is 3051. */
export interface CostLine {
  readonly name: Localized;
  readonly unit: Localized | undefined;
  /** Of one unit in cents; of an hour where the number is in minutes of staff's time. */
  readonly price: number;
  readonly quantity: { readonly number: number } | { readonly minutes: number };
  readonly source: Localized | undefined;
}

/** What has to be paid whether or not there are contacts. */
export interface FixedCost extends CostLine {
  readonly per: Span;
}

/** A way to give the care: with what is new (the project alternative), or without (the null alternative). */
export interface Alternative {
  readonly name: Localized | undefined;
  readonly fixed: readonly FixedCost[];
  /** What one contact takes. */
  readonly activities: readonly CostLine[];
}

/** A figure in hundredths, or in hundredths of a percent, with where it comes from. */
export interface SourcedFigure {
  readonly value: number;
  readonly source: Localized | undefined;
}

/** Working time of which a share moves online: how much of it must be saved to pay for the technology? */
export interface TimeSaving {
  readonly hourlyRate: SourcedFigure;
  /** In a period. */
  readonly productiveHours: SourcedFigure;
  /** The share of the hours with people who take part. */
  readonly participation: SourcedFigure;
  /** The share of these hours that moves online. */
  readonly movedOnline: SourcedFigure;
}

/** A quick scan of costs and benefits, as study.yaml has it: the project alternative against the null alternative. */
export interface CostCalculation {
  readonly id: string;
  readonly name: Localized;
  readonly period: Period;
  /** What one contact is called. */
  readonly contact: Localized | undefined;
  /** How many contacts there are in a period. */
  readonly contacts: number | undefined;
  readonly nullAlternative: Alternative;
  readonly projectAlternative: Alternative;
  /** What a contact of the project alternative yields besides. */
  readonly benefits: readonly CostLine[];
  readonly timeSaving: TimeSaving | undefined;
}
