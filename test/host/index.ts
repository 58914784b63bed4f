// What VS Code calls in its extension host: runs every test file that was built beside this one.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Mocha from 'mocha';
import { markConsole } from './markedConsole';
import { leaveOutOthers } from './othersErrors';
import { sourceStack } from './sourceStack';

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  markConsole(process.env.HOST_TESTS_MARK);
  // Only now, since mocha keeps the console's methods as it finds them.
  const { default: MochaRunner } = await import('mocha');
  const grep = process.env.HOST_TESTS_GREP;
  const color = process.env.HOST_TESTS_COLOR === 'yes';
  const mocha = new MochaRunner({ ui: 'bdd', timeout: 20_000, color, ...(grep ? { grep } : {}) });
  leaveOutOthers(MochaRunner.Runner);
  for (const file of testFiles()) mocha.addFile(file);
  const stats = await runToTheEnd(mocha);
  if (process.env.HOST_TESTS_COUNT_FILE) {
    const count = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
    writeFileSync(process.env.HOST_TESTS_COUNT_FILE, JSON.stringify(count));
  }
  if (stats.failures > 0) throw new Error(`${stats.failures} of ${stats.tests} in-host tests failed.`);
  if (stats.tests === 0) throw new Error('No in-host test was found.');
}

function testFiles(): string[] {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => join(__dirname, name));
}

function runToTheEnd(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('mocha kept no statistics.'));
    });
    runner.on('fail', (_test, error) => {
      if (error.stack) error.stack = sourceStack(error.stack);
    });
  });
}
