import type { Period, Span } from './costs';

/** A cost calculation as data, plain JSON. Amounts are in euros, each rounded to the cent. */
export interface CostSummary {
  readonly id: string;
  readonly name: string;
  readonly period: Period;
  /** What one contact is called; null where the study does not say. */
  readonly contact: string | null;
  readonly nullAlternative: AlternativeSummary;
  readonly projectAlternative: AlternativeSummary;
  /** What a contact of the project alternative yields besides. */
  readonly benefits: readonly CostSummaryLine[];
  readonly benefitsPerContact: number;
  /** What the fixed costs of the project alternative are above those of the null alternative, in a period. */
  readonly extraFixedCosts: number;
  /** What a contact costs less in the project alternative, its benefits included; null without activities and benefits. */
  readonly savingPerContact: number | null;
  readonly breakEven: BreakEven | null;
  /** Both alternatives in a period, at a number of contacts. */
  readonly balance: ContactBalance | null;
  readonly staffTime: StaffTime | null;
  readonly timeSaving: TimeSavingSummary | null;
}

export interface AlternativeSummary {
  readonly name: string | null;
  readonly fixed: readonly FixedSummaryLine[];
  /** In a period: the sum of the amounts of the lines. */
  readonly fixedCosts: number;
  readonly activities: readonly CostSummaryLine[];
  readonly costsPerContact: number;
}

export interface CostSummaryLine {
  readonly name: string;
  readonly unit: string | null;
  /** Of one unit; of an hour where the line is in minutes. */
  readonly price: number;
  /** Null where the line is in minutes. */
  readonly number: number | null;
  readonly minutes: number | null;
  readonly amount: number;
  readonly source: string | null;
}

export interface FixedSummaryLine extends CostSummaryLine {
  readonly per: Span;
}

/**
 * From or up to how many contacts in a period the project alternative costs no more than the null alternative:
 * whatever their number (`always`), or at none (`never`).
 */
export type BreakEven =
  | { readonly kind: 'from' | 'upTo'; readonly contacts: number }
  | { readonly kind: 'always' | 'never' };

/** All costs of a period. */
interface Balance {
  readonly nullAlternative: number;
  /** With its benefits taken off. */
  readonly projectAlternative: number;
  /** What the project alternative costs less; below zero where it costs more. */
  readonly balance: number;
}

export interface ContactBalance extends Balance {
  readonly contacts: number;
  /** False where the study names no number of contacts, and that of the break-even stands here. */
  readonly given: boolean;
}

/** Staff's minutes in one contact, where both alternatives have some. */
export interface StaffTime {
  readonly nullAlternative: number;
  readonly projectAlternative: number;
  /** Below zero where it becomes less; null where the null alternative takes none. */
  readonly changePercent: number | null;
}

export interface SummaryFigure {
  readonly value: number;
  readonly source: string | null;
}

/** How much of the time that moves online must be saved to pay for the technology, in a period. */
export interface TimeSavingSummary {
  readonly hourlyRate: SummaryFigure;
  readonly productiveHours: SummaryFigure;
  /** Percentages. */
  readonly participation: SummaryFigure;
  readonly movedOnline: SummaryFigure;
  readonly hoursMovedOnline: number;
  /** What the hours that move online cost. */
  readonly timeMovedOnline: number;
  /** The extra fixed costs. */
  readonly technologyCosts: number;
  /** To two decimals; above 100 where the time cannot pay for it, null where no time moves. */
  readonly neededPercent: number | null;
  /** The best that can be: all of the time that moves online is saved. */
  readonly allSaved: Balance;
}
