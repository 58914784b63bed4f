import { parentPort, workerData } from 'node:worker_threads';
import { type CaseOf, caseOf, type Task } from './cases';
import { CoverageMeter } from './coverage';
import { demandCleanPrototypes } from './invariants';
import { type Material, readMaterial } from './reader';
import { readers } from './readers';

/** What the driver tells the thread. */
export interface Orders {
  /** The most time of the processor that a case may take, in milliseconds. */
  readonly mostTime: number;
  readonly root: string;
  readonly scratch: string;
  readonly seed: number;
  readonly tasks: readonly Task[];
  /** The task and the case that run now, and how often a case began: a case that hangs tells by that. */
  readonly now: SharedArrayBuffer;
  readonly script: string;
  /** False where a thread before this one has told of the seeds. */
  readonly isFirst: boolean;
}

/** What the thread tells the driver. */
export type Report =
  | { readonly kind: 'fault'; readonly fault: string; readonly reader: number; readonly index: number }
  | { readonly kind: 'done'; readonly bySeeds: ReadonlySet<number>; readonly byAll: ReadonlySet<number> };

const orders = workerData as Orders;
const now = new Int32Array(orders.now);
/** Counting what runs is slow, and after so many cases of a reader hardly anything is new. */
const mostCounted = 1000;
/** How many megabytes a case may add to what the process has needed at most; its input has a third of one. */
const mostMemory = 256;
const say = (report: Report) => parentPort!.postMessage(report);

/**
 * What is wrong with how a case went, if anything is. What takes long is tried again without being counted, twice:
 * counting what runs is slow, and the first time compiles.
 */
async function faultOf({ reader, input }: CaseOf, material: Material, meter: CoverageMeter) {
  let took = 0;
  const attempt = async (): Promise<string | undefined> => {
    const before = process.threadCpuUsage();
    const memory = process.resourceUsage().maxRSS;
    try {
      await reader.check(input, material);
      demandCleanPrototypes();
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const { user, system } = process.threadCpuUsage(before);
    took = (user + system) / 1000;
    const grown = (process.resourceUsage().maxRSS - memory) / 1024;
    if (grown > mostMemory) return `it takes ${Math.round(grown)} MB more than any case before`;
    return took > orders.mostTime ? `it takes ${Math.round(took)} ms` : undefined;
  };
  const fault = await attempt();
  if (took <= orders.mostTime) return fault;
  return meter.without(async () => ((await attempt()) ? attempt() : undefined));
}

async function run(): Promise<void> {
  const material = readMaterial(orders.root, orders.scratch);
  const meter = await CoverageMeter.start(orders.script);
  const wanted = new Set(orders.tasks.map(({ reader }) => reader));
  for (const [number, reader] of readers.entries()) {
    if (!wanted.has(number)) continue;
    for (const [index, input] of reader.good(material).entries()) {
      const fault = await faultOf({ reader, input }, material, meter);
      if (fault && orders.isFirst) say({ kind: 'fault', fault, reader: number, index: -1 - index });
    }
  }
  const bySeeds = new Set(await meter.take());
  const runCases = async (reader: number, from: number, to: number) => {
    for (let index = from; index < to; index++) {
      now[0] = reader;
      now[1] = index;
      Atomics.add(now, 2, 1);
      const fault = await faultOf(caseOf(orders.seed, reader, index, material), material, meter);
      if (fault) say({ kind: 'fault', fault, reader, index });
    }
  };
  for (const { reader, from, to } of orders.tasks) {
    const counted = Math.max(from, Math.min(to, mostCounted));
    await runCases(reader, from, counted);
    if (counted < to) await meter.without(() => runCases(reader, counted, to));
  }
  say({ kind: 'done', bySeeds, byAll: new Set(await meter.take()) });
}

await run();
