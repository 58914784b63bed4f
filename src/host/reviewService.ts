import { randomUUID } from 'node:crypto';
import { progressPath, reviewPath } from '../core/review/paths';
import { progressLine } from '../core/review/progress';
import type { Review } from '../core/review/review';
import { reviewLine } from '../core/review/reviewLog';
import type { CoderIdentity } from './coder';
import type { StudySession } from './studySession';

/** What a review says, before it has an id, a reviewer and a time; with an id it replaces an earlier one. */
export type ReviewDraft = Omit<Review, 'id' | 'by' | 'at'> & { readonly id?: string };

/** The one place that writes reviews and progress: it appends to the logs of the person at the screen. */
export class ReviewService {
  constructor(private readonly coder: CoderIdentity) {}

  /** Saves a review of a coding of a transcript. On disk when resolved; undefined where nobody said who they are. */
  async give(session: StudySession, transcript: string, draft: ReviewDraft): Promise<Review | undefined> {
    const by = await this.coder.need(session);
    if (by === undefined) return undefined;
    const review: Review = { id: randomUUID(), ...draft, by, at: new Date().toISOString() };
    await append(session, reviewPath(by, transcript), reviewLine(review));
    return review;
  }

  /** Says that a transcript is done, or not yet. On disk when resolved; false where nobody said who they are. */
  async setProgress(
    session: StudySession,
    transcript: string,
    done: boolean,
    blind: boolean,
  ): Promise<boolean> {
    const by = await this.coder.need(session);
    if (by === undefined) return false;
    const at = new Date().toISOString();
    await append(session, progressPath(by), progressLine({ transcript, done, blind, by, at }));
    return true;
  }
}

async function append(session: StudySession, log: string, line: string): Promise<void> {
  try {
    await session.files.append(log, [line]);
  } finally {
    session.changed([log]);
  }
}
