import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureBrowser } from './browser.mjs';
import { FIXTURE_STUDIES, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { prepareStudy } from './study.mjs';
import { ensureServer } from './vscode-server.mjs';

const OUT = join(ROOT, 'dist', 'test');

/** Builds the extension and its in-host tests, runs them, and resolves to the exit code. */
export async function runHostTests({ desktop, grep = '', locale }) {
  const code = await run('node', ['esbuild.mjs']);
  if (code !== 0) return code;
  await buildTests();
  const study = await prepareStudy(join(FIXTURE_STUDIES, 'small'));
  try {
    return await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: await serverHost() }),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(OUT, 'index.js'),
      extensionTestsEnv: { HOST_TESTS_GREP: grep, HOST_TESTS_COLOR: process.stdout.isTTY ? 'yes' : 'no' },
      launchArgs: [study.folder, ...(locale ? [`--locale=${locale}`] : [])],
    });
  } catch (error) {
    console.error(desktop ? explainDesktop(error) : error.message);
    return 1;
  } finally {
    await study.remove();
  }
}

async function buildTests() {
  // A test that was removed or renamed must not go on running.
  await rm(OUT, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/host/index.ts', ...globSync('test/host/**/*.test.ts', { cwd: ROOT })],
    outdir: OUT,
    outbase: 'test/host',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function serverHost() {
  await ensureServer();
  await ensureBrowser();
  return join(ROOT, 'scripts', 'vscode-test-host.mjs');
}

function explainDesktop(error) {
  if (error.name === 'TestRunFailedError' || /^Test run/.test(error.message)) return error.message;
  return (
    `A desktop VS Code could not be downloaded or started: ${error.message}\n` +
    'It is fetched from the network; without one, `npm run test:host` runs the same tests in the cached server.'
  );
}
