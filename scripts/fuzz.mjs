// Gives every reader of files bad input, made of the studies and documents of the repository: npm run fuzz -- --cases
// 100000 --seed 1. Words after that name readers, so that only these get the cases: npm run fuzz -- import. Prints how
// many cases each reader had and how much of the code they ran. What fails is kept in test-artifacts/fuzz, and the seed
// and number of a case make it again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleScripts } from './lib/bundle-scripts.mjs';
import { ROOT } from './lib/paths.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '110000' }, seed: { type: 'string', default: '1' } },
});
const outdir = await mkdtemp(join(tmpdir(), 'interview-coding-fuzz-'));
try {
  await bundleScripts(['test/fuzz/fuzz.ts', 'test/fuzz/worker.ts'], outdir);
  const { fuzz } = await import(pathToFileURL(join(outdir, 'fuzz.mjs')).href);
  const started = performance.now();
  const { counts, faults, seeds, memory, bySeeds, byAll } = await fuzz({
    root: ROOT,
    worker: join(outdir, 'worker.mjs'),
    cases: Number(values.cases),
    seed: Number(values.seed),
    ...(positionals.length > 0 && { wanted: positionals }),
    mostTime: 1000,
    failures: join(ROOT, 'test-artifacts', 'fuzz'),
  });
  const minutes = (performance.now() - started) / 60_000;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const [reader, count] of counts) console.log(`${String(count).padStart(8)}  ${reader}`);
  console.log(
    `${String(total).padStart(8)}  in all, of ${seeds} seed files, in ${minutes.toFixed(1)} minutes and at most ${memory.toFixed(0)} MB\n`,
  );
  console.log(
    'Lines of code that ran, by the seeds as they are and by the first 1,000 cases of each reader:',
  );
  for (const [index, { folder, lines, run }] of byAll.entries()) {
    const share = (part) => `${((100 * part) / lines).toFixed(0)} %`.padStart(6);
    console.log(`${share(bySeeds[index].run)} ${share(run)} of ${String(lines).padStart(5)}  ${folder}`);
  }
  for (const fault of faults) console.log(`\n${fault}`);
  console.log(faults.length === 0 ? '\nNo faults.' : `\n${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await rm(outdir, { recursive: true, force: true });
}
