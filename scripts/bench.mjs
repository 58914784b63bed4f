// Runs every test/bench/*.bench.ts and prints its table; with --scale, those of large studies in test/bench/scale.
// A word after that runs only the benches with it in their names.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleScripts } from './lib/bundle-scripts.mjs';

const { values, positionals } = parseArgs({
  options: { scale: { type: 'boolean' } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const folder = join(import.meta.dirname, '..', 'test', 'bench', values.scale ? 'scale' : '.');
const names = (await readdir(folder))
  .filter((name) => name.endsWith('.bench.ts') && name.includes(wanted))
  .sort();
const outdir = await mkdtemp(join(tmpdir(), 'interview-coding-bench-'));

try {
  await bundleScripts(
    names.map((name) => join(folder, name)),
    outdir,
  );
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  for (const name of names) {
    const { bench } = await import(pathToFileURL(join(outdir, name.replace(/\.ts$/, '.mjs'))).href);
    const rows = [];
    for await (const row of bench.rows()) rows.push(row);
    console.log(`${bench.title}\n${bench.note}\n\n${table(rows)}\n`);
  }
} finally {
  await rm(outdir, { recursive: true, force: true });
}

/** Rows as aligned text, figures to the right. */
function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => cells.map((cell, index) => cell.padStart(widths[index])).join('  ');
  const ruler = line(widths.map((width) => '-'.repeat(width)));
  return [line(columns), ruler, ...rows.map((row) => line(columns.map((column) => row[column])))].join('\n');
}
