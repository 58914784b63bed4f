import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Elsewhere, Study, TranscriptDigest } from '../../core/study';
import { noCase, type PathsByCase } from '../../core/summary/cases';
import { groupBy } from '../../core/summary/groupBy';
import { isReport, isTextFormat } from '../../core/summary/paths';
import type { CaseOrder } from '../writeCase';
import { Awaited } from './awaited';
import type { Answer, KnownCases, Request } from './messages';
import { unpackLog } from './sentLog';
import { letHeapsGrowBy, optimizeLate } from './v8Flags';

/** Fewer transcripts are read sooner than a thread begins. */
const fewest = 50;
/** Each has memory of its own. */
const mostThreads = 2;
/** So many transcripts are asked of a thread before it has read the first of them, lest it waits for this one. */
const asked = 8;

/** Built from thread.ts. */
const program = 'studyThread.js';

/** Most of what a thread reads is soon gone: with less room it would be kept and moved about first. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** A thread, and the transcripts that are to be read there, by folder. */
interface Reader {
  readonly thread: Worker;
  /** Those that another reads where it has nothing left. */
  readonly waiting: (readonly string[])[];
  /** The rest of the folder that it has begun. */
  begun: readonly string[];
}

/** A case of which is written as soon as its transcripts are read. */
interface Expected {
  readonly order: CaseOrder;
  readonly paths: readonly string[];
  content?: Promise<Uint8Array>;
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
  /** By the id of the case. */
  readonly #expected = new Map<string, Expected>();
  /** Whether texts are wanted again after they have been read: what is written of a case ahead asks for its own. */
  #keepsTexts = false;
  #awaited = 0;

  private constructor(shares: readonly (readonly (readonly string[])[])[]) {
    for (const path of shares.flat(2)) this.#digests.set(path, new Awaited());
    this.#awaited = this.#digests.size;
    this.#all = shares.map((folders) => {
      const thread = new Worker(join(__dirname, program), { resourceLimits });
      const reader: Reader = { thread, waiting: [...folders], begun: [] };
      thread.on('message', (answer: Answer) => this.#take(answer, reader));
      thread.on('error', (error) => this.#fail(error));
      return reader;
    });
  }

  /** Begins to read; what stands in the files that all need is read once, here, while the threads start. */
  async begin(folder: string, study: Study): Promise<void> {
    letHeapsGrowBy(150);
    optimizeLate();
    for (const reader of this.#all) {
      post(reader.thread, { kind: 'begin', folder });
      for (let count = 0; count < asked; count++) this.#askNext(reader);
    }
    const [settings, codebook] = await Promise.all([study.readSettings(), study.readCodebook()]);
    for (const { thread } of this.#all) post(thread, { kind: 'share', files: { settings, codebook } });
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

  /**
   * Writes of each case as soon as its transcripts have been read, if these are those of `cases`: what was read of it
   * is then at hand, and need not be kept.
   */
  writeAhead(orders: readonly CaseOrder[], cases: PathsByCase): void {
    this.#know(cases);
    this.#keepsTexts = orders.some(({ format }) => isReport(format));
    // What documents of Word and Excel are pressed from takes room of its own.
    if (this.#keepsTexts) letHeapsGrowBy(orders.every(({ format }) => isTextFormat(format)) ? 100 : 50);
    for (const order of orders) {
      const paths = cases.get(order.id)!;
      const expected: Expected = { order, paths };
      this.#expected.set(order.id, expected);
      this.#areOfCase(paths, order.id).then(
        (areOfIt) => {
          if (areOfIt) expected.content = this.#write(order, paths);
        },
        () => {},
      );
    }
  }

  /** Whether transcripts are of a case, once they have been read. */
  async #areOfCase(paths: readonly string[], id: string): Promise<boolean> {
    const read = await Promise.all(paths.flatMap((path) => this.digest(path) ?? []));
    return read.every(({ facts }) => facts.value === undefined || (facts.value.case ?? noCase) === id);
  }

  /** Writes of a case, once all transcripts have been read, in the thread that has read most of its own. */
  async write(order: CaseOrder, cases: PathsByCase): Promise<Uint8Array> {
    const paths = cases.get(order.id)!;
    const ahead = this.#expected.get(order.id);
    if (ahead?.content && isDeepStrictEqual([ahead.order, ahead.paths], [order, paths])) return ahead.content;
    letHeapsGrowBy(50);
    this.#know(cases);
    return this.#write(order, paths);
  }

  #write(order: CaseOrder, transcripts: readonly string[]): Promise<Uint8Array> {
    const written = new Awaited<Uint8Array>();
    const number = this.#written.push(written) - 1;
    if (this.#awaited++ === 0) for (const { thread } of this.#all) thread.ref();
    post(this.#threadFor(transcripts), { kind: 'write', number, order });
    return written.promise;
  }

  #know(byCase: PathsByCase): void {
    const cases: KnownCases = new Map(
      [...byCase].flatMap(([id, paths]) =>
        paths.map((path) => [path, id === noCase ? undefined : id] as const),
      ),
    );
    for (const { thread } of this.#all) post(thread, { kind: 'know', cases });
  }

  /** Asks for a thread's next transcript; for a folder of the one that has most left where it has none. */
  #askNext(reader: Reader): void {
    if (reader.begun.length === 0) {
      const most = this.#all.reduce((a, b) => (b.waiting.length > a.waiting.length ? b : a));
      reader.begun = reader.waiting.shift() ?? most.waiting.pop() ?? [];
    }
    const [path, ...rest] = reader.begun;
    if (path === undefined) return;
    reader.begun = rest;
    this.#readers.set(path, reader);
    post(reader.thread, { kind: 'read', path, keepsText: this.#keepsTexts });
  }

  #threadFor(transcripts: readonly string[]): Worker {
    const read = groupBy(transcripts, (path) => this.#readers.get(path));
    const [most] = [...read].sort(([, a], [, b]) => b.length - a.length);
    return (most?.[0] ?? this.#all[0]!).thread;
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

function post(thread: Worker, request: Request): void {
  thread.postMessage(request);
}

/** The folders in shares about as large as each other; those that are larger than a share are parted. */
function sharesOf(transcripts: readonly string[], threads: number): string[][][] {
  const largest = Math.ceil(transcripts.length / threads);
  const shares = Array.from({ length: threads }, (): string[][] => []);
  const sizeOf = (share: string[][]) => share.flat().length;
  for (const folder of groupBy(transcripts, dirname).values()) {
    for (let from = 0; from < folder.length; from += largest) {
      const least = shares.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
      least.push(folder.slice(from, from + largest));
    }
  }
  return shares;
}
