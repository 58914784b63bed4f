import type { QueueRequest } from '../../core/review/queue';
import { type CodingTarget, writerOf } from '../../host/codingTarget';

/** An element of a view that a review is started on: an interview, a group of quotes, or a quote. */
export type CalledFor =
  | { readonly kind: 'interview'; readonly interview: { readonly path: string } }
  | { readonly kind: 'group'; readonly by: string; readonly key: string }
  | ({ readonly kind: 'quote' } & CodingTarget);

/** The codings that an element of a view stands for; all where it stands for none in particular. */
export function scopeOf(called: CalledFor | undefined): QueueRequest {
  switch (called?.kind) {
    case 'interview':
      return { transcript: called.interview.path };
    case 'quote':
      return { transcript: called.coding.transcript, coder: writerOf(called.coding) };
    case 'group':
      if (called.by === 'code') return { code: called.key };
      return called.by === 'transcript' ? { transcript: called.key } : {};
    default:
      return {};
  }
}
