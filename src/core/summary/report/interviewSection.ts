import {
  type Block,
  dateColumn,
  heading,
  type Inline,
  numberColumn,
  oneLine,
  paragraph,
  textColumn,
} from '../../report/blocks';
import { countOf } from '../counts';
import { formatDate } from '../labels';
import type { Interview } from '../model';
import { transcriptLink } from '../paths';
import type { ReportContext } from './context';

/** Who was interviewed: per organization, by role, and one by one. */
export function interviewSection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  const title = heading(2, context.words.titles.interviews);
  if (summary.interviews.length === 0) return [];
  return [
    title,
    paragraph(labels.wordsExplained),
    organizationTable(context),
    roleTable(context),
    interviewTable(context),
  ];
}

function organizationTable({ labels, case: { organizations }, ...context }: ReportContext): Block {
  const numbers = ['interviews', 'coded', 'respondents', 'words', 'quotes'] as const;
  const titles = [labels.interviews, labels.coded, labels.respondents, labels.words, labels.codings];
  const sum = (key: (typeof numbers)[number]) => organizations.reduce((total, one) => total + one[key], 0);
  return {
    kind: 'table',
    caption: labels.interviewsByOrganization,
    columns: [textColumn(labels.organization), ...titles.map(numberColumn)],
    rows: organizations.map((one) => [
      context.organizationName(one.id),
      ...numbers.map((key) => context.count(one[key])),
    ]),
    total: [labels.total, ...numbers.map((key) => context.count(sum(key)))],
  };
}

function roleTable({ labels, case: { organizations, respondents }, ...context }: ReportContext): Block {
  const total = (id: string | null) =>
    respondents.reduce((sum, { byOrganization }) => sum + countOf(byOrganization, id), 0);
  const all = respondents.reduce((sum, one) => sum + one.respondents, 0);
  return {
    kind: 'table',
    caption: labels.respondentsByRole,
    columns: [
      textColumn(labels.role),
      ...organizations.map(({ id }) => numberColumn(context.organizationName(id))),
      numberColumn(labels.total),
    ],
    rows: respondents.map((one) => [
      context.roleName(one.role),
      ...organizations.map(({ id }) => context.count(countOf(one.byOrganization, id))),
      context.count(one.respondents),
    ]),
    total: [labels.total, ...organizations.map(({ id }) => context.count(total(id))), context.count(all)],
  };
}

function interviewTable(context: ReportContext): Block {
  const { labels } = context;
  return {
    kind: 'table',
    caption: labels.interviews,
    columns: [
      textColumn(labels.interview),
      textColumn(labels.organization),
      textColumn(labels.participant),
      textColumn(labels.role),
      dateColumn(labels.date),
      numberColumn(labels.words),
      textColumn(labels.codedBy),
    ],
    rows: context.case.interviews.map((interview) => interviewRow(interview, context)),
  };
}

function interviewRow(interview: Interview, { labels, ...context }: ReportContext): Inline[] {
  const { transcript, organization, participant, role, date, words, coders } = interview;
  return [
    { kind: 'link', text: fileName(transcript), href: transcriptLink(transcript, null) },
    context.organizationName(organization),
    oneLine(participant ?? '–'),
    context.roleName(role),
    date === null ? '–' : oneLine(formatDate(date, labels)),
    words === null ? labels.unreadable : context.count(words),
    coders.length > 0 ? coders.map(oneLine).join(', ') : labels.notCoded,
  ];
}

/** The name of a transcript's file, without folder and extension. */
export function fileName(path: string): string {
  return oneLine(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, ''));
}
