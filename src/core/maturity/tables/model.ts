import type { ScoreAgreement } from '../../review/agreement/model';
import type { MaturityRow } from '../../summary/model';

/** The scores of all organizations of a study, as the tables of a report have them. Plain JSON. */
export interface MaturityTables {
  readonly study: string;
  readonly language: 'en' | 'nl';
  /** The name of the scale; null where it has none. */
  readonly scale: string | null;
  readonly domains: readonly { readonly id: string; readonly name: string; readonly highest: number }[];
  /** What the whole scale adds up to. */
  readonly highest: number;
  /** Those of study.yaml in its order, then others that transcripts name; none without organizations. */
  readonly cases: readonly MaturityCase[];
  /** Every score of every scorer, in the order of the tables. */
  readonly scores: readonly GivenScore[];
  readonly agreement: ScoreAgreement | null;
}

export interface MaturityCase {
  /** Empty for what belongs to no case. */
  readonly id: string;
  readonly name: string;
  readonly organizations: readonly MaturityOrganization[];
}

export interface MaturityOrganization {
  readonly id: string;
  readonly name: string;
  /** One a domain, in the order of the scale. */
  readonly figures: readonly MaturityFigure[];
  /** The sum of the figures that there are; null where there is none. */
  readonly total: number | null;
  /** How many domains are in the total. */
  readonly scored: number;
}

/** The figure of an organization on a domain: see `MaturityRow`. */
type MaturityFigure = Pick<MaturityRow, 'domain' | 'score' | 'by' | 'settled' | 'scores'>;

/** One scorer's score, or what was settled, under the name `consensus`. */
export interface GivenScore {
  readonly case: string;
  readonly organization: string;
  readonly domain: string;
  readonly scorer: string;
  readonly score: number;
  /** True where there is a consensus on this organization and domain. */
  readonly settled: boolean;
  readonly rationale: string | null;
  /** Ids of codings. */
  readonly evidence: readonly string[];
}
