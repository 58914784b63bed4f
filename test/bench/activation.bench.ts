/** How soon a researcher sees the first highlights, in a real VS Code. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Bench, figure } from './bench';

const RUNS = 3;

interface Measured {
  plainMs: number;
  activateMs: number;
  firstMs: number;
}

export const bench: Bench = {
  title: 'From activation to the first highlighted transcript',
  note:
    'A transcript of 120,000 characters and a codebook of 1,000 terms, in milliseconds, each run in a new window. ' +
    'The rival is the editor alone, opening the same text outside a study. Highlighted includes activation, ' +
    'reading the study, opening the transcript and finding its hits.',
  async *rows() {
    for (let run = 1; run <= RUNS; run++) {
      const { plainMs, activateMs, firstMs } = await measure();
      yield {
        run: String(run),
        'activation (ms)': figure(activateMs),
        'first highlights (ms)': figure(firstMs),
        'plain text (ms)': figure(plainMs),
        'times the plain text': figure(firstMs / plainMs),
      };
    }
  },
};

async function measure(): Promise<Measured> {
  const { stdout } = await promisify(execFile)('node', ['scripts/bench-host.mjs', 'activation']);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
