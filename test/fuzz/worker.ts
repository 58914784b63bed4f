import { parentPort, workerData } from 'node:worker_threads';
import { type CaseOf, caseOf, type Task } from './cases';
import { CoverageMeter } from './coverage';
import { demandCleanPrototypes } from './invariants';
import { type Material, readMaterial } from './reader';

/** What the driver tells the thread. */
export interface Orders {
  /** The most time of the processor that a case may take, in milliseconds. */
  readonly mostTime: number;
  readonly root: string;
  readonly scratch: string;
  readonly seed: number;
  readonly tasks: readonly Task[];
  /** Whether to count which code runs. That slows the thread for good, also after the count is ended. */
  readonly isCounted: boolean;
  /** The task and the case that run now, and how often a case began: a case that hangs tells by that. */
  readonly now: SharedArrayBuffer;
  readonly script: string;
}

/** What the thread tells the driver. */
export type Report =
  | { readonly kind: 'fault'; readonly fault: string; readonly task: Task }
  /** Of a case that takes long where what runs is counted. */
  | { readonly kind: 'slow'; readonly task: Task }
  /** The lines that have run from the beginning to the end of a task. */
  | { readonly kind: 'ran'; readonly lines: ReadonlySet<number>; readonly task: Task };

const orders = workerData as Orders;
const now = new Int32Array(orders.now);
/** How many megabytes a case may add to what the process has needed at most; its input has a third of one. */
const mostMemory = 256;
const say = (report: Report) => parentPort!.postMessage(report);

/** What is wrong with how a case went, if anything is, and the processor time that it took, in milliseconds. */
async function attempt({ reader, input }: CaseOf, material: Material) {
  const before = process.threadCpuUsage();
  const memory = process.resourceUsage().maxRSS;
  const time = () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    await reader.check(input, material);
    demandCleanPrototypes();
  } catch (error) {
    return { took: time(), fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const took = time();
  const grown = (process.resourceUsage().maxRSS - memory) / 1024;
  const fault = grown > mostMemory ? `it takes ${Math.round(grown)} MB more than any case before` : undefined;
  return { took, fault };
}

async function run(): Promise<void> {
  const material = readMaterial(orders.root, orders.scratch);
  const meter = orders.isCounted ? await CoverageMeter.start(orders.script) : undefined;
  for (const { reader, from, to } of orders.tasks) {
    for (let index = from; index < to; index++) {
      const task = { reader, from: index, to: index + 1 };
      now[0] = reader;
      now[1] = index;
      Atomics.add(now, 2, 1);
      const tried = caseOf(orders.seed, reader, index, material);
      let { took, fault } = await attempt(tried, material);
      // The first time compiles, so it is not held against a case.
      for (let again = 0; again < 2 && !meter && !fault && took > orders.mostTime; again++)
        ({ took, fault } = await attempt(tried, material));
      if (fault) say({ kind: 'fault', fault, task });
      else if (took > orders.mostTime)
        say(
          meter ? { kind: 'slow', task } : { kind: 'fault', fault: `it takes ${Math.round(took)} ms`, task },
        );
    }
    if (meter) say({ kind: 'ran', lines: new Set(await meter.take()), task: { reader, from, to } });
  }
}

await run();
