import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { caseOf, type Task, tasksOf } from './cases';
import { type Coverage, coverageOf } from './coverage';
import { readMaterial } from './reader';
import { readers } from './readers';
import type { Orders, Report } from './worker';

export interface Fuzzing {
  /** The repository. */
  readonly root: string;
  /** The path of `worker.ts`, bundled. */
  readonly worker: string;
  readonly cases: number;
  readonly seed: number;
  /** Words of which one is in the names of the readers that get cases; all of them where left out. */
  readonly wanted?: readonly string[];
  /** The most time of the processor that a case may take, in milliseconds; only what hangs counts where left out. */
  readonly mostTime?: number;
  /** Where inputs that fail are kept. */
  readonly failures: string;
}

export interface Fuzzed {
  readonly counts: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  readonly seeds: number;
  /** The most that the process has needed, in megabytes. */
  readonly memory: number;
  readonly bySeeds: readonly Coverage[];
  readonly byAll: readonly Coverage[];
}

/** After so long without a new case, in milliseconds, one hangs. */
const patience = 20_000;
/** After so many faults there is enough to do. */
const mostFaults = 40;

/** Counting what runs is slow, and after so many cases of a reader hardly anything is new. */
const mostCounted = 1000;

/**
 * Gives every reader its share of bad input, in a thread that is ended where a case hangs. What runs is counted in a
 * thread of its own: there, code that was compiled to be counted stays slow, so what takes long there is tried again in
 * the thread for the rest.
 */
export async function fuzz({
  root,
  worker,
  cases,
  seed,
  wanted = [''],
  mostTime = patience,
  failures,
}: Fuzzing): Promise<Fuzzed> {
  const scratch = mkdtempSync(join(tmpdir(), 'interview-coding-fuzz-'));
  const material = readMaterial(root, scratch);
  const script = pathToFileURL(worker).href;
  const faults: string[] = [];
  const report = ({ reader, from }: Task, fault: string) => {
    faults.push(`${readers[reader]!.name}, seed ${seed}, case ${from}: ${fault}`);
    if (from >= 0)
      keep(failures, `${reader}-${seed}-${from}.json`, caseOf(seed, reader, from, material).input);
  };
  const lines = { bySeeds: new Set<number>(), byAll: new Set<number>() };
  const slow: Task[] = [];
  const hear = (said: Report) => {
    if (said.kind === 'fault') report(said.task, said.fault);
    else if (said.kind === 'slow') slow.push(said.task);
    else
      for (const line of said.lines) {
        lines.byAll.add(line);
        if (said.task.to <= 0) lines.bySeeds.add(line);
      }
  };
  const runTasks = async (all: readonly Task[], isCounted: boolean) => {
    let tasks = all.filter(({ from, to }) => from < to);
    while (tasks.length > 0 && faults.length < mostFaults) {
      const orders = {
        root,
        scratch,
        seed,
        mostTime,
        tasks,
        isCounted,
        now: new SharedArrayBuffer(12),
        script,
      };
      const hung = await runThread(script, orders, hear);
      if (hung) report(hung, `it hangs, for more than ${patience} ms`);
      tasks = hung ? tasksAfter(tasks, hung) : [];
    }
  };
  const shares = tasksOf(cases, wanted);
  try {
    await runTasks(
      [
        ...shares.map(({ reader }) => ({ reader, from: -readers[reader]!.good(material).length, to: 0 })),
        ...shares.map(({ reader, to }) => ({ reader, from: 0, to: Math.min(to, mostCounted) })),
      ],
      true,
    );
    await runTasks([...slow, ...shares.map(({ reader, to }) => ({ reader, from: mostCounted, to }))], false);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return {
    counts: new Map(shares.map(({ reader, to }) => [readers[reader]!.name, to])),
    faults,
    seeds: material.seeds.length + material.documents.length,
    memory: process.resourceUsage().maxRSS / 1024,
    bySeeds: coverageOf(script, lines.bySeeds),
    byAll: coverageOf(script, lines.byAll),
  };
}

/** Resolves at the end of the thread's work, to the case that hangs where one does. */
function runThread(
  script: string,
  orders: Orders,
  heard: (report: Report) => void,
): Promise<Task | undefined> {
  const thread = new Worker(new URL(script), { workerData: orders });
  const now = new Int32Array(orders.now);
  return new Promise((resolve, reject) => {
    let seen = 0;
    const watch = setInterval(() => {
      const count = Atomics.load(now, 2);
      if (count === seen && count > 0) {
        thread.removeAllListeners();
        thread.terminate().then(() => resolve({ reader: now[0]!, from: now[1]!, to: now[1]! + 1 }), reject);
        clearInterval(watch);
      }
      seen = count;
    }, patience);
    thread.on('message', heard);
    thread.on('error', reject);
    thread.on('exit', () => {
      clearInterval(watch);
      resolve(undefined);
    });
  });
}

function tasksAfter(tasks: readonly Task[], hung: Task): Task[] {
  const at = tasks.findIndex(
    ({ reader, from, to }) => reader === hung.reader && from <= hung.from && hung.from < to,
  );
  return [{ ...tasks[at]!, from: hung.to }, ...tasks.slice(at + 1)];
}

function keep(folder: string, name: string, input: unknown): void {
  mkdirSync(folder, { recursive: true });
  if (input instanceof Uint8Array) writeFileSync(join(folder, `${name}.input`), input);
  const plain = (_: string, value: unknown) => {
    if (value instanceof Map) return Object.fromEntries(value);
    const isBuffer =
      typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer';
    return isBuffer ? { base64: Buffer.from((value as { data: number[] }).data).toString('base64') } : value;
  };
  writeFileSync(join(folder, name), JSON.stringify(input, plain));
}
