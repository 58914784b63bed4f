import { type Block, numberColumn, oneLine, type Table, textColumn } from '../../report/blocks';
import type { Sheet } from '../../report/office/xlsx';
import { labelsOf } from '../labels';
import type { CaseSummary, StudySummary } from '../model';
import { sectionLabels } from '../report/sectionLabels';
import { describeReview } from './csv';

/** The tables of reports as sheets of a workbook, one for each section that has any, and all quotes as a table. */
export function workbookOf(summary: StudySummary, reports: readonly (readonly Block[])[]): Sheet[] {
  const isOne = reports.length === 1;
  return reports.flatMap((blocks, index) => {
    const name = (title: string) => (isOne ? title : `${index + 1} ${title}`);
    const { title, table } = quoteTable(summary, summary.cases[index]!);
    return [...sheetsOf(blocks), { name: title, tables: [table] }].map((sheet) => ({
      ...sheet,
      name: name(sheet.name),
    }));
  });
}

/** The sections of a report that have tables. */
export function sheetsOf(blocks: readonly Block[]): Sheet[] {
  const sections: { name: string; tables: Table[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level < 3) sections.push({ name: block.text, tables: [] });
    else if (block.kind === 'table') sections.at(-1)?.tables.push(block);
    else if (block.kind === 'picture' && !block.repeats) sections.at(-1)?.tables.push(block.table);
  }
  return sections.filter(({ tables }) => tables.length > 0);
}

function quoteTable(
  { language }: StudySummary,
  { quotes, organizations, codes }: CaseSummary,
): { readonly title: string; readonly table: Table } {
  const labels = labelsOf(language);
  const words = sectionLabels(language);
  const codeNames = new Map(codes.map(({ code, path }) => [code, oneLine(path.join(' › '))]));
  const names = new Map(organizations.map(({ id, name }) => [id, oneLine(name ?? '')]));
  const table: Table = {
    kind: 'table',
    caption: '',
    columns: [
      textColumn(labels.code),
      textColumn(words.quote),
      textColumn(words.starred),
      textColumn(labels.role),
      textColumn(labels.organization),
      textColumn(labels.participant),
      textColumn(words.transcript),
      numberColumn(words.lineTitle),
      textColumn(words.coder),
      textColumn(words.memo),
      textColumn(words.reviews),
      textColumn(words.place),
      textColumn('id'),
    ],
    rows: quotes.map((quote) => [
      codeNames.get(quote.code) ?? quote.code,
      oneLine(quote.text),
      quote.star ? words.starred : '',
      oneLine(quote.role ?? ''),
      names.get(quote.organization) ?? '',
      oneLine(quote.participant ?? ''),
      quote.transcript,
      quote.line === null ? '' : String(quote.line),
      quote.coder,
      oneLine(quote.memo ?? ''),
      oneLine(quote.reviews.map(describeReview).join(' | ')),
      labels.anchors[quote.anchor],
      quote.id,
    ]),
  };
  return { title: words.quotes, table };
}
