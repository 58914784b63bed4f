import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { parseLogPath } from '../../core/coding/paths';
import { parseReviewPath } from '../../core/review/paths';
import { type QueueRequest, reviewedBy } from '../../core/review/queue';
import type { StudyCoding } from '../../core/study';
import { ContextKey } from '../../host/contextKey';
import { DisposableStore } from '../../host/disposables';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { makeQueue, type QueueItem } from './makeQueue';
import { QueueStore, type SavedReview } from './queueStore';

/** A review that goes on: the queue, what of it is done, and the coding that is looked at. */
interface Review {
  readonly session: StudySession;
  readonly reviewer: string;
  readonly request: QueueRequest;
  readonly items: readonly QueueItem[];
  readonly reviewed: Set<string>;
  at: number;
  current: StudyCoding;
}

/** What is shown of a review. */
export interface ShownReview {
  readonly session: StudySession;
  readonly reviewer: string;
  readonly current: StudyCoding;
  readonly done: number;
  readonly all: number;
}

/** Goes through other coders' codings, one after the other; remembers where it was. */
export class Reviewing implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #isReviewing = new ContextKey<boolean>('interviewCoding.reviewing');
  readonly #store: QueueStore;
  #review: Review | undefined;

  /** Fires when another coding is looked at, when more is done, and when a review begins or ends. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {
    const { studies, coder, context } = services;
    this.#store = new QueueStore(context.workspaceState);
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        if (session === this.#review?.session) void this.#refresh(this.#review, paths);
      }),
    );
    this.#disposables.add(
      coder.onDidChange(() => {
        if (this.#review && this.#review.reviewer !== coder.current()) void this.end();
      }),
    );
    this.#disposables.add(studies.onDidChangeSessions(() => void this.#followSessions()));
    void this.#followSessions();
  }

  get shown(): ShownReview | undefined {
    if (!this.#review) return undefined;
    const { session, reviewer, current, items, reviewed } = this.#review;
    const done = items.filter(({ id }) => reviewed.has(id)).length;
    return { session, reviewer, current, done, all: items.length };
  }

  /** The review that can be taken up again. */
  saved(session: StudySession): SavedReview | undefined {
    return this.#review ? undefined : this.#store.of(session, this.services.coder.current());
  }

  /**
   * Begins a review and goes to the first coding that is to be reviewed.
   * @param first the id of the coding to begin at
   */
  async start(session: StudySession, request: QueueRequest, first?: string): Promise<void> {
    const review = await this.#make(session, request, first);
    if (!review) return;
    if (first === undefined && review.reviewed.has(review.current.coding.id)) await this.#toNext(review);
    // A comparison has the same keys.
    await vscode.commands.executeCommand('interviewCoding.endComparing');
    await this.#begin(review);
    await this.show();
  }

  /** Opens the coding that is looked at. */
  async show(): Promise<void> {
    const review = this.#need();
    const { session, current: coding } = review;
    await vscode.commands.executeCommand('interviewCoding.revealCoding', { session, coding });
  }

  /** The next coding of the queue, or the one before, reviewed or not; round the end to the beginning. */
  async go(step: 1 | -1): Promise<void> {
    const review = this.#need();
    if (await this.#move(review, step, () => true)) await this.#arrive(review);
  }

  /** Notes that the coding that is looked at has been reviewed, and goes on to the next that has not. */
  async advance(): Promise<void> {
    const review = this.#need();
    review.reviewed.add(review.current.coding.id);
    if (await this.#toNext(review)) await this.#arrive(review);
    else {
      this.#changed.fire();
      say(vscode.l10n.t('All {0} codings of this queue are reviewed. Escape ends.', review.items.length));
    }
  }

  /** Ends the review; it can be taken up again later. */
  async end(): Promise<void> {
    if (!this.#review) return;
    await this.#save(this.#review, false);
    this.#review = undefined;
    this.#isReviewing.set(false);
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #need(): Review {
    if (this.#review) return this.#review;
    throw new Hint(vscode.l10n.t('No review is going on. “Start Review…” begins one.'));
  }

  /** A review that was going on when the window was closed goes on; its study may have come or gone since. */
  async #followSessions(): Promise<void> {
    const { studies, coder, log } = this.services;
    if (this.#review && !studies.all.includes(this.#review.session)) {
      this.#review = undefined;
      this.#isReviewing.set(false);
      this.#changed.fire();
    }
    for (const session of studies.all) {
      const saved = this.#store.of(session, coder.current());
      if (this.#review || !saved?.active) continue;
      try {
        const review = await this.#make(session, saved.request, saved.at);
        if (review && !this.#review) await this.#begin(review);
      } catch (error) {
        log.info(`A review could not go on: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  async #make(session: StudySession, request: QueueRequest, first?: string): Promise<Review | undefined> {
    const reviewer = await this.services.coder.need(session);
    if (reviewer === undefined) return undefined;
    const { items, reviewed } = await makeQueue(session, reviewer, request);
    const at = Math.max(
      0,
      items.findIndex(({ id }) => id === first),
    );
    const current = items[at] && (await find(session, items[at]));
    if (current) return { session, reviewer, request, items, reviewed: new Set(reviewed), at, current };
    throw new Hint(
      vscode.l10n.t(
        'There are no codings of others to review there, or they are hidden while you code blind.',
      ),
    );
  }

  async #begin(review: Review): Promise<void> {
    this.#review = review;
    this.#isReviewing.set(true);
    await this.#save(review, true);
    this.#changed.fire();
  }

  async #arrive(review: Review): Promise<void> {
    await this.#save(review, true);
    this.#changed.fire();
    await this.show();
  }

  #toNext(review: Review): Promise<boolean> {
    return this.#move(review, 1, ({ id }) => !review.reviewed.has(id));
  }

  /** Goes to the nearest other item that is wanted and still there; false where there is none. */
  async #move(review: Review, step: 1 | -1, wanted: (item: QueueItem) => boolean): Promise<boolean> {
    const { items, session } = review;
    for (let distance = 1; distance < items.length; distance++) {
      const at = (review.at + step * distance + items.length) % items.length;
      const item = items[at]!;
      const current = wanted(item) ? await find(session, item) : undefined;
      if (!current) continue;
      review.at = at;
      review.current = current;
      return true;
    }
    return false;
  }

  async #save({ session, reviewer, request, current }: Review, active: boolean): Promise<void> {
    const study = session.folder.uri.toString();
    await this.#store.save({ study, reviewer, request, at: current.coding.id, active });
  }

  /** Reads anew what changed files say; a verdict that was taken back leads back to its coding. */
  async #refresh(review: Review, paths: ReadonlySet<string>): Promise<void> {
    const { session, items, reviewer, reviewed } = review;
    const changed = new Set([...paths].map(transcriptOf));
    const touched = items.filter(({ transcript }) => changed.has(transcript) || changed.has(undefined));
    if (touched.length === 0) return;
    const takenBack: QueueItem[] = [];
    for (const transcript of new Set(touched.map((item) => item.transcript))) {
      const now = reviewedBy(reviewer, await session.study.reviews(transcript));
      for (const item of touched.filter((one) => one.transcript === transcript)) {
        if (now.has(item.id)) reviewed.add(item.id);
        else if (reviewed.delete(item.id)) takenBack.push(item);
      }
    }
    if (this.#review !== review) return;
    const [back] = takenBack;
    const { at } = review;
    const current = await find(session, back ?? items[at]!);
    // Meanwhile the reviewer, or word of another change, may have gone on.
    const isThere = current && review.at === at;
    if (isThere) review.current = current;
    if (isThere && back) {
      review.at = items.indexOf(back);
      await this.#arrive(review);
    } else this.#changed.fire();
  }
}

/** The transcript that a file of the study bears on; undefined for folders and other files, which may bear on all. */
function transcriptOf(path: string): string | undefined {
  if (/\.yaml$|^summaries/.test(path)) return path;
  const log = parseReviewPath(path) ?? parseLogPath(path);
  return log ? log.transcript : /^transcripts\/.+\.\w+$/.test(path) ? path : undefined;
}

/** The coding of an item as it now stands; undefined where it is gone or has no place. */
async function find(session: StudySession, { transcript, log, id }: QueueItem) {
  const codings = await session.codings(transcript);
  return codings.find((one) => one.log === log && one.coding.id === id && isPlaced(one));
}
