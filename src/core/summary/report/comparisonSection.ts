import { type Block, heading, type Inline, numberColumn, paragraph, textColumn } from '../../report/blocks';
import { comparedOrganizations } from '../comparison';
import { groupBy } from '../groupBy';
import { formatRate } from '../labels';
import type { ReportContext } from './context';

/** Which codes the organizations share, which only some have, and how often each has them. */
export function comparisonSection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  const { comparison, organizations } = summary;
  if (comparison.length === 0) return [];
  const compared = comparedOrganizations(organizations);
  const uncompared = organizations.filter(({ id }) => id !== null && !compared.some((one) => one.id === id));
  const blocks = [heading(2, context.words.titles.organizations), sharingList(context)];
  if (uncompared.length > 0) {
    const names = uncompared.map(({ id }) => context.organizationName(id)).join(', ');
    blocks.push(paragraph(labels.notCompared(names)));
  }
  blocks.push({
    kind: 'table',
    caption: labels.rates,
    columns: [
      textColumn(labels.code),
      ...compared.map(({ id }) => numberColumn(context.organizationName(id))),
    ],
    rows: comparison.map(({ code, perThousandWords }) => [
      context.codeName(code),
      ...compared.map(({ id }) => formatRate(perThousandWords[id]!, labels)),
    ]),
  });
  return blocks;
}

/** A line for the codes that all have, then one for each other set of organizations. */
function sharingList({ labels, case: { comparison }, ...context }: ReportContext): Block {
  const namesOf = (ids: readonly string[]) => ids.map((id) => context.organizationName(id)).join(', ');
  const lineOf = ([title, codes]: readonly [string, typeof comparison]): Inline[] => [
    `${title} ${codes.map(({ code }) => context.codeName(code)).join('; ')}`,
  ];
  const shared = comparison.filter(({ missing }) => missing.length === 0);
  const others = groupBy(
    comparison.filter(({ missing }) => missing.length > 0),
    ({ organizations }) => labels.onlyAt(namesOf(organizations)),
  );
  const groups: (readonly [string, typeof comparison])[] = [...others];
  if (shared.length > 0) groups.unshift([labels.atAll, shared]);
  return { kind: 'list', items: groups.map(lineOf) };
}
