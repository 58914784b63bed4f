import type { Codebook } from '../../codebook/codebook';
import { maturityTables } from '../../maturity/tables/tables';
import type { Study } from '../../study';
import { sha256Hex } from '../../text/sha256';
import { countBy } from '../counts';
import { groupBy } from '../groupBy';
import type { CaseSummary, Quote, StudySummary } from '../model';
import { bestQuotes } from '../report/bestQuotes';
import { type Passage, passagesByCode, respondentKeys } from '../report/passages';
import { topicsOf, voicesIn } from '../report/themes';
import type { CaseNumbers, RecurringCode, RecurringQuote, StudyOverview } from './model';

/** All cases of a study side by side, from the summary of all of them. */
export async function overviewOf(study: Study, summary: StudySummary): Promise<StudyOverview> {
  const { cases, language } = summary;
  return {
    study: summary.study,
    language,
    cases: cases.map(numbersOf),
    maturity: (await maturityTables(study)) ?? null,
    codes: recurringCodes(cases, await study.codebook()),
    sources: new Set(cases.flatMap(({ sources }) => sources)).size,
    hash: sha256Hex(cases.map(({ hash }) => `${hash}\n`).join('')),
  };
}

function numbersOf({ id, name, organizations, respondents, interviews, quotes }: CaseSummary): CaseNumbers {
  return {
    id,
    name,
    organizations: organizations.filter((one) => one.id !== null).length,
    interviews: interviews.length,
    respondents: respondents.reduce((sum, one) => sum + one.respondents, 0),
    words: organizations.reduce((sum, { words }) => sum + words, 0),
    quotes: quotes.length,
  };
}

/** A case with its passages by code. */
interface ReadCase {
  readonly summary: CaseSummary;
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
}

function recurringCodes(cases: readonly CaseSummary[], codebook: Codebook): RecurringCode[] {
  const read = cases.map((summary): ReadCase => ({ summary, passages: passagesByCode(summary.quotes) }));
  const topics = new Map(
    topicsOf(codebook.codes).flatMap(({ root, codes }) => codes.map((code) => [code, root.id] as const)),
  );
  const names = new Map(cases.flatMap(({ codes }) => codes.map(({ code, path }) => [code, path])));
  const kindOf = (code: string): RecurringCode['kind'] => {
    const topic = topics.get(code);
    return topic === undefined ? (codebook.byId.get(code)?.polarity ?? null) : { topic };
  };
  return [...names].flatMap(([code, path]): RecurringCode[] => {
    const found = read.filter(({ passages }) => passages.has(code));
    if (found.length === 0) return [];
    const quotes = found.map((one) => quotesIn(one, code));
    const voices = quotes.map(voicesIn);
    return [
      {
        code,
        path,
        kind: kindOf(code),
        cases: found.length,
        organizations: voices.reduce((sum, one) => sum + one.organizations, 0),
        respondents: new Set(found.flatMap((one) => respondentsOf(one, code))).size,
        quotes: quotes.reduce((sum, { length }) => sum + length, 0),
        byCase: countBy(
          found.flatMap((one, index) => quotes[index]!.map(() => one.summary.id)),
          cases.map(({ id }) => id),
          (id) => id,
        ),
        examples: found.flatMap((one) => exampleOf(one, code)),
      },
    ];
  });
}

function quotesIn({ passages }: ReadCase, code: string): Quote[] {
  return passages.get(code)!.flatMap(({ codings }) => codings);
}

/** Respondents are told apart within their case. */
function respondentsOf(one: ReadCase, code: string): string[] {
  const respondents = groupBy(quotesIn(one, code), respondentKeys()).keys();
  return [...respondents].map((respondent) => JSON.stringify([one.summary.id, respondent]));
}

function exampleOf({ summary, passages }: ReadCase, code: string): RecurringQuote[] {
  const [best] = bestQuotes(passages.get(code)!, 1);
  if (!best) return [];
  const { id, text, transcript, line, coder, role, participant, organization } = best.first;
  const name = summary.organizations.find((one) => one.id === organization)?.name ?? organization;
  return [{ case: summary.id, id, text, role, organization: name, participant, transcript, line, coder }];
}
