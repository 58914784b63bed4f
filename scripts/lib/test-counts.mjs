import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many tests passed, failed and were skipped, from the file that each suite's runner leaves. */
export class TestCounts {
  #folder;

  constructor(folder) {
    this.#folder = folder;
  }

  /** Where the runner of a suite is to write its counts. */
  file(suite) {
    return join(this.#folder, `${suite}.json`);
  }

  async sum(suites) {
    const all = await Promise.all(suites.map((suite) => readCounts(this.file(suite))));
    const total = (key) => all.reduce((sum, counts) => sum + counts[key], 0);
    return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
  }
}

async function readCounts(file) {
  try {
    const report = JSON.parse(await readFile(file, 'utf8'));
    // mocha's counts are written by test/host/index.ts, vitest's by its own reporter.
    if ('passed' in report) return report;
    return {
      passed: report.numPassedTests,
      failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    // A suite that died before it could count has failed as a whole.
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
