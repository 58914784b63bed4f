// Everything that has to pass, in order, on a machine with nothing but Node 20, npm, g++, make and python3.
// A failed step doesn't keep the others from running; the exit code is that of all of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';

await prepare();
const { ensureBrowser } = await import('./lib/browser.mjs');
const { TestCounts } = await import('./lib/test-counts.mjs');
const { run } = await import('./lib/run.mjs');
const { ensureServer } = await import('./lib/vscode-server.mjs');

const failed = [];

async function step(name, command, args, env = {}) {
  console.log(`\n=== ${name}`);
  const code = await run(command, args, { env });
  if (code !== 0) failed.push(name);
  return code === 0;
}

const scratch = await mkdtemp(join(tmpdir(), 'interview-coding-counts-'));
const counts = new TestCounts(scratch);

function vitest(project) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts.file(project)}`];
  return step(`vitest: ${project}`, 'vitest', ['run', '--project', project, ...reporters]);
}

// The set-up of VS Code mostly waits for the network and one compiler; the checks run meanwhile.
const setUp = Promise.allSettled([ensureServer(), ensureBrowser()]);

await step('tsc', 'tsc', []);
await step('tsc of the webviews', 'tsc', ['-p', 'src/webview']);
await step('tsc of the tests', 'tsc', ['-p', 'test']);
await step('biome', 'biome', ['check', '.']);
await step('knip', 'knip', []);
await vitest('core');
for (const { reason } of await setUp) if (reason) console.error(reason.message);
await step('in-host tests', 'node', ['scripts/test-host.mjs'], {
  HOST_TESTS_COUNT_FILE: counts.file('host'),
});
const packaged = await step('package', 'npm', ['run', '--silent', 'package']);
if (packaged) await vitest('ui');

const {
  passed,
  failed: failures,
  skipped,
} = await counts.sum(packaged ? ['core', 'host', 'ui'] : ['core', 'host']);
await rm(scratch, { recursive: true, force: true });
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nEverything passed.');
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed.length > 0 ? 1 : 0);
