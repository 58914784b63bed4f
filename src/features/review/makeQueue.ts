import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { mapBounded } from '../../core/cache/bounded';
import { type QueueRequest, reviewedBy, reviewQueue } from '../../core/review/queue';
import type { StudySession } from '../../host/studySession';

/** A coding of a queue as plain data. */
export interface QueueItem {
  readonly transcript: string;
  readonly log: string;
  readonly id: string;
}

/** The queue that is asked for, of what the coder may see, and the ids of the codings in it that are reviewed. */
export function makeQueue(
  session: StudySession,
  reviewer: string,
  request: QueueRequest,
): Promise<{ items: QueueItem[]; reviewed: ReadonlySet<string> }> {
  const title = vscode.l10n.t('Finding the codings to review');
  const options = { location: vscode.ProgressLocation.Window, title };
  return vscode.window.withProgress(options, async () => {
    const { study } = session;
    const { transcript } = request;
    const paths = transcript === undefined ? await study.codedTranscriptPaths() : [transcript];
    const codings = await mapBounded(paths, (path) => session.codings(path));
    const reviews = await mapBounded(paths, (path) => study.reviews(path));
    const queue = reviewQueue(codings.flat(), reviewer, request, await study.codebook(), sha256);
    const items = queue.map(({ transcript: path, log, coding }) => ({
      transcript: path,
      log,
      id: coding.id,
    }));
    return { items, reviewed: reviewedBy(reviewer, reviews.flat()) };
  }) as Promise<{ items: QueueItem[]; reviewed: ReadonlySet<string> }>;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
