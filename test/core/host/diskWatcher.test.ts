import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskWatcher } from '../../../src/host/diskWatcher';

// Elsewhere the editor's own watcher is used.
describe.runIf(process.platform === 'linux')('DiskWatcher', () => {
  let root: string;
  let watcher: DiskWatcher;
  const seen = new Set<string>();

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'interview-coding-watch-'));
    mkdirSync(join(root, 'codings'));
    watcher = new DiskWatcher(
      root,
      (path) => !path.startsWith('other'),
      (paths) => {
        for (const path of paths) seen.add(path);
      },
    );
    await watcher.watching;
  });

  afterEach(() => {
    watcher.dispose();
    rmSync(root, { recursive: true });
    seen.clear();
  });

  function sees(path: string): Promise<void> {
    return vi.waitFor(() => expect([...seen]).toContain(path), { timeout: 10_000 });
  }

  it('tells of a file in folders that were made with it, and of each change after', async () => {
    const log = 'codings/dr. anna/case/a.txt.jsonl';
    mkdirSync(join(root, 'codings/dr. anna/case'), { recursive: true });
    writeFileSync(join(root, log), '1\n');
    await sees(log);
    for (const line of ['2', '3']) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen.clear();
      appendFileSync(join(root, log), `${line}\n`);
      await sees(log);
    }
  });

  it('tells of a change while another program never stops writing', async () => {
    const writing = setInterval(() => appendFileSync(join(root, 'codings/busy.jsonl'), '1\n'), 20);
    try {
      writeFileSync(join(root, 'codings/a.jsonl'), '');
      await sees('codings/a.jsonl');
    } finally {
      clearInterval(writing);
    }
  });

  it('goes on when a folder is taken away and comes back', async () => {
    mkdirSync(join(root, 'codings/bram'));
    writeFileSync(join(root, 'codings/bram/a.jsonl'), '');
    await sees('codings/bram/a.jsonl');
    renameSync(join(root, 'codings/bram'), join(root, 'other'));
    await sees('codings/bram');
    seen.clear();
    renameSync(join(root, 'other'), join(root, 'codings/bram'));
    await sees('codings/bram/a.jsonl');
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen.clear();
    appendFileSync(join(root, 'codings/bram/a.jsonl'), '1');
    await sees('codings/bram/a.jsonl');
  });

  it('says nothing of what is not of the study', async () => {
    writeFileSync(join(root, 'other.txt'), '');
    writeFileSync(join(root, 'codings/a.jsonl'), '');
    await sees('codings/a.jsonl');
    expect([...seen]).not.toContain('other.txt');
  });
});
