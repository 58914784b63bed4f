import { recordOf } from './counts';
import type { CodeComparison, CodeSummary, OrganizationSummary } from './model';

/** An organization whose codings can be compared with another's. */
type Compared = OrganizationSummary & { readonly id: string };

/** The organizations of a case that have coded words. */
export function comparedOrganizations(organizations: readonly OrganizationSummary[]): Compared[] {
  return organizations.filter((one): one is Compared => one.id !== null && one.codedWords > 0);
}

/** For each code that a case has, sub-codes included: which organizations have it, and how often. */
export function compareOrganizations(
  codes: readonly CodeSummary[],
  organizations: readonly OrganizationSummary[],
): CodeComparison[] {
  const compared = comparedOrganizations(organizations);
  if (compared.length < 2) return [];
  return codes
    .map(({ code, withSubcodes: { byOrganization } }) => {
      const has = ({ id }: Compared) => byOrganization[id]! > 0;
      return {
        code,
        organizations: compared.filter(has).map(({ id }) => id),
        missing: compared.filter((one) => !has(one)).map(({ id }) => id),
        perThousandWords: recordOf(
          compared.map(({ id, codedWords }) => [
            id,
            Math.round((byOrganization[id]! * 1e5) / codedWords) / 100,
          ]),
        ),
      };
    })
    .filter((one) => one.organizations.length > 0);
}
