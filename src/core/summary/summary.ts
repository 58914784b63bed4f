import { fullSpeed, mapBounded, type Pace } from '../cache/bounded';
import { summarizeCosts } from '../costs/compute';
import type { Study } from '../study';
import { compareStrings } from '../text/compare';
import { localize } from '../text/localized';
import { type CaseTranscript, caseIds, noCase, readForSummaries, transcriptsOfCase } from './cases';
import { codesOf } from './codes';
import { compareOrganizations } from './comparison';
import { groupBy } from './groupBy';
import { interviewsOf, organizationsOf, respondentsOf } from './interviews';
import { labelsOf } from './labels';
import { maturityRows, maturityTotals } from './maturity';
import type { CaseSummary, Quote, StudySummary } from './model';
import { countAnchors, countSettled, quotesOf, sortQuotes } from './quotes';
import { sourcesOf } from './sources';

/**
 * The summary of a study's cases as data; the same files give the same summary.
 * @param asked the cases to summarize, in this order; all of them where left out
 * @throws RangeError for a case that the study does not have
 */
export async function summarizeStudy(
  study: Study,
  asked?: readonly string[],
  pace: Pace = fullSpeed,
): Promise<StudySummary> {
  const { title, language } = await study.settings();
  if (!asked) await readForSummaries(study);
  const summaries: CaseSummary[] = [];
  for (const id of asked ?? (await caseIds(study, pace))) {
    summaries.push(await summarizeCase(study, id, await transcriptsOfCase(study, id, pace), pace));
  }
  return { study: title, language, cases: summaries };
}

async function summarizeCase(
  study: Study,
  id: string,
  transcripts: readonly CaseTranscript[],
  pace: Pace,
): Promise<CaseSummary> {
  const [{ cases, language }, codebook, scale, scores] = await Promise.all([
    study.settings(),
    study.codebook(),
    study.scale(),
    study.scores(),
  ]);
  const listed = cases.find((one) => one.id === id);
  const words = await mapBounded(
    transcripts,
    async ({ path }) => [path, await study.words(path)] as const,
    pace,
  );
  const interviews = interviewsOf(transcripts, new Map(words));
  const unsorted = quotesOf(transcripts, interviews, codebook);
  const lostQuotes = unsorted.length - interviews.reduce((sum, { quotes }) => sum + quotes, 0);
  const organizations = organizationsOf(interviews, listed?.organizations ?? [], lostQuotes, language);
  const respondents = respondentsOf(interviews, organizations, lostQuotes);
  const coders = codersOf(unsorted);
  const dimensions = { organizations, respondents, coders: coders.map(({ coder }) => coder) };
  const codes = codesOf(unsorted, codebook, dimensions, language);
  const quotes = sortQuotes(
    unsorted,
    codes.map(({ code }) => code),
    organizations,
  );
  const maturity = scale ? maturityRows(scale, scores, organizations, quotes, codebook) : [];
  return {
    id,
    name: listed ? localize(listed.name, language) : id === noCase ? labelsOf(language).noCase : id,
    organizations,
    interviews,
    respondents,
    coders,
    settled: countSettled(transcripts, quotes),
    codes,
    quotes,
    anchors: countAnchors(quotes),
    comparison: compareOrganizations(codes, organizations),
    domains: (scale?.domains ?? []).map((domain) => ({
      id: domain.id,
      name: localize(domain.name, language),
      highest: domain.levels.length,
    })),
    maturity,
    maturityTotals: scale ? maturityTotals(scale, maturity, codingIds(transcripts)) : [],
    costs: (listed?.costs ?? []).map((calculation) => summarizeCosts(calculation, language)),
    costsLeftOut: (listed?.costsLeftOut ?? []).map((one) => localize(one, language)),
    ...(await sourcesOf(study, id, transcripts, pace)),
  };
}

/** The ids of all codings of a case, also of those that a consensus stands for: scores may rest on them. */
function codingIds(transcripts: readonly CaseTranscript[]): ReadonlySet<string> {
  return new Set(transcripts.flatMap(({ codings }) => codings.map(({ coding }) => coding.id)));
}

function codersOf(quotes: readonly Quote[]): CaseSummary['coders'] {
  return [...groupBy(quotes, ({ coder }) => coder)]
    .map(([coder, own]) => ({
      coder,
      quotes: own.length,
      transcripts: new Set(own.map(({ transcript }) => transcript)).size,
    }))
    .sort((a, b) => compareStrings(a.coder, b.coder));
}
