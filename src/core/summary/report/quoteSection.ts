import { type Block, heading, type Inline, oneLine, paragraph } from '../../report/blocks';
import type { Quote, QuoteReview } from '../model';
import { cited, memosOf, numberOf } from './citation';
import type { ReportContext } from './context';
import { fileName } from './interviewSection';
import type { Passage } from './passages';

/**
 * The sources of all quotes, code by code. A passage that several coders gave the same code stands once, with their
 * names, under the number by which the sections refer to it.
 */
export function quoteSection(context: ReportContext): Block[] {
  const { labels, words, passages } = context;
  if (passages.size === 0) return [];
  return [
    heading(2, words.sources),
    paragraph(words.sourcesExplained),
    ...[...passages].flatMap(([code, own]): Block[] => {
      const codings = own.reduce((sum, one) => sum + one.codings.length, 0);
      return [
        heading(3, `${context.codeName(code)}: ${labels.codingCount(codings, own.length)}`),
        { kind: 'list', items: eachInTurn(own, (passage) => quoteLine(passage, context)) },
      ];
    }),
  ];
}

/** What is made of each item when it is its turn: of so many quotes, all lines at once take long to be kept. */
function eachInTurn<T, R>(items: readonly T[], make: (item: T) => R): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}

/** `Q1 “…” (role, organization)`, where it stands, who coded it, the coders' memos and what reviewers say. */
function quoteLine(passage: Passage, context: ReportContext): Inline[] {
  const { labels, words } = context;
  const { first, codings, starred } = passage;
  const remarks = [starred ? words.starred : '', codersOf(codings, context), labels.anchors[first.anchor]];
  const line: Inline[] = [
    { kind: 'anchor', id: context.anchorOf(passage) },
    { kind: 'strong', text: numberOf(passage) },
    ` ${cited(first, context)} `,
    placeOf(first, context),
    { kind: 'aside', text: ` · ${joined(remarks, ' · ')}` },
    ...memosOf(passage, context),
  ];
  for (const { reviews } of codings) {
    for (const review of reviews) line.push(' ', { kind: 'emphasis', text: reviewText(review, context) });
  }
  return line;
}

function codersOf(codings: readonly Quote[], { coderName }: ReportContext): string {
  if (codings.length === 1) return coderName(codings[0]!.coder);
  return [...new Set(codings.map(({ coder }) => coderName(coder)))].join(', ');
}

/** Those of some parts that say anything. */
function joined(parts: readonly (string | null)[], between: string): string {
  let text = '';
  for (const part of parts) if (part) text += text === '' ? part : between + part;
  return text;
}

/** `bram disagrees (rather Money): comment. Kept: reason` on one line. */
function reviewText(
  { reviewer, verdict, code, text, comment, answer }: QuoteReview,
  { labels, codeName }: ReportContext,
): string {
  const instead = [code === null ? '' : codeName(code), text === null ? '' : `“${oneLine(text)}”`];
  const parts = [labels.review(reviewer, verdict, joined(instead, ', ')), comment];
  const answered = answer ? [labels.answers[answer.verdict], answer.comment] : [];
  const sayAll = (said: readonly (string | null)[]) => oneLine(joined(said, ': '));
  return joined([sayAll(parts), sayAll(answered)], ' → ');
}

/** Where a quote stands: the participant, the line, and the time in the recording. */
function placeOf(quote: Quote, context: ReportContext): Inline {
  const { labels, material, transcriptLink } = context;
  const { participant, transcript, line } = quote;
  const time = material.times.get(quote);
  const parts = [
    participant === null ? fileName(transcript) : context.participantName(participant),
    line === null ? '' : `${labels.line} ${line}`,
    time === undefined ? '' : formatTime(time),
  ];
  return { kind: 'link', text: joined(parts, ', '), href: transcriptLink(transcript, line) };
}

/** Seconds as hours, minutes and seconds. */
function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
