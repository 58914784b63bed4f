import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { parseLogPath } from '../../core/coding/paths';
import type { FileStore } from '../../core/ports';
import type { TranscriptDigest } from '../../core/study';
import { isStudyFile } from '../../core/study/files';
import type { Answer } from './messages';

/** Fewer transcripts are read sooner than a thread begins. */
const fewest = 50;
/** What is made of what they read takes as long on one processor, so that more threads would not be felt. */
const mostThreads = 2;
/** How many transcripts a thread has before it at most. */
const enough = 6;

/** What a thread reads is soon sent and gone. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Who waits for a digest. */
interface Waiting {
  readonly resolve: (digest: TranscriptDigest) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The files of a study, of which threads beside read a part of the transcripts with their coding logs, while the
 * study reads the others. Which of them is a matter of chance; what comes of it is the same. A small study is left to
 * read all of its own.
 */
export class BesideReader implements FileStore {
  /** What threads were asked for; undefined for what the study reads itself. */
  readonly #digests = new Map<string, Promise<TranscriptDigest> | undefined>();
  readonly #waiting = new Map<string, Waiting>();
  /** The bytes of logs that came with digests, and are yet to be asked for. */
  readonly #logs = new Map<string, Uint8Array>();
  #threads: readonly Worker[] = [];
  #asked = 0;

  private constructor(
    private readonly folder: string,
    private readonly files: FileStore,
    private readonly transcripts: ReadonlySet<string>,
  ) {}

  static async open(folder: string, files: FileStore): Promise<BesideReader> {
    const paths = await files.list('transcripts').catch(() => []);
    return new BesideReader(folder, files, new Set(paths.filter(isStudyFile.transcripts)));
  }

  /** See `Digests`. */
  digest(path: string): Promise<TranscriptDigest> | undefined {
    if (this.transcripts.size < fewest || !this.transcripts.has(path)) return undefined;
    if (!this.#digests.has(path)) this.#digests.set(path, this.#isBusy() ? undefined : this.#ask(path));
    return this.#digests.get(path);
  }

  list(folder: string): Promise<readonly string[]> {
    return this.files.list(folder);
  }

  async listRoot(): Promise<readonly string[]> {
    return (await this.files.listRoot?.()) ?? [];
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const log = parseLogPath(path);
    if (log) await this.digest(log.transcript);
    const bytes = this.#logs.get(path);
    this.#logs.delete(path);
    return bytes ?? this.files.read(path);
  }

  /** Threads that have enough to do leave the rest to the study: so all of them have about as much. */
  #isBusy(): boolean {
    return this.#threads.length > 0 && this.#waiting.size >= enough * this.#threads.length;
  }

  #ask(path: string): Promise<TranscriptDigest> {
    if (this.#threads.length === 0) this.#threads = this.#start();
    if (this.#waiting.size === 0) for (const thread of this.#threads) thread.ref();
    const digest = new Promise<TranscriptDigest>((resolve, reject) =>
      this.#waiting.set(path, { resolve, reject }),
    );
    this.#threads[this.#asked++ % this.#threads.length]!.postMessage(path);
    return digest;
  }

  #start(): Worker[] {
    const count = Math.max(1, Math.min(mostThreads, availableParallelism() - 1));
    return Array.from({ length: count }, () => {
      const thread = new Worker(__filename, { workerData: this.folder, resourceLimits });
      thread.on('message', (answer: Answer) => this.#take(answer));
      thread.on('error', (error) => {
        for (const { reject } of this.#waiting.values()) reject(error);
      });
      return thread;
    });
  }

  #take({ path, digest, logs }: Answer): void {
    for (const [log, bytes] of logs) this.#logs.set(log, bytes);
    this.#waiting.get(path)?.resolve(digest);
    this.#waiting.delete(path);
    if (this.#waiting.size > 0) return;
    const isAll = this.#digests.size === this.transcripts.size;
    for (const thread of this.#threads) {
      // A thread that nobody waits for does not keep the process alive, nor memory when there is no more to read.
      thread.unref();
      if (isAll) void thread.terminate();
    }
  }
}
