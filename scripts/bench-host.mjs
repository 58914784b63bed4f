// Measures in a real VS Code, in a new window without a study: runs test/bench/host/<name>.ts in its extension
// host and prints the JSON that it writes. Takes the name and, in BENCH_STUDY, the folder of a study, if any.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureBrowser } from './lib/browser.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureServer } from './lib/vscode-server.mjs';

const [name] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'interview-coding-bench-'));
const workspace = await mkdtemp(join(tmpdir(), 'interview-coding-workspace-'));
const result = join(scratch, 'result.json');
try {
  await ensureServer();
  await ensureBrowser();
  if ((await run('node', ['esbuild.mjs', '--production'])) !== 0) throw new Error('The build failed.');
  const tests = join(scratch, `${name}.js`);
  await build({
    entryPoints: [join(ROOT, 'test', 'bench', 'host', `${name}.ts`)],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await writeFile(join(workspace, 'notes.txt'), '');
  const { log } = console;
  console.log = console.error;
  await runTests({
    vscodeExecutablePath: join(ROOT, 'scripts', 'vscode-test-host.mjs'),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: tests,
    extensionTestsEnv: {
      BENCH_RESULT: result,
      BENCH_STUDY: process.env.BENCH_STUDY ?? '',
      BENCH_CODINGS: process.env.BENCH_CODINGS ?? '',
    },
    launchArgs: [workspace],
  });
  log(await readFile(result, 'utf8'));
} finally {
  await rm(scratch, { recursive: true, force: true });
  await rm(workspace, { recursive: true, force: true });
}
