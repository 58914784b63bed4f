#!/usr/bin/env node
// Stands in for a desktop VS Code where @vscode/test-electron expects its executable: takes the same flags,
// runs the tests in the extension host of a VS Code server with a page open, and exits with their code.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './lib/browser.mjs';
import { QUIET_SETTINGS, writeUserSettings } from './lib/settings.mjs';
import { MARK, openTestPage } from './lib/test-page.mjs';
import { startServer } from './lib/vscode-server.mjs';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    locale: { type: 'string' },
  },
  allowPositionals: true,
  // test-electron passes flags that only a desktop VS Code needs.
  strict: false,
});

const dataDir = await mkdtemp(join(tmpdir(), 'interview-coding-vscode-'));
await writeUserSettings(dataDir, QUIET_SETTINGS);
const [server, browser] = await Promise.all([
  startServer({
    dataDir,
    extensionsDir: join(dataDir, 'extensions'),
    // Without it the page ignores the tests.
    flags: ['--enable-smoke-test-driver'],
    env: { HOST_TESTS_MARK: MARK },
  }),
  launchBrowser(),
]);
let code = 1;
try {
  code = await openTestPage(browser, {
    url: server.url,
    folder: positionals[0],
    extension: values.extensionDevelopmentPath,
    tests: values.extensionTestsPath,
    locale: values.locale,
  });
} finally {
  await browser.close();
  server.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(code);
