import type * as vscode from 'vscode';
import type { QueueRequest } from '../../core/review/queue';
import type { StudySession } from '../../host/studySession';

const key = 'interviewCoding.review';

/** A review as it is remembered: the queue is made again from what was asked. */
export interface SavedReview {
  /** The URI of the study's folder. */
  readonly study: string;
  readonly reviewer: string;
  readonly request: QueueRequest;
  /** The id of the coding that was looked at. */
  readonly at: string | undefined;
  /** False once the reviewer has ended it. */
  readonly active: boolean;
}

/** Remembers the last review of this workspace, outside the shared folder. */
export class QueueStore {
  constructor(private readonly memory: vscode.Memento) {}

  /** The last review of a study by a reviewer. */
  of({ folder }: StudySession, reviewer: string | undefined): SavedReview | undefined {
    const saved = this.memory.get<SavedReview>(key);
    return saved?.study === folder.uri.toString() && saved.reviewer === reviewer ? saved : undefined;
  }

  async save(review: SavedReview): Promise<void> {
    await this.memory.update(key, review);
  }
}
