import { type Block, heading, type Inline, oneLine } from '../../report/blocks';
import { groupBy } from '../groupBy';
import type { Quote, QuoteReview } from '../model';
import { transcriptLink } from '../paths';
import type { ReportContext } from './context';
import { fileName } from './interviewSection';

/** The quotes of each code. A passage that several coders gave the same code stands once, with their names. */
export function quoteSection(context: ReportContext): Block[] {
  const { labels, case: summary } = context;
  if (summary.quotes.length === 0) return [];
  const byCode = [...groupBy(summary.quotes, ({ code }) => code)];
  return [
    heading(2, labels.quotesByCode),
    ...byCode.flatMap(([code, quotes]): Block[] => {
      const passages = [...groupBy(quotes, passageKey).values()];
      const counts = labels.codingCount(quotes.length, passages.length);
      return [
        heading(3, `${context.codeName(code)}: ${counts}`),
        { kind: 'list', items: passages.map((passage) => quoteLine(passage, context)) },
      ];
    }),
  ];
}

function passageKey({ transcript, start, end, text, anchor }: Quote): string {
  return JSON.stringify([transcript, start, end, text, anchor]);
}

/** `“…” (role, organization)`, where it stands, who coded it, the coders' memos and what reviewers say. */
function quoteLine(codings: readonly Quote[], context: ReportContext): Inline[] {
  const { labels } = context;
  const quote = codings[0]!;
  const source = `${context.roleName(quote.role)}, ${context.organizationName(quote.organization)}`;
  const coders = [...new Set(codings.map(({ coder }) => oneLine(coder)))].join(', ');
  const mark = labels.anchors[quote.anchor];
  const memos = codings.filter(({ memo }) => memo !== null && memo.trim() !== '');
  return [
    `“${oneLine(quote.text)}” (${source}) `,
    placeOf(quote, labels.line),
    { kind: 'aside', text: ` · ${coders}${mark === '' ? '' : ` · ${mark}`}` },
    ...memos.flatMap(({ memo, coder }): Inline[] => [
      ' ',
      { kind: 'emphasis', text: oneLine(`${labels.memo(coder)}: ${memo!}`) },
    ]),
    ...codings
      .flatMap(({ reviews }) => reviews)
      .flatMap((review): Inline[] => [' ', { kind: 'emphasis', text: reviewText(review, context) }]),
  ];
}

/** `bram disagrees (rather Money): comment. Kept: reason` on one line. */
function reviewText(
  { reviewer, verdict, code, text, comment, answer }: QuoteReview,
  { labels, codeName }: ReportContext,
): string {
  const instead = [code === null ? '' : codeName(code), text === null ? '' : `“${oneLine(text)}”`];
  const parts = [labels.review(reviewer, verdict, instead.filter(Boolean).join(', ')), comment];
  const answered = answer ? [labels.answers[answer.verdict], answer.comment] : [];
  const sayAll = (said: readonly (string | null)[]) => oneLine(said.filter(Boolean).join(': '));
  return [sayAll(parts), sayAll(answered)].filter(Boolean).join(' → ');
}

function placeOf({ participant, transcript, line }: Quote, lineLabel: string): Inline {
  const who = oneLine(participant ?? fileName(transcript));
  const text = line === null ? who : `${who}, ${lineLabel} ${line}`;
  return { kind: 'link', text, href: transcriptLink(transcript, line) };
}
