import { type Block, heading, paragraph } from '../../report/blocks';
import { compareStrings } from '../../text/compare';
import { formatDate } from '../labels';
import type { ReportContext } from './context';

/** What the case rests on in a sentence: how many interviews, with how many people, where, and when. */
export function contextSection({ case: summary, labels, words, ...context }: ReportContext): Block[] {
  const { interviews, organizations, respondents } = summary;
  const title = heading(2, words.titles.context);
  if (interviews.length === 0) return [title, paragraph(labels.noInterviews)];
  const people = respondents.reduce((sum, one) => sum + one.respondents, 0);
  const places = organizations.filter((one) => one.id !== null && one.interviews > 0);
  const dates = interviews.flatMap(({ date }) => (isDate(date) ? [date] : [])).sort(compareStrings);
  const when = dates.length === interviews.length ? [dates[0]!, dates.at(-1)!] : [];
  const names = places.map(({ id }) => context.organizationName(id)).join(', ');
  const said = [
    words.interviewed(interviews.length, people, places.length) + (names === '' ? '' : ` (${names})`),
    ...(when.length > 0 ? [words.between(formatDate(when[0]!, labels), formatDate(when[1]!, labels))] : []),
  ];
  return [title, paragraph(`${said.join(', ')}.`)];
}

function isDate(date: string | null): date is string {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date);
}
