import { type Block, heading, type Inline, numberColumn, paragraph, textColumn } from '../../report/blocks';
import { countOf } from '../counts';
import type { CodeSummary, Respondents } from '../model';
import { bestQuotes } from './bestQuotes';
import { citation } from './citation';
import type { ReportContext } from './context';
import { topicTitle } from './themeSection';
import { polarCodes, topicsOf } from './themes';

/** How many themes of a kind are named with a role. */
const mostThemes = 5;

/** A kind of codes that roles are compared on. */
interface Kind {
  readonly title: string;
  /** In front of a list of its themes. */
  readonly lead: string;
  readonly codes: ReadonlySet<string>;
  /** True where a quote of it stands with each role. */
  readonly quoted: boolean;
}

/** What each role speaks of: what hinders, what helps, and the topics. */
export function roleSection(context: ReportContext): Block[] {
  const { words, case: summary } = context;
  const roles = summary.respondents.filter(({ quotes }) => quotes > 0);
  if (roles.length === 0) return [];
  const kinds = kindsOf(context);
  return [
    heading(2, words.titles.roles),
    paragraph(words.rolesExplained),
    roleTable(kinds, context),
    ...roles.flatMap((role) => rolePart(role, kinds, context)),
  ];
}

function kindsOf(context: ReportContext): Kind[] {
  const { words, material } = context;
  const { codes } = material.codebook;
  return [
    {
      title: words.alsoHinders,
      lead: words.hinders,
      codes: new Set(polarCodes(codes, 'hinders')),
      quoted: true,
    },
    { title: words.alsoHelps, lead: words.helps, codes: new Set(polarCodes(codes, 'helps')), quoted: true },
    ...topicsOf(codes).map(({ root, codes: own }): Kind => {
      const title = topicTitle(root, context);
      return { title, lead: `${title}:`, codes: new Set(own), quoted: false };
    }),
  ];
}

function roleTable(kinds: readonly Kind[], context: ReportContext): Block {
  const { labels, words, case: summary, count } = context;
  const sum = (role: string | null, { codes }: Kind) =>
    summary.codes.reduce(
      (total, one) => (codes.has(one.code) ? total + countOf(one.byRole, role) : total),
      0,
    );
  return {
    kind: 'table',
    caption: words.codingsByRole,
    columns: [
      textColumn(labels.role),
      ...[labels.respondents, ...kinds.map(({ title }) => title), labels.total].map(numberColumn),
    ],
    rows: summary.respondents.map(({ role, respondents, quotes }) => [
      context.roleName(role),
      ...[respondents, ...kinds.map((kind) => sum(role, kind)), quotes].map(count),
    ]),
  };
}

function rolePart({ role }: Respondents, kinds: readonly Kind[], context: ReportContext): Block[] {
  const items = kinds.flatMap((kind) => themeLine(role, kind, context));
  return [
    heading(3, context.roleName(role)),
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...kinds.filter(({ quoted }) => quoted).flatMap((kind) => quoteOf(role, kind, context)),
  ];
}

function themeLine(role: string | null, kind: Kind, context: ReportContext): Inline[][] {
  const number = (code: CodeSummary) => countOf(code.byRole, role);
  const own = context.case.codes
    .filter((code) => kind.codes.has(code.code) && number(code) > 0)
    .sort((a, b) => number(b) - number(a));
  if (own.length === 0) return [];
  const named = own.slice(0, mostThemes).map((code) => `${context.themeName(code.code)} (${number(code)})`);
  return [[`${kind.lead} ${named.join('; ')}${own.length > mostThemes ? '; …' : ''}`]];
}

/** A quote of the role: one that a researcher chose, or the first of those to quote. */
function quoteOf(role: string | null, { codes }: Kind, context: ReportContext): Block[] {
  const passages = [...codes]
    .flatMap((code) => context.passages.get(code) ?? [])
    .filter(({ first }) => first.role === role);
  const [best] = bestQuotes(passages, 1);
  return best ? [citation(best, context, context.themeName(best.first.code))] : [];
}
