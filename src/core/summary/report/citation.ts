import { type Block, type Inline, oneLine, quoteBlock } from '../../report/blocks';
import type { Quote } from '../model';
import type { ReportContext } from './context';
import type { Passage } from './passages';

/** `“…” (role, organization)`, as studies quote what was said. */
export function cited({ text, role, organization }: Quote, context: ReportContext): string {
  return `“${oneLine(text)}” (${context.roleName(role)}, ${context.organizationName(organization)})`;
}

/** A quote in a section, with the number that leads to its source, and what its coders noted with it. */
export function citation(passage: Passage, context: ReportContext, remark = ''): Block {
  const { first, starred } = passage;
  const { labels, words } = context;
  const remarks = [starred ? words.starred : '', remark, labels.anchors[first.anchor]].filter(Boolean);
  return quoteBlock(
    `${cited(first, context)} [`,
    linkTo(passage, context),
    ']',
    ...(remarks.length > 0 ? [{ kind: 'aside', text: ` · ${remarks.join(' · ')}` } as const] : []),
    ...memosOf(passage, context),
  );
}

/** The number of a passage, which leads to its source. */
export function linkTo(passage: Passage, context: ReportContext, text = numberOf(passage)): Inline {
  return { kind: 'link', text, href: `#${context.anchorOf(passage)}` };
}

/** What a passage is called throughout a report. */
export function numberOf({ number }: Passage): string {
  return `Q${number}`;
}

/** The memos on a passage, by whom. */
export function memosOf({ codings }: Passage, { labels }: ReportContext): Inline[] {
  const memos: Inline[] = [];
  for (const { memo, coder } of codings) {
    if (memo === null || memo.trim() === '') continue;
    memos.push(' ', { kind: 'emphasis', text: oneLine(`${labels.memo(coder)}: ${memo}`) });
  }
  return memos;
}
