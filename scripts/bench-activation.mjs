// Measures, in a real VS Code, the time from activation to the first highlighted transcript; prints JSON.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureBrowser } from './lib/browser.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureServer } from './lib/vscode-server.mjs';

const scratch = await mkdtemp(join(tmpdir(), 'interview-coding-activation-'));
const workspace = await mkdtemp(join(tmpdir(), 'interview-coding-workspace-'));
const result = join(scratch, 'result.json');
try {
  await ensureServer();
  await ensureBrowser();
  if ((await run('node', ['esbuild.mjs', '--production'])) !== 0) throw new Error('The build failed.');
  const tests = join(scratch, 'activation.js');
  await build({
    entryPoints: [join(ROOT, 'test', 'bench', 'host', 'activation.ts')],
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
    extensionTestsEnv: { BENCH_RESULT: result },
    launchArgs: [workspace],
  });
  log(await readFile(result, 'utf8'));
} finally {
  await rm(scratch, { recursive: true, force: true });
  await rm(workspace, { recursive: true, force: true });
}
