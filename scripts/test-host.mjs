// Runs test/host inside the extension host of a real VS Code: the cached server, or with --desktop a
// desktop VS Code that @vscode/test-electron downloads. --grep takes a part of the tests' names.
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';

await prepare();
const { runHostTests } = await import('./lib/host-tests.mjs');
const { values } = parseArgs({
  options: {
    desktop: { type: 'boolean', default: false },
    grep: { type: 'string' },
    locale: { type: 'string' },
  },
});
process.exit(await runHostTests(values));
