import * as vscode from 'vscode';
import type { HitCount, HitCounts } from '../../core/cache/knownHits';
import { ContextKey } from '../../host/contextKey';
import { Debounced } from '../../host/debounce';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { CodingCounts } from './counts';
import { type IdCounts, RunningSums } from './runningSums';

/** How long after the last count they are kept, in milliseconds. */
const quietTime = 2_000;

/** Counts the hits of every code's terms in all transcripts, in the background, and keeps the counts. */
export class HitTotals implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #perTranscript: PerTranscript<HitCounts>;
  readonly #all = new RunningSums();
  readonly #negated = new RunningSums();
  readonly #state = new ContextKey<string>('interviewCoding.countingTerms');
  readonly #keep: Debounced;
  #session: StudySession | undefined;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  /** @param quotes are counted first: these are what views wait for */
  constructor({ studies, log }: Services, quotes: CodingCounts) {
    this.#keep = this.#disposables.add(new Debounced(() => this.#save(), quietTime));
    this.#perTranscript = this.#disposables.add(
      new PerTranscript<HitCounts>(
        studies,
        async ({ study, hits }, path) => {
          await quotes.whenFinished();
          await hits.load(study);
          return study.hitCounts(path);
        },
        log,
        true,
      ),
    );
    this.#disposables.add(
      this.#perTranscript.onDidChange((transcripts) => {
        if (studies.current !== this.#session) this.#forget();
        this.#session = studies.current;
        for (const path of transcripts) this.#sum(path);
        this.#tellState();
        if (this.finished || this.#perTranscript.stopped) this.#keep.trigger();
        this.#changed.fire();
      }),
    );
  }

  get reading(): Reading {
    return this.#perTranscript;
  }

  /** True when every transcript has been counted at least once. */
  get finished(): boolean {
    return this.#perTranscript.finished;
  }

  /** Begins to count, unless that was stopped. */
  start(): void {
    if (!this.#perTranscript.stopped) this.resume();
  }

  /** Begins to count, or goes on where it was stopped. */
  resume(): void {
    void this.#perTranscript.start();
    this.#tellState();
  }

  stop(): void {
    if (!this.finished) this.#perTranscript.stop();
  }

  /** The hits of a code; undefined until all transcripts have been counted once. */
  of(code: string): HitCount | undefined {
    if (!this.finished) return undefined;
    return { all: this.#all.sums.get(code) ?? 0, negated: this.#negated.sums.get(code) ?? 0 };
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #forget(): void {
    this.#all.clear();
    this.#negated.clear();
  }

  #sum(transcript: string): void {
    const counts = this.#perTranscript.values.get(transcript);
    this.#all.put(transcript, counts && numbersOf(counts, 'all'));
    this.#negated.put(transcript, counts && numbersOf(counts, 'negated'));
  }

  #tellState(): void {
    const { stopped, finished } = this.#perTranscript;
    this.#state.set(stopped ? 'stopped' : finished ? '' : 'running');
  }

  async #save(): Promise<void> {
    const session = this.#session;
    if (session) await session.hits.save(await session.study.transcriptPaths());
  }
}

function numbersOf(counts: HitCounts, what: keyof HitCount): IdCounts {
  return new Map([...counts].map(([code, count]) => [code, count[what]]));
}
