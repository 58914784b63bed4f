import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Elsewhere, Study, TranscriptDigest } from '../../core/study';
import { groupBy } from '../../core/summary/groupBy';
import type { CaseOrder } from '../writeCase';
import type { Answer, KnownFacts, Request } from './messages';
import { unpackLog } from './sentLog';

/** Fewer transcripts are read sooner than a thread begins. */
const fewest = 50;
/** Each has memory of its own. */
const mostThreads = 2;
/** So many transcripts are asked of a thread before it has read the first of them, lest it waits for this one. */
const asked = 4;

/** Built from thread.ts. */
const program = 'studyThread.js';

/** Most of what a thread reads is soon gone: with less room it would be kept and moved about first. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** Something that is awaited from a thread. */
class Awaited<T> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Whoever awaits it hears of it; until then it is no error that nobody does.
    this.promise.catch(() => {});
  }
}

/** A thread, and the transcripts that are to be read there unless another has nothing left to read. */
interface Reader {
  readonly thread: Worker;
  readonly waiting: string[];
}

/**
 * Threads that share the transcripts of a large study: each reads its own, tells what was found of them, and writes
 * of the cases that they belong to. Transcripts of one folder stay together, since they are mostly of one case.
 */
export class StudyThreads implements Elsewhere {
  readonly #digests = new Map<string, Awaited<TranscriptDigest>>();
  readonly #written: Awaited<Uint8Array>[] = [];
  readonly #all: readonly Reader[];
  /** Who reads a transcript, by path. */
  readonly #readers = new Map<string, Reader>();
  #known: Promise<void> | undefined;
  #awaited = 0;

  private constructor(shares: readonly (readonly string[])[]) {
    for (const path of shares.flat()) this.#digests.set(path, new Awaited());
    this.#awaited = this.#digests.size;
    this.#all = shares.map((paths) => {
      const thread = new Worker(join(__dirname, program), { resourceLimits });
      const reader = { thread, waiting: [...paths] };
      thread.on('message', (answer: Answer) => this.#take(answer, reader));
      thread.on('error', (error) => this.#fail(error));
      return reader;
    });
  }

  /** Begins to read; what stands in the files that all need is read once. */
  async begin(folder: string, study: Study): Promise<void> {
    letHeapsGrowBy(200);
    const [settings, codebook] = await Promise.all([study.readSettings(), study.readCodebook()]);
    for (const reader of this.#all) {
      post(reader.thread, { kind: 'begin', folder, settings, codebook });
      for (let count = 0; count < asked; count++) this.#askNext(reader);
    }
  }

  /** Threads for a study's transcripts; undefined where these are few, or there is no second processor. */
  static start(transcripts: readonly string[]): StudyThreads | undefined {
    const threads = Math.min(mostThreads, availableParallelism());
    if (transcripts.length < fewest || threads < 2) return undefined;
    return new StudyThreads(sharesOf(transcripts, threads));
  }

  digest(path: string): Promise<TranscriptDigest> | undefined {
    return this.#digests.get(path)?.promise;
  }

  facts(path: string): Promise<TranscriptDigest['facts']> | undefined {
    return this.digest(path)?.then(({ facts }) => facts);
  }

  /** Writes of a case, in the thread that has read most of its transcripts. */
  async write(order: CaseOrder, transcripts: readonly string[]): Promise<Uint8Array> {
    this.#known ??= this.#tellFacts();
    await this.#known;
    const written = new Awaited<Uint8Array>();
    const number = this.#written.push(written) - 1;
    if (this.#awaited++ === 0) for (const { thread } of this.#all) thread.ref();
    post(this.#threadFor(transcripts), { kind: 'write', number, order });
    return written.promise;
  }

  /** Asks for a thread's next transcript; for the last of the one that has most left where it has none. */
  #askNext(reader: Reader): void {
    const most = this.#all.reduce((a, b) => (b.waiting.length > a.waiting.length ? b : a));
    const path = reader.waiting.shift() ?? most.waiting.pop();
    if (path === undefined) return;
    this.#readers.set(path, reader);
    post(reader.thread, { kind: 'read', path });
  }

  #threadFor(transcripts: readonly string[]): Worker {
    const read = groupBy(transcripts, (path) => this.#readers.get(path));
    const [most] = [...read].sort(([, a], [, b]) => b.length - a.length);
    return (most?.[0] ?? this.#all[0]!).thread;
  }

  /** Which case a transcript belongs to is known when it has been read; each thread needs to know it of all. */
  async #tellFacts(): Promise<void> {
    const facts: KnownFacts = new Map(
      await Promise.all(
        [...this.#digests].map(async ([path, { promise }]) => [path, (await promise).facts] as const),
      ),
    );
    letHeapsGrowBy(50);
    for (const { thread } of this.#all) post(thread, { kind: 'know', facts });
  }

  #take(answer: Answer, reader: Reader): void {
    if (answer.kind === 'read') {
      this.#askNext(reader);
      const { digest, path } = answer;
      this.#digests.get(path)!.resolve({ ...digest, logs: digest.logs.map(unpackLog) });
    } else this.#written[answer.number]!.resolve(answer.content);
    // A thread that nobody waits for does not keep the process alive.
    if (--this.#awaited === 0) for (const { thread } of this.#all) thread.unref();
  }

  #fail(error: unknown): void {
    for (const { reject } of [...this.#digests.values(), ...this.#written]) reject(error);
  }
}

/**
 * By how many percent of what is in use the heaps of all threads grow before they are collected. While files are read,
 * little is in use, and collecting often takes long; when they have been, room for more is what is short.
 */
function letHeapsGrowBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

function post(thread: Worker, request: Request): void {
  thread.postMessage(request);
}

/** Shares about as large as each other; those of a folder are together as far as that goes. */
function sharesOf(transcripts: readonly string[], threads: number): string[][] {
  const largest = Math.ceil(transcripts.length / threads);
  const shares = Array.from({ length: threads }, (): string[] => []);
  for (const folder of groupBy(transcripts, dirname).values()) {
    for (let from = 0; from < folder.length; from += largest) {
      const least = shares.reduce((a, b) => (b.length < a.length ? b : a));
      least.push(...folder.slice(from, from + largest));
    }
  }
  return shares;
}
