/** The summary of all cases, made by the command line in a process of its own. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { type Bench, figure } from '../bench';
import { studyOf } from './studies';

export const bench: Bench = {
  title: 'interview-coding summarize, all cases',
  note:
    'Seconds and the most memory that the process ever had, per format; what 100 transcripts cost is to be the same ' +
    'in every row of a format. The rival reads every file at once, parses all, looks each quote up in its ' +
    'transcript and writes one JSON of all quotes by case and code, without the summary’s other parts.',
  async *rows() {
    await promisify(execFile)('node', ['esbuild.mjs', '--production']);
    for (const format of ['json', 'md']) {
      for (const transcripts of [100, 300, 1_000]) {
        const folder = studyOf(transcripts);
        const summarize = await run(['dist/cli.js', 'summarize', folder, '--format', format]);
        const rival = await run(['--eval', obviousSummary, folder]);
        yield {
          format,
          transcripts: figure(transcripts),
          time: `${figure(summarize.seconds)} s`,
          'per 100': `${figure((summarize.seconds / transcripts) * 100)} s`,
          memory: `${figure(summarize.megabytes)} MB`,
          'rival, time': `${figure(rival.seconds)} s`,
          'rival, memory': `${figure(rival.megabytes)} MB`,
          'times the rival’s time': figure(summarize.seconds / rival.seconds),
        };
      }
    }
  },
};

/** Says at the end, on a channel of its own, how much memory the process had at most. */
const reporter =
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));';

function run(args: readonly string[]): Promise<{ seconds: number; megabytes: number }> {
  const preload = `data:text/javascript,${encodeURIComponent(reporter)}`;
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let reported = '';
  child.stdio[3]!.on('data', (chunk) => {
    reported += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${args[0]} ended with code ${code}.`));
      else resolve({ seconds: (performance.now() - start) / 1e3, megabytes: Number(reported) / 1024 });
    });
  });
}

const obviousSummary = `
const { readFile } = require('node:fs/promises');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const root = process.argv[1];
const all = (folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const readAll = (paths) => Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')]));
(async () => {
  const texts = new Map(await readAll(all('transcripts')));
  const cases = {};
  for (const [path, log] of await readAll(all('codings'))) {
    const [, , name, file] = path.slice(root.length + 1).split('/');
    const text = texts.get(join(root, 'transcripts', name, file.slice(0, -'.jsonl'.length)));
    for (const line of log.split('\\n').filter(Boolean)) {
      const coding = JSON.parse(line);
      const at = text.indexOf(coding.quote);
      ((cases[name] ??= {})[coding.code] ??= []).push({ ...coding, at });
    }
  }
  process.stdout.write(JSON.stringify(cases, null, 2));
})();
`;
