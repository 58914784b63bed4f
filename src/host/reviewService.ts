import { randomUUID } from 'node:crypto';
import type { ReviewChange } from '../core/review/change';
import { progressPath, reviewPath } from '../core/review/paths';
import { progressLine } from '../core/review/progress';
import type { Review } from '../core/review/review';
import type { CoderIdentity } from './coder';
import type { CodingService } from './codingService';
import type { StudySession } from './studySession';

/** What a review says, before it has an id, a reviewer and a time. */
export type ReviewDraft = Omit<Review, 'id' | 'by' | 'at'>;

/**
 * The one place that writes reviews and progress: it appends to the logs of the person at the screen. Reviews are
 * steps among those of coding, and taken back with them.
 */
export class ReviewService {
  constructor(
    private readonly coder: CoderIdentity,
    private readonly codings: CodingService,
  ) {}

  /** A review of a coding of a transcript by the person at the screen; not yet saved. Undefined without a coder. */
  async draft(
    session: StudySession,
    transcript: string,
    draft: ReviewDraft,
  ): Promise<ReviewChange | undefined> {
    const by = await this.coder.need(session);
    if (by === undefined) return undefined;
    const review: Review = { id: randomUUID(), ...draft, by, at: new Date().toISOString() };
    return { log: reviewPath(by, transcript), review, takenBack: false };
  }

  /** Saves a review of a coding of a transcript. On disk when resolved; false where nobody said who they are. */
  async give(session: StudySession, transcript: string, draft: ReviewDraft): Promise<boolean> {
    const change = await this.draft(session, transcript, draft);
    if (change) await this.codings.apply(session, [change]);
    return change !== undefined;
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
    const log = progressPath(by);
    try {
      await session.files.append(log, [progressLine({ transcript, done, blind, by, at })]);
    } finally {
      session.changed([log]);
    }
    return true;
  }
}
