/** What a researcher waits for in VS Code, in a large study. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Bench, figure } from '../bench';
import { studyOf } from './studies';

/** What test/bench/host/scale.ts measures: milliseconds, megabytes, and lists of milliseconds in order of size. */
interface Measured {
  readonly activateMs: number;
  readonly viewMs: number;
  readonly plainOpenMs: number;
  readonly textMs: number;
  readonly openMs: number;
  readonly filledMs: number;
  readonly blockedMs: number;
  readonly blockedP99: number;
  readonly memory: number;
  readonly countMs: number;
  readonly recountMs: number;
  readonly plainKeys: readonly number[];
  readonly keys: readonly number[];
  readonly allOfKeyMs: number;
  readonly tagged: readonly number[];
}

export const bench: Bench = {
  title: 'A large study in VS Code',
  note:
    'In milliseconds since activation: the first rows of all three views, and all quotes there. Text is a ' +
    'transcript opened meanwhile until its text is shown, open until it is highlighted, open plain the same text ' +
    'outside the study. Blocked is the longest that ' +
    'the extension host answered nothing while it read, and the 99th percentile. A key is processor time of the ' +
    'extension host in a transcript of 120 kB with 1,000 codings, beside the same text outside the study, and a tag ' +
    'the time from the command to the tree, both at the 95th percentile. All of a key is all that the host does while ' +
    'one types and in the pause after, for each key. Memory is of the extension host, all read. ' +
    'Hits are counted when all quotes are there, and once more after the study was closed and opened again.',
  async *rows() {
    for (const transcripts of [100, 300, 1_000]) {
      const measured = await measure(studyOf(transcripts), transcripts * 200);
      yield {
        transcripts: figure(transcripts),
        activation: figure(measured.activateMs),
        views: figure(measured.viewMs),
        'all read': figure(measured.filledMs),
        'per 100': figure((measured.filledMs / transcripts) * 100),
        text: figure(measured.textMs),
        open: figure(measured.openMs),
        'open plain': figure(measured.plainOpenMs),
        blocked: figure(measured.blockedMs),
        'blocked p99': figure(measured.blockedP99),
        key: figure(p95(measured.keys)),
        'all of a key': figure(measured.allOfKeyMs),
        'key plain': figure(p95(measured.plainKeys)),
        tag: figure(p95(measured.tagged)),
        'memory (MB)': figure(measured.memory),
        'count hits': figure(measured.countMs),
        'again, reopened': figure(measured.recountMs),
      };
    }
  },
};

async function measure(study: string, codings: number): Promise<Measured> {
  const env = { ...process.env, BENCH_STUDY: study, BENCH_CODINGS: String(codings) };
  const { stdout } = await promisify(execFile)('node', ['scripts/bench-host.mjs', 'scale'], { env });
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

function p95(ordered: readonly number[]): number {
  return ordered[Math.floor(ordered.length * 0.95)]!;
}
