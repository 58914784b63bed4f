import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  oneLine,
  paragraph,
  type Table,
  textColumn,
} from '../../report/blocks';
import { countOf } from '../counts';
import type { CodeSummary } from '../model';
import { linkTo } from './citation';
import type { ReportContext } from './context';

/** How often which code was given: by organization, by role and by coder. */
export function codeSection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  const title = heading(2, context.words.titles.codes);
  const used = summary.codes.filter(({ withSubcodes }) => withSubcodes.quotes > 0);
  if (used.length === 0) return [title, paragraph(labels.noCodings)];
  const { ambiguous, orphan } = summary.anchors;
  const blocks = [title];
  if (orphan > 0) blocks.push(paragraph(labels.orphans(orphan)));
  if (ambiguous > 0) blocks.push(paragraph(labels.ambiguous(ambiguous)));
  const { settled, coders } = summary;
  if (settled.from > 0) blocks.push(paragraph(labels.settled(settled)));
  else if (coders.length > 1) blocks.push(paragraph(labels.nothingSettled));
  blocks.push(organizationTable(used, context), roleTable(used, context));
  if (summary.coders.length > 1) blocks.push(coderTable(used, context));
  return blocks;
}

function organizationTable(codes: readonly CodeSummary[], context: ReportContext): Table {
  const { labels, case: summary } = context;
  const table = countTable(
    codes,
    context,
    labels.codingsByOrganization,
    summary.organizations.map(({ id }) => ({
      title: context.organizationName(id),
      of: ({ byOrganization }) => countOf(byOrganization, id),
    })),
  );
  if (codes.every(({ quotes, withSubcodes }) => quotes === withSubcodes.quotes)) return table;
  return {
    ...table,
    columns: [...table.columns, numberColumn(labels.withSubcodes)],
    rows: table.rows.map((row, index) => [...row, context.count(codes[index]!.withSubcodes.quotes)]),
    total: [...table.total!, ''],
  };
}

function roleTable(codes: readonly CodeSummary[], context: ReportContext): Table {
  const columns = context.case.respondents.map(({ role }) => ({
    title: context.roleName(role),
    of: ({ byRole }: CodeSummary) => countOf(byRole, role),
  }));
  return countTable(codes, context, context.labels.codingsByRole, columns);
}

function coderTable(codes: readonly CodeSummary[], context: ReportContext): Table {
  const columns = context.case.coders.map(({ coder }) => ({
    title: oneLine(coder),
    of: ({ byCoder }: CodeSummary) => countOf(byCoder, coder),
  }));
  return countTable(codes, context, context.labels.codingsByCoder, columns);
}

interface CountColumn {
  readonly title: string;
  readonly of: (code: CodeSummary) => number;
}

function countTable(
  codes: readonly CodeSummary[],
  context: ReportContext,
  caption: string,
  columns: readonly CountColumn[],
): Table & { readonly total: NonNullable<Table['total']> } {
  const { labels, count, codeName, passages } = context;
  const sourced = ({ code }: CodeSummary): Inline => {
    const first = passages.get(code)?.[0];
    return first ? linkTo(first, context, codeName(code)) : codeName(code);
  };
  const all: readonly CountColumn[] = [...columns, { title: labels.total, of: ({ quotes }) => quotes }];
  return {
    kind: 'table',
    caption,
    columns: [textColumn(labels.code), ...all.map(({ title }) => numberColumn(title))],
    rows: codes.map((code) => [sourced(code), ...all.map(({ of }) => count(of(code)))]),
    total: [labels.total, ...all.map(({ of }) => count(codes.reduce((total, code) => total + of(code), 0)))],
  };
}
