import type { Code, Polarity } from '../../codebook/codebook';
import type { Quote } from '../model';
import type { ReportContext } from './context';
import { type Passage, respondentKeys } from './passages';

/** A code of a case with what was said on it. */
export interface Theme {
  readonly code: string;
  readonly passages: readonly Passage[];
  readonly quotes: readonly Quote[];
  readonly respondents: number;
  readonly organizations: number;
}

/** The themes among codes, what most respondents speak of first, then what has most codings. */
export function themesOf(codes: readonly string[], { passages }: ReportContext): Theme[] {
  return codes
    .flatMap((code): Theme[] => {
      const own = passages.get(code);
      return own ? [themeOf(code, own)] : [];
    })
    .sort((a, b) => b.respondents - a.respondents || b.quotes.length - a.quotes.length);
}

function themeOf(code: string, passages: readonly Passage[]): Theme {
  const quotes = passages.flatMap(({ codings }) => codings);
  return { code, passages, quotes, ...voicesIn(quotes) };
}

/** How many respondents and organizations quotes are from. */
export function voicesIn(quotes: readonly Quote[]): Pick<Theme, 'respondents' | 'organizations'> {
  const respondents = new Set<string>();
  const organizations = new Set<string>();
  const respondentOf = respondentKeys();
  for (const quote of quotes) {
    respondents.add(respondentOf(quote));
    if (quote.organization !== null) organizations.add(quote.organization);
  }
  return { respondents: respondents.size, organizations: organizations.size };
}

/** The codes with a polarity, in the codebook's order. */
export function polarCodes(codes: readonly Code[], polarity: Polarity): string[] {
  return codes.filter((code) => code.polarity === polarity).map(({ id }) => id);
}

/** The codes without polarity that have none above them without it: the topics, each with those below it. */
export function topicsOf(
  codes: readonly Code[],
): { readonly root: Code; readonly codes: readonly string[] }[] {
  const isTopic = ({ polarity }: Code) => polarity === undefined;
  return codes
    .filter((code) => isTopic(code) && !(code.parent && isTopic(code.parent)))
    .map((root) => ({ root, codes: [root, ...codesBelow(root)].filter(isTopic).map(({ id }) => id) }));
}

function codesBelow({ children }: Code): Code[] {
  return children.flatMap((child) => [child, ...codesBelow(child)]);
}
