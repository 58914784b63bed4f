import type { Code, Polarity } from '../../codebook/codebook';
import {
  type Block,
  heading,
  numberColumn,
  oneLine,
  paragraph,
  type Table,
  textColumn,
} from '../../report/blocks';
import { localize } from '../../text/localized';
import type { Quote } from '../model';
import { bestQuotes } from './bestQuotes';
import { citation, linkTo } from './citation';
import type { ReportContext } from './context';
import { type LeansOf, leansIn } from './leans';
import { polarCodes, type Theme, themesOf, topicsOf, voicesIn } from './themes';

/** How many quotes stand with a theme of which none was chosen. */
const mostQuotes = 3;

/** What hinders, or helps: the themes with how many speak of them, and quotes of each; nothing without such codes. */
export function themeSection(polarity: Polarity, context: ReportContext): Block[] {
  const { material, words } = context;
  const { codes } = material.codebook;
  const polar = polarCodes(codes, polarity);
  if (polar.length === 0) return [];
  const themes = themesOf(polar, context);
  const title = heading(2, words.titles[polarity]);
  if (themes.length === 0) {
    return [title, paragraph(polarity === 'hinders' ? words.nothingHinders : words.nothingHelps)];
  }
  const isFirst = polarity === 'hinders' || themesOf(polarCodes(codes, 'hinders'), context).length === 0;
  return [
    title,
    totals(themes, context),
    themeTable(words.titles[polarity], themes, context),
    ...(isFirst ? [paragraph(words.bestQuotes(mostQuotes))] : []),
    ...themes.flatMap((theme) => quotesOn(theme, context)),
  ];
}

/** The sections on the topics of the codebook, such as financing or regulation: codes without a polarity. */
export function topicSections(context: ReportContext): TopicSection[] {
  const leansOf = leansIn(context.case.quotes, context.material.codebook);
  return topicsOf(context.material.codebook.codes).map(({ root, codes }) => {
    const themes = themesOf(codes, context);
    const blocks = themes.length === 0 ? [] : topicSection(root, themes, leansOf, context);
    return { code: root.id, title: topicTitle(root, context), blocks };
  });
}

/** What is said on a topic; no blocks where nothing is. */
interface TopicSection {
  readonly code: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a topic is called in a report. */
export function topicTitle({ name }: Code, { study }: ReportContext): string {
  return oneLine(localize(name, study.language));
}

function topicSection(
  root: Code,
  themes: readonly Theme[],
  leansOf: LeansOf,
  context: ReportContext,
): Block[] {
  const { words } = context;
  const remark = (quote: Quote) => {
    const leans = leansOf(quote);
    const said = [leans.has('hinders') ? words.alsoHinders : '', leans.has('helps') ? words.alsoHelps : ''];
    return said.filter(Boolean).join(', ').toLowerCase();
  };
  const title = topicTitle(root, context);
  return [
    heading(2, title),
    totals(themes, context),
    leanTable(themeTable(title, themes, context), themes, leansOf, context),
    paragraph(words.leanExplained),
    ...themes.flatMap((theme) => quotesOn(theme, context, remark)),
  ];
}

/** How many codings there are, of how many of the respondents and organizations. */
function totals(themes: readonly Theme[], context: ReportContext): Block {
  const { case: summary, labels, words } = context;
  const quotes = themes.flatMap((theme) => theme.quotes);
  const { respondents, organizations } = voicesIn(quotes);
  const people = summary.respondents.reduce((sum, one) => sum + one.respondents, 0);
  const all = summary.organizations.filter(({ id }) => id !== null).length;
  const passages = themes.reduce((sum, theme) => sum + theme.passages.length, 0);
  return paragraph(
    words.saidBy(
      labels.codingCount(quotes.length, passages),
      words.ofAll(respondents, Math.max(respondents, people)),
      words.ofAll(organizations, Math.max(organizations, all)),
    ),
  );
}

function themeTable(caption: string, themes: readonly Theme[], context: ReportContext): Table {
  const { labels, words, count } = context;
  return {
    kind: 'table',
    caption,
    columns: [
      textColumn(words.theme),
      ...[labels.respondents, words.organizations, labels.codings].map(numberColumn),
      ...(context.case.domains.length > 0 ? [textColumn(words.domain)] : []),
    ],
    rows: themes.map((theme) => [
      linkTo(theme.passages[0]!, context, context.themeName(theme.code)),
      ...[theme.respondents, theme.organizations, theme.quotes.length].map(count),
      ...(context.case.domains.length > 0 ? [domainsOf(theme, context)] : []),
    ]),
  };
}

function domainsOf({ code }: Theme, { case: { domains }, material }: ReportContext): string {
  const own = material.codebook.byId.get(code)?.domains ?? [];
  const names = domains.filter(({ id }) => own.includes(id)).map(({ name }) => oneLine(name));
  return names.join('; ') || '–';
}

/** The table of a topic's themes, with how many of the codings also hinder or help. */
function leanTable(table: Table, themes: readonly Theme[], leansOf: LeansOf, context: ReportContext): Table {
  const { words, count } = context;
  const figures = ({ quotes }: Theme) => {
    const leans = quotes.map(leansOf);
    const some = (polarity: Polarity) => leans.filter((one) => one.has(polarity)).length;
    return [some('hinders'), some('helps'), leans.filter(({ size }) => size === 0).length].map(count);
  };
  const before = 4;
  const titles = [words.alsoHinders, words.alsoHelps, words.neither].map(numberColumn);
  return {
    ...table,
    columns: [...table.columns.slice(0, before), ...titles, ...table.columns.slice(before)],
    rows: table.rows.map((row, index) => [
      ...row.slice(0, before),
      ...figures(themes[index]!),
      ...row.slice(before),
    ]),
  };
}

function quotesOn(theme: Theme, context: ReportContext, remark?: (quote: Quote) => string): Block[] {
  return [
    heading(3, context.themeName(theme.code)),
    ...bestQuotes(theme.passages, mostQuotes).map((passage) =>
      citation(passage, context, remark?.(passage.first)),
    ),
  ];
}
