import type { TermPattern } from '../terms/pattern';
import type { Localized } from '../text/localized';
import type { Range } from '../text/range';

/** Whether what a code marks hinders or helps. */
export type Polarity = 'hinders' | 'helps';

/** One term of a code, as written and as parsed; `language` undefined where it holds for every language. */
export interface Term {
  readonly source: string;
  readonly pattern: TermPattern;
  readonly language: string | undefined;
}

/** A code of the codebook. Color, polarity and domains are inherited from the parent where left out. */
export interface Code {
  readonly id: string;
  /** The ids from the root down, joined by `/`; for people, never stored. */
  readonly path: string;
  readonly name: Localized;
  /** `#rrggbb`. */
  readonly color: string;
  readonly polarity: Polarity | undefined;
  readonly domains: readonly string[];
  readonly definition: Localized | undefined;
  readonly include: Localized | undefined;
  readonly exclude: Localized | undefined;
  readonly examples: readonly { readonly language: string | undefined; readonly text: string }[];
  readonly terms: readonly Term[];
  readonly exclusions: readonly Term[];
  /** Ids that this code has taken over. */
  readonly was: readonly string[];
  readonly retired: boolean;
  readonly parent: Code | undefined;
  readonly children: readonly Code[];
  /** Where its id stands in codebook.yaml. */
  readonly range: Range;
}

/** The codes of a study: a tree, its flat order of appearance, and the codes by every id they answer to. */
export interface Codebook {
  readonly roots: readonly Code[];
  readonly codes: readonly Code[];
  /** By id, and by the ids in `was`. */
  readonly byId: ReadonlyMap<string, Code>;
}

/** The codebook of a study that has none. */
export const emptyCodebook: Codebook = { roots: [], codes: [], byId: new Map() };

/** The codes that may be given: those not retired, in the codebook's order. */
export function offeredCodes(codebook: Codebook): Code[] {
  return codebook.codes.filter((code) => !code.retired);
}

/** The codes that keys 1 to 9 give: the first of those offered, whole levels of the tree one after the other. */
export function numberedCodes(codebook: Codebook): Code[] {
  const depth = (code: Code) => code.path.split('/').length;
  return offeredCodes(codebook)
    .sort((a, b) => depth(a) - depth(b))
    .slice(0, 9);
}
