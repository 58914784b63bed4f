import { overviewTable } from '../../maturity/tables/report';
import type { PictureKind } from '../../pictures/model';
import {
  type Block,
  heading,
  numberColumn,
  oneLine,
  type Picture,
  paragraph,
  quoteBlock,
  type Table,
  textColumn,
} from '../../report/blocks';
import { formatCount, type Labels, labelsOf } from '../labels';
import { transcriptLink } from '../paths';
import { fileName } from '../report/interviewSection';
import { type SectionLabels, sectionLabels } from '../report/sectionLabels';
import { type OverviewLabels, overviewLabels } from './labels';
import type { CaseNumbers, RecurringCode, RecurringQuote, StudyOverview } from './model';

interface Context {
  readonly overview: StudyOverview;
  readonly labels: Labels;
  readonly words: SectionLabels;
  readonly own: OverviewLabels;
  readonly count: (count: number) => string;
}

/**
 * The report over all cases: their numbers, the scores of all organizations, and what recurs across them.
 * @param pictures of all cases together, by kind
 */
export function overviewReport(
  overview: StudyOverview,
  pictures: ReadonlyMap<PictureKind, Picture>,
): Block[] {
  const labels = labelsOf(overview.language);
  const context: Context = {
    overview,
    labels,
    words: sectionLabels(overview.language),
    own: overviewLabels(overview.language),
    count: (count) => formatCount(count, labels),
  };
  const { own } = context;
  return [
    heading(1, own.title),
    paragraph({ kind: 'emphasis', text: oneLine(overview.study) || labels.noTitle }),
    heading(2, own.numbers),
    caseTable(context),
    ...maturitySection(context, pictures),
    ...(overview.codes.length > 0
      ? [heading(2, own.recurring), paragraph(own.explained), ...picturesOf(pictures, 'codes')]
      : []),
    ...groupsOf(context).flatMap(([title, codes]) => recurrenceSection(title, codes, context)),
    heading(2, labels.madeFrom),
    paragraph(`${own.madeFrom(overview.sources)} `, { kind: 'code', text: overview.hash }),
  ];
}

function caseTable({ overview: { cases }, labels, words, own, count }: Context): Table {
  const keys = ['organizations', 'interviews', 'respondents', 'words', 'quotes'] as const;
  const titles = [words.organizations, labels.interviews, labels.respondents, labels.words, labels.codings];
  const sum = (key: (typeof keys)[number]) => cases.reduce((total, one) => total + one[key], 0);
  return {
    kind: 'table',
    caption: own.cases,
    columns: [textColumn(own.case), ...titles.map(numberColumn)],
    rows: cases.map((one) => [oneLine(one.name), ...keys.map((key) => count(one[key]))]),
    total: [labels.total, ...keys.map((key) => count(sum(key)))],
  };
}

function maturitySection(
  { overview: { maturity }, labels, own }: Context,
  pictures: ReadonlyMap<PictureKind, Picture>,
): Block[] {
  if (!maturity || maturity.cases.length === 0) return [];
  const table = overviewTable(maturity);
  return [
    heading(2, own.scores),
    paragraph(labels.scoresExplained),
    table,
    ...picturesOf(pictures, 'maturity'),
  ];
}

function picturesOf(pictures: ReadonlyMap<PictureKind, Picture>, kind: PictureKind): Block[] {
  const picture = pictures.get(kind);
  return picture ? [picture] : [];
}

/** The codes by what they are on: what hinders, what helps, each topic, and what the codebook does not know. */
function groupsOf({ overview: { codes }, own }: Context): (readonly [string, readonly RecurringCode[]])[] {
  const topics = new Map<string, string>();
  for (const { code, kind, path } of codes) {
    const topic = typeof kind === 'object' ? kind?.topic : undefined;
    if (topic !== undefined && !topics.has(topic)) topics.set(topic, path[0] ?? code);
  }
  const isOn = (topic: string) => (one: RecurringCode) =>
    typeof one.kind === 'object' && one.kind?.topic === topic;
  return [
    [own.hinders, codes.filter(({ kind }) => kind === 'hinders')] as const,
    [own.helps, codes.filter(({ kind }) => kind === 'helps')] as const,
    ...[...topics].map(([topic, name]) => [own.topic(oneLine(name)), codes.filter(isOn(topic))] as const),
    [own.unknown, codes.filter(({ kind }) => kind === null)] as const,
  ].filter(([, own]) => own.length > 0);
}

function recurrenceSection(title: string, codes: readonly RecurringCode[], context: Context): Block[] {
  const { overview, own } = context;
  const all = codes.filter(({ cases }) => cases === overview.cases.length).length;
  const one = overview.cases.length === 1 ? 0 : codes.filter(({ cases }) => cases === 1).length;
  const sorted = [...codes].sort(
    (a, b) =>
      b.cases - a.cases ||
      b.organizations - a.organizations ||
      b.respondents - a.respondents ||
      b.quotes - a.quotes,
  );
  return [
    heading(2, title),
    paragraph(own.recurrence(all, codes.length - all - one, one, overview.cases.length)),
    recurrenceTable(title, sorted, context),
    ...sorted.filter(({ cases }) => cases > 1).flatMap((code) => examplesOf(code, context)),
  ];
}

function recurrenceTable(caption: string, codes: readonly RecurringCode[], context: Context): Table {
  const { overview, labels, words, own, count } = context;
  const keys = ['cases', 'organizations', 'respondents', 'quotes'] as const;
  const titles = [own.cases, words.organizations, labels.respondents, labels.codings];
  return {
    kind: 'table',
    caption,
    columns: [
      textColumn(words.theme),
      ...titles.map(numberColumn),
      ...overview.cases.map(({ name }) => numberColumn(oneLine(name))),
    ],
    rows: codes.map((code) => [
      nameOf(code),
      ...keys.map((key) => count(code[key])),
      ...overview.cases.map(({ id }) => count(code.byCase[id] ?? 0)),
    ]),
  };
}

function nameOf({ path, code }: RecurringCode): string {
  return oneLine(path.join(' › ')) || code;
}

function examplesOf(code: RecurringCode, context: Context): Block[] {
  const names = new Map(context.overview.cases.map(({ id, name }: CaseNumbers) => [id, oneLine(name)]));
  return [
    heading(3, nameOf(code)),
    ...code.examples.map((example) => exampleBlock(example, names.get(example.case)!, context)),
  ];
}

/** `“…” (role, organization)`, with the place and the case that it leads to. */
function exampleBlock(example: RecurringQuote, caseName: string, { labels }: Context): Block {
  const { text, role, organization, participant, transcript, line, coder } = example;
  const source = [role ?? labels.noRole, organization ?? labels.noOrganization].map(oneLine).join(', ');
  const who = oneLine(participant ?? fileName(transcript));
  return quoteBlock(
    `“${oneLine(text)}” (${source}) `,
    {
      kind: 'link',
      text: line === null ? who : `${who}, ${labels.line} ${line}`,
      href: transcriptLink(transcript, line),
    },
    { kind: 'aside', text: ` · ${oneLine(coder)} · ${caseName}` },
  );
}
