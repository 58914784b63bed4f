import type { Code, Codebook } from '../../codebook/codebook';
import { csvLines } from '../../report/csv';
import { type Localized, localize } from '../../text/localized';

const cells: Readonly<Record<string, (code: Code, language: string) => string>> = {
  id: ({ id }) => id,
  path: ({ path }) => path,
  name: ({ name }, language) => localize(name, language),
  definition: ({ definition }, language) => said(definition, language),
  include: ({ include }, language) => said(include, language),
  exclude: ({ exclude }, language) => said(exclude, language),
  examples: ({ examples }) => examples.map(({ text }) => text).join('\n'),
  terms: ({ terms }) => terms.map(({ source }) => source).join('; '),
  not: ({ exclusions }) => exclusions.map(({ source }) => source).join('; '),
  polarity: ({ polarity }) => polarity ?? '',
  domains: ({ domains }) => domains.join(' '),
  color: ({ color }) => color,
  retired: ({ retired }) => String(retired),
  was: ({ was }) => was.join(' '),
};

/** A row for each code, parents before their children, in a language. */
export function codebookCsv({ codes }: Codebook, language: string): string {
  const columns = Object.keys(cells);
  const rows = codes.map((code) => columns.map((column) => cells[column]!(code, language)));
  return csvLines([columns, ...rows]);
}

function said(text: Localized | undefined, language: string): string {
  return text === undefined ? '' : localize(text, language);
}
