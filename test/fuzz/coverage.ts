import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** How many lines of code of a folder there are, and how many have run. */
export interface Coverage {
  readonly folder: string;
  readonly lines: number;
  readonly run: number;
}

/** Counts which code of this script's bundle runs, from now on. */
export class CoverageMeter {
  readonly #session = new Session();
  readonly #script: string;
  readonly #run = new Set<number>();

  private constructor(script: string) {
    this.#script = script;
  }

  static async start(script: string): Promise<CoverageMeter> {
    const meter = new CoverageMeter(script);
    meter.#session.connect();
    await meter.#session.post('Profiler.enable');
    await meter.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
    return meter;
  }

  /** The lines that have run so far. */
  async take(): Promise<ReadonlySet<number>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const text = readFileSync(fileURLToPath(this.#script), 'utf8');
    const counts = new Uint8Array(text.length);
    const found = result.find(({ url }) => url === this.#script);
    const ranges = found?.functions.flatMap((one) => one.ranges) ?? [];
    ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
    for (const { startOffset, endOffset, count } of ranges)
      counts.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    for (const { at, number } of codeLines(text)) if (counts[at] === 1) this.#run.add(number);
    return this.#run;
  }
}

interface CodeLine {
  readonly number: number;
  /** The offset of its first sign. */
  readonly at: number;
  readonly folder: string;
}

/** The lines of src in a bundle: the bundler says in a comment where each file begins. */
function codeLines(text: string): CodeLine[] {
  const lines: CodeLine[] = [];
  let file = '';
  let offset = 0;
  for (const [number, line] of text.split('\n').entries()) {
    file = /^\/\/ (\S+\/\S+)$/.exec(line)?.[1] ?? file;
    const first = line.search(/\S/);
    if (file.startsWith('src/') && /[\w$]/.test(line) && !line.startsWith('//', first)) {
      lines.push({ number, at: offset + first, folder: folderOf(file) });
    }
    offset += line.length + 1;
  }
  return lines;
}

function folderOf(file: string): string {
  const folder = file.split('/').slice(0, -1);
  if (folder.length < 3) return file.startsWith('src/core/') ? file.replace(/\.ts$/, '') : folder.join('/');
  return folder.slice(0, file.startsWith('src/core/') ? 4 : 2).join('/');
}

/** Per folder of src, with its total last. */
export function coverageOf(script: string, run: ReadonlySet<number>): Coverage[] {
  const folders = new Map<string, { lines: number; run: number }>();
  for (const { number, folder } of codeLines(readFileSync(fileURLToPath(script), 'utf8'))) {
    for (const name of [folder, 'all']) {
      const count = folders.get(name) ?? { lines: 0, run: 0 };
      folders.set(name, count);
      count.lines++;
      if (run.has(number)) count.run++;
    }
  }
  return [...folders]
    .map(([folder, count]) => ({ folder, ...count }))
    .sort((a, b) => order(a.folder, b.folder));
}

function order(a: string, b: string): number {
  return a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1;
}
