import type { Code, Codebook } from '../codebook/codebook';
import { compareStrings } from '../text/compare';
import { localize } from '../text/localized';
import { addCounts, countBy } from './counts';
import { groupBy } from './groupBy';
import type { CodeSummary, OrganizationSummary, Quote, Respondents } from './model';

/** What a case's quotes are counted by. */
export interface Dimensions {
  readonly organizations: readonly OrganizationSummary[];
  readonly respondents: readonly Respondents[];
  readonly coders: readonly string[];
}

/** Every code of the codebook with its numbers, then the ids that only codings know, sorted. */
export function codesOf(
  quotes: readonly Quote[],
  codebook: Codebook,
  dimensions: Dimensions,
  language: string,
): CodeSummary[] {
  const quotesByCode = groupBy(quotes, ({ code }) => code);
  const ownCounts = (code: string) => countQuotes(quotesByCode.get(code) ?? [], dimensions);
  const known = new Map<Code, CodeSummary>();
  // Children stand after their parent in the codebook's order, so this meets them first.
  for (const code of codebook.codes.toReversed()) {
    const own = ownCounts(code.id);
    const parts = [own, ...code.children.map((child) => known.get(child)!.withSubcodes)];
    known.set(code, {
      code: code.id,
      name: localize(code.name, language),
      path: namesFromRoot(code, language),
      retired: code.retired,
      known: true,
      ...own,
      withSubcodes: {
        quotes: parts.reduce((total, part) => total + part.quotes, 0),
        byOrganization: addCounts(parts.map((part) => part.byOrganization)),
      },
    });
  }
  const unknown = [...quotesByCode.keys()].filter((code) => !codebook.byId.has(code)).sort(compareStrings);
  return [
    ...codebook.codes.map((code) => known.get(code)!),
    ...unknown.map((code): CodeSummary => {
      const { quotes, byOrganization, ...counts } = ownCounts(code);
      const own = { quotes, byOrganization };
      return {
        code,
        name: code,
        path: [code],
        retired: false,
        known: false,
        ...own,
        ...counts,
        withSubcodes: own,
      };
    }),
  ];
}

function countQuotes(quotes: readonly Quote[], { organizations, respondents, coders }: Dimensions) {
  return {
    quotes: quotes.length,
    byOrganization: countBy(
      quotes,
      organizations.map(({ id }) => id),
      ({ organization }) => organization,
    ),
    byRole: countBy(
      quotes,
      respondents.map(({ role }) => role),
      ({ role }) => role,
    ),
    byCoder: countBy(quotes, coders, ({ coder }) => coder),
  };
}

function namesFromRoot(code: Code, language: string): string[] {
  const above = code.parent ? namesFromRoot(code.parent, language) : [];
  return [...above, localize(code.name, language)];
}
