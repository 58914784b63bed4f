import type { Codebook } from '../codebook/codebook';
import type { Anchor, Coding } from '../coding/coding';
import { coderOf, consensusCoder } from '../coding/paths';
import type { Opinion } from '../review/discussion';
import { compareStrings } from '../text/compare';
import type { CaseTranscript } from './cases';
import { groupBy } from './groupBy';
import type { Interview, OrganizationSummary, Quote, QuoteReview, SettledCounts } from './model';

const none: readonly never[] = [];

/** Every coding of a case that counts as a quote, unsorted. */
export function quotesOf(
  transcripts: readonly CaseTranscript[],
  interviews: readonly Interview[],
  codebook: Codebook,
): Quote[] {
  const interviewAt = new Map(interviews.map((interview) => [interview.transcript, interview]));
  return transcripts.flatMap(({ path, codings, counted, discussions }) => {
    const starred = new Set(codings.filter(({ coding }) => coding.star).map(({ coding }) => coding.id));
    const isStarred = ({ id, from }: Coding) =>
      starred.size > 0 && (starred.has(id) || (from?.some((one) => starred.has(one)) ?? false));
    const { role = null, organization = null, participant = null } = interviewAt.get(path) ?? {};
    return counted.map(({ coding, log, start, end, anchor, text, line }): Quote => {
      const discussion = discussions.get(coding.id);
      const quote = {
        id: coding.id,
        code: codebook.byId.get(coding.code)?.id ?? coding.code,
        text,
        role,
        organization,
        participant,
        transcript: path,
        start,
        end,
        line: line ?? null,
        coder: coderOf({ log, coding }),
        memo: coding.memo ?? null,
        anchor,
        from: coding.from ?? none,
        review: discussion?.verdict ?? null,
        reviews: discussion ? discussion.opinions.map((one) => reviewOf(one, codebook)) : none,
      };
      return isStarred(coding) ? { ...quote, star: true } : quote;
    });
  });
}

function reviewOf({ reviewer, review, answer }: Opinion, codebook: Codebook): QuoteReview {
  const { verdict, code, quote, comment } = review;
  return {
    reviewer,
    verdict,
    code: code === undefined ? null : (codebook.byId.get(code)?.id ?? code),
    text: quote ?? null,
    comment: comment ?? null,
    answer: answer ? { verdict: answer.verdict, comment: answer.comment ?? null } : null,
  };
}

/** Sorts quotes in the order of a report: by code, organization and place. */
export function sortQuotes(
  quotes: readonly Quote[],
  codes: readonly string[],
  organizations: readonly OrganizationSummary[],
): Quote[] {
  const byCode = groupBy(quotes, ({ code }) => code);
  return codes.flatMap((code) => {
    const byOrganization = groupBy(byCode.get(code) ?? [], ({ organization }) => organization);
    // They come by place, so that sorting finds little to do once they are told apart.
    return organizations.flatMap(({ id }) => (byOrganization.get(id) ?? []).sort(compareByPlace));
  });
}

function compareByPlace(a: Quote, b: Quote): number {
  return (
    compareStrings(a.transcript, b.transcript) ||
    a.start - b.start ||
    a.end - b.end ||
    compareStrings(a.coder, b.coder) ||
    compareStrings(a.id, b.id)
  );
}

/** How many quotes hold on to their transcript in which way. */
export function countAnchors(quotes: readonly Quote[]): Record<Anchor, number> {
  const counts = { exact: 0, moved: 0, edited: 0, ambiguous: 0, orphan: 0 };
  for (const { anchor } of quotes) counts[anchor]++;
  return counts;
}

/** How far the codings of transcripts are settled, where the quotes are those that count. */
export function countSettled(
  transcripts: readonly CaseTranscript[],
  quotes: readonly Quote[],
): SettledCounts {
  const all = transcripts.reduce((sum, { codings }) => sum + codings.length, 0);
  const byConsensus = quotes.filter(({ coder }) => coder === consensusCoder).length;
  return { quotes: byConsensus, from: all - quotes.length, notSettled: quotes.length - byConsensus };
}
