import type { Localized } from '../text/localized';
import type { Range } from '../text/range';

/** A domain of the scale. Its levels are in words, the lowest first; scores go from 1 to their number. */
export interface Domain {
  readonly id: string;
  readonly name: Localized;
  readonly definition: Localized | undefined;
  readonly questions: readonly { readonly language: string | undefined; readonly text: string }[];
  readonly levels: readonly Localized[];
}

/** A maturity scale, as maturity.yaml holds it. */
export interface Scale {
  readonly name: Localized | undefined;
  readonly domains: readonly Domain[];
}

/** One scorer's score of an organization on a domain. */
export interface Score {
  readonly scorer: string;
  readonly organization: string;
  readonly domain: string;
  readonly score: number;
  readonly rationale: string | undefined;
  /** Ids of codings, with their place in the file. */
  readonly evidence: readonly { readonly id: string; readonly range: Range }[];
  /** Where the figure stands in the file. */
  readonly range: Range;
}

/** The scorer's name under which two researchers write what they have settled. */
export const consensusScorer = 'consensus';

/** The highest total that an organization can reach on a scale. */
export function highestTotal(scale: Scale): number {
  return scale.domains.reduce((total, domain) => total + domain.levels.length, 0);
}
