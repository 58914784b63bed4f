import * as vscode from 'vscode';
import { parseLogPath } from '../core/coding/paths';
import { parseProgressPath, parseReviewPath } from '../core/review/paths';
import { studyFiles } from '../core/study/files';
import { Breather } from './breather';
import { Debounced } from './debounce';
import { DisposableStore } from './disposables';
import { isTranscriptPath, type StudySession } from './studySession';
import type { StudyStore } from './studyStore';

/** How long after word of what is typed it is read anew, in milliseconds. */
const typingPause = 100;
/** How long after the last change of the codebook what depends on it is read anew, in milliseconds. */
const rewritingPause = 1_500;
/** How long what was read waits to be told, in milliseconds. */
const patience = 100;

/**
 * One value for each transcript of the current study, found in the background once `start` is called, and
 * found again for the transcripts whose text or codings changed.
 */
export class PerTranscript<T> implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly #values = new Map<string, T>();
  /** The transcripts to be read again, which go first, and those that were never read. */
  readonly #stale = new Set<string>();
  readonly #unread = new Set<string>();
  readonly #afterTyping = this.#disposables.add(new Debounced(() => this.#run(), typingPause));
  readonly #afterRewriting = this.#disposables.add(new Debounced(() => this.#readAllAgain(), rewritingPause));
  #session: StudySession | undefined;
  #started = false;
  #running = false;
  #finished = false;
  #stopped = false;

  /**
   * Fires with the transcripts whose values came, went or changed; with none when all are there, or
   * cannot be read.
   */
  readonly onDidChange = this.#changed.event;

  /**
   * @param find gives a transcript's value, and the same as `before` where nothing has changed
   * @param ofCodebook whether the values depend on the codebook too
   */
  constructor(
    private readonly studies: StudyStore,
    private readonly find: (session: StudySession, path: string, before: T | undefined) => Promise<T>,
    private readonly log: vscode.LogOutputChannel,
    private readonly ofCodebook = false,
  ) {
    this.#disposables.add(studies.onDidChangeSessions(() => this.#follow()));
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        if (session !== this.#session) return;
        for (const path of paths) this.#mark(path);
        if (this.ofCodebook && paths.has(studyFiles.codebook)) this.#afterRewriting.trigger();
        // While a transcript is typed in, its editor comes first: what is shown of it elsewhere can wait for a pause.
        if ([...paths].every(isTranscriptPath)) this.#afterTyping.trigger();
        else void this.#run();
      }),
    );
  }

  /** The values found so far, by path of the transcript. */
  get values(): ReadonlyMap<string, T> {
    return this.#values;
  }

  /** How far the first reading of all transcripts is; undefined while there is none. */
  get reading(): { readonly done: number; readonly of: number } | undefined {
    const of = this.#values.size + this.#unread.size;
    return this.#finished || this.#stopped || of === 0 ? undefined : { done: this.#values.size, of };
  }

  /** True when every transcript has been read at least once. */
  get finished(): boolean {
    return this.#finished;
  }

  /** True where the reading was stopped, until it is started again. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Stops the reading; what was read stays, and `start` goes on with the rest. */
  stop(): void {
    this.#stopped = true;
    this.#changed.fire(new Set());
  }

  /** Begins to read, where that was not asked before. Resolves when there is something to show. */
  async start(): Promise<void> {
    this.#started = true;
    this.#stopped = false;
    this.#follow();
    void this.#run();
    if (!this.#session || this.#finished || this.#values.size > 0) return;
    await new Promise<void>((resolve) => {
      const listener = vscode.Disposable.from(
        this.onDidChange(() => done()),
        this.studies.onDidChangeSessions(() => done()),
      );
      const done = () => {
        listener.dispose();
        resolve();
      };
    });
  }

  dispose(): void {
    this.#session = undefined;
    this.#forget();
    this.#disposables.dispose();
  }

  #follow(): void {
    const { current } = this.studies;
    if (!this.#started || current === this.#session) return;
    this.#session = current;
    this.#forget();
    void this.#run();
  }

  #forget(): void {
    this.#values.clear();
    this.#stale.clear();
    this.#unread.clear();
    this.#finished = false;
    this.#stopped = false;
  }

  async #readAllAgain(): Promise<void> {
    const [stopped, paths] = [this.#stopped, new Set(this.#values.keys())];
    this.#forget();
    this.#stopped = stopped;
    this.#changed.fire(paths);
    await this.#run();
  }

  /** Notes whose values a changed file, or a folder that came or went, puts in doubt. */
  #mark(path: string): void {
    const log = parseLogPath(path) ?? parseReviewPath(path);
    if (log) this.#stale.add(log.transcript);
    else if (path.startsWith('transcripts/')) this.#stale.add(path);
    // What others coded comes into sight when a coder is done, or is no longer to code a transcript.
    const isOfAll = path === studyFiles.settings || parseProgressPath(path) !== undefined;
    const concernsAll = isOfAll || (path.startsWith('codings') && !log);
    if (!concernsAll && log) return;
    const folder = `${path}/`;
    for (const known of this.#values.keys()) {
      if (concernsAll || known.startsWith(folder)) this.#stale.add(known);
    }
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#session && !this.#stopped && (this.#stale.size > 0 || !this.#finished)) {
        await this.#readStale(this.#session);
      }
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.#changed.fire(new Set());
    } finally {
      this.#running = false;
    }
  }

  async #readStale(session: StudySession): Promise<void> {
    const existing = new Set(await session.study.codedTranscriptPaths());
    if (session !== this.#session) return;
    if (!this.#finished) for (const path of existing) if (!this.#values.has(path)) this.#unread.add(path);
    const breather = new Breather();
    let untold = new Set<string>();
    let told = Date.now();
    while (this.#stale.size + this.#unread.size > 0) {
      const paths = this.#next(breather.atOnce);
      const found = await Promise.all(paths.map((path) => this.#value(session, path, existing)));
      await breather.rest();
      if (session !== this.#session) return;
      if (this.#stopped) {
        for (const path of paths) this.#stale.add(path);
        return;
      }
      for (const [index, path] of paths.entries()) if (this.#keep(path, found[index])) untold.add(path);
      const isLast = this.#stale.size + this.#unread.size === 0;
      if (untold.size === 0 || (!isLast && Date.now() - told < patience)) continue;
      this.#changed.fire(untold);
      untold = new Set();
      told = Date.now();
    }
    const first = !this.#finished;
    this.#finished = true;
    if (first) this.#changed.fire(untold);
  }

  #next(most: number): string[] {
    const paths: string[] = [];
    for (const set of [this.#stale, this.#unread]) {
      for (const path of set) {
        if (paths.length === most) return paths;
        set.delete(path);
        if (!paths.includes(path)) paths.push(path);
      }
    }
    return paths;
  }

  /** What is not among those that existed when reading began may have come since. */
  async #value(session: StudySession, path: string, existing: ReadonlySet<string>): Promise<T | undefined> {
    const exists = existing.has(path) || (await session.study.codedTranscriptPaths()).includes(path);
    return exists ? this.find(session, path, this.#values.get(path)) : undefined;
  }

  #keep(path: string, value: T | undefined): boolean {
    if (this.#values.get(path) === value) return false;
    if (value === undefined) this.#values.delete(path);
    else this.#values.set(path, value);
    return true;
  }
}
