import { isPlaced } from '../coding/coding';
import type { Scale } from '../maturity/maturity';
import { oneLine } from '../report/blocks';
import { localize } from '../text/localized';
import type { Material } from './material';
import type { DomainBalance } from './model';

/** Counts for each domain the codings whose codes bear on it, by what their codes say: hinders, helps or neither. */
export function balanceOf(material: Material, scale: Scale | undefined): DomainBalance {
  const { labels, language, codebook, quotes } = material;
  const domains = scale?.domains ?? [];
  const known = new Set(domains.map(({ id }) => id));
  const bearing = quotes.flatMap((quote) => {
    const code = codebook.byId.get(quote.code);
    return code?.domains.some((domain) => known.has(domain)) ? [{ quote, code }] : [];
  });
  const lost = bearing.filter(({ quote }) => !isPlaced(quote)).length;
  const without = quotes.length - bearing.length;
  return {
    kind: 'balance',
    language,
    title: labels.titles.balance,
    caption: [
      labels.balanceExplained(bearing.length),
      ...(without > 0 ? [labels.withoutDomain(without)] : []),
      labels.anySpeaker,
      ...material.whoseCodings,
      ...(lost > 0 ? [labels.lostCounted(lost)] : []),
    ],
    empty: domains.length === 0 ? labels.noScale : quotes.length === 0 ? labels.noCodings : null,
    domains: domains.map((domain) => {
      const own = bearing.filter(({ code }) => code.domains.includes(domain.id));
      const count = (polarity: string | undefined) =>
        own.filter(({ code }) => code.polarity === polarity).length;
      return {
        name: oneLine(localize(domain.name, language)),
        hinders: count('hinders'),
        helps: count('helps'),
        neither: count(undefined),
      };
    }),
  };
}
