import type { Polarity } from '../../codebook/codebook';
import type { MaturityTables } from '../../maturity/tables/model';
import type { Counts, Quote } from '../model';

/** All cases of a study side by side: their numbers, their scores, and what recurs across them. Plain JSON. */
export interface StudyOverview {
  readonly study: string;
  readonly language: 'en' | 'nl';
  readonly cases: readonly CaseNumbers[];
  /** Null where the study has no scale. */
  readonly maturity: MaturityTables | null;
  /** Every code that any case has, in the codebook's order, then those that it does not know. */
  readonly codes: readonly RecurringCode[];
  /** The files that the cases were made from, and one hash of the hashes of the cases. */
  readonly sources: number;
  readonly hash: string;
}

export interface CaseNumbers {
  readonly id: string;
  readonly name: string;
  readonly organizations: number;
  readonly interviews: number;
  readonly respondents: number;
  readonly words: number;
  readonly quotes: number;
}

/** In how many cases a code was given, and by how many it was said. Sub-codes count by themselves. */
export interface RecurringCode {
  readonly code: string;
  readonly path: readonly string[];
  /** Whether it hinders or helps; otherwise the code of its topic, or null where the codebook does not know it. */
  readonly kind: Polarity | { readonly topic: string } | null;
  readonly cases: number;
  readonly organizations: number;
  readonly respondents: number;
  readonly quotes: number;
  /** Codings by case. */
  readonly byCase: Counts;
  /** A quote from each case that has any, to show what was said. */
  readonly examples: readonly RecurringQuote[];
}

export interface RecurringQuote extends Pick<Quote, 'id' | 'text' | 'transcript' | 'line' | 'coder'> {
  readonly case: string;
  readonly role: string | null;
  /** The organization's name. */
  readonly organization: string | null;
  readonly participant: string | null;
}
