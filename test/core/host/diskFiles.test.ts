import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listOnDisk, readOnDisk, stateOnDisk } from '../../../src/host/diskFiles';

describe('files on disk', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'interview-coding-disk-'));
  });

  afterEach(() => {
    vi.useRealTimers();
    rmSync(root, { recursive: true });
  });

  it('are read as they are, and none where there is none', async () => {
    writeFileSync(join(root, 'a.txt'), 'één');
    expect(new TextDecoder().decode(await readOnDisk(join(root, 'a.txt')))).toBe('één');
    expect(await readOnDisk(join(root, 'b.txt'))).toBeUndefined();
    expect(await readOnDisk(join(root, 'a.txt/b.txt'))).toBeUndefined();
    await expect(readOnDisk(root)).rejects.toThrow('EISDIR');
  });

  it('are listed with those in folders, but not through links to folders', async () => {
    mkdirSync(join(root, 'case/deep'), { recursive: true });
    for (const file of ['a.txt', 'case/b.txt', 'case/deep/c.txt']) writeFileSync(join(root, file), '');
    symlinkSync(root, join(root, 'case/round'), 'dir');
    symlinkSync(join(root, 'a.txt'), join(root, 'case/linked.txt'));
    symlinkSync(join(root, 'nowhere'), join(root, 'case/broken.txt'));
    expect((await listOnDisk(root)).sort()).toEqual([
      'a.txt',
      'case/b.txt',
      'case/broken.txt',
      'case/deep/c.txt',
      'case/linked.txt',
    ]);
    expect(await listOnDisk(join(root, 'nowhere'))).toEqual([]);
  });

  describe('have a state that', () => {
    const soon = () => vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });

    it('stays for as long as nothing is written', async () => {
      const file = join(root, 'a.txt');
      writeFileSync(file, 'one');
      soon();
      const state = await stateOnDisk(file);
      expect(state).toBeTypeOf('string');
      expect(await stateOnDisk(file)).toBe(state);
    });

    it('changes with the content, though size and time of change are made the same', async () => {
      const file = join(root, 'a.txt');
      writeFileSync(file, 'one');
      const { atime, mtime } = statSync(file);
      soon();
      const state = await stateOnDisk(file);
      writeFileSync(file, 'two');
      utimesSync(file, atime, mtime);
      soon();
      expect(await stateOnDisk(file)).not.toBe(state);
    });

    it('is not told just after a change, when another one may look the same, nor of no file', async () => {
      const file = join(root, 'a.txt');
      writeFileSync(file, 'one');
      expect(await stateOnDisk(file)).toBeUndefined();
      expect(await stateOnDisk(join(root, 'b.txt'))).toBeUndefined();
    });
  });
});
