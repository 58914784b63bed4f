import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScripts } from '../../../scripts/lib/bundle-scripts.mjs';
import { fuzz } from '../../fuzz/fuzz';

const root = join(import.meta.dirname, '../../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interview-coding-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every reader of files', () => {
  it('takes bad input without a crash, a hang or a change of prototypes, and says what is wrong', async () => {
    const worker = join(folder, 'worker.mjs');
    await bundleScripts(['test/fuzz/worker.ts'], folder);
    const failures = join(root, 'test-artifacts', 'fuzz');
    const { faults, counts } = await fuzz({ root, worker, cases: 1000, seed: 2, failures });
    expect(faults).toEqual([]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(10);
  }, 300_000);
});
