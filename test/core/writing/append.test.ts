import { spawnSync } from 'node:child_process';
import { chmod, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendLinesOnDisk } from '../../../src/host/diskLog';
import { rewriteFileOnDisk } from '../../../src/host/diskWriter';
import { textOf, Workshop } from './processes';

const nobody = '65534';
const isRoot = process.getuid?.() === 0;
const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

const idsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id);
const ids = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index}`);

describe('appending', () => {
  let workshop: Workshop;
  let folder: string;
  beforeAll(async () => {
    workshop = await Workshop.open('appender.ts');
  });
  afterAll(() => workshop.close());

  it('from two windows at once loses and mixes no line, and keeps the order of each', async () => {
    folder = await workshop.study({});
    const file = join(folder, 'log.jsonl');
    const coders = ['A', 'B'].map((name, index) => workshop.start([file, name, String(index), '3000']));
    await Promise.all(coders.map(({ ended }) => ended));
    const found = idsOf(await textOf(file));
    for (const name of ['A', 'B']) expect(found.filter((id) => id.startsWith(name))).toEqual(ids(name, 3000));
    expect(found).toHaveLength(6000);
    const changes = found.filter((id, index) => index > 0 && id[0] !== found[index - 1]![0]).length;
    expect(changes).toBeGreaterThan(20);
  }, 60_000);

  it('loses nothing while the file is rewritten again and again', async () => {
    folder = await workshop.study({});
    const file = join(folder, 'log.jsonl');
    const coders = ['A', 'B'].map((name, index) => workshop.start([file, name, String(index), '600']));
    let running = true;
    const ended = Promise.all(coders.map((coder) => coder.ended)).then(() => {
      running = false;
    });
    let rewrites = 0;
    const moved: string[] = [];
    while (running) {
      await rewriteFileOnDisk(file, async (before) => {
        const lines = before?.toString('utf8').split('\n').filter(Boolean) ?? [];
        if (lines.length < 2) return undefined;
        const half = Math.floor(lines.length / 2);
        moved.push(...lines.slice(0, half));
        rewrites++;
        return lines
          .slice(half)
          .map((line) => `${line}\n`)
          .join('');
      }).catch((error) => expect(error.message).toContain('all the time'));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await ended;
    expect(rewrites).toBeGreaterThan(5);
    const found = new Set([...idsOf(moved.join('\n')), ...idsOf(await textOf(file))]);
    expect([...ids('A', 600), ...ids('B', 600)].filter((id) => !found.has(id))).toEqual([]);
  }, 60_000);

  it('goes on in the new file where another program puts one in its place', async () => {
    folder = await workshop.study({});
    const file = join(folder, 'log.jsonl');
    const coder = workshop.start([file, 'A', '1', '400']);
    let running = true;
    void coder.ended.then(() => {
      running = false;
    });
    const old: string[] = [];
    let done = 0;
    for (let index = 0; running; index++) {
      // However slow the disk is, the coder gets some of its lines written.
      while (running && coder.lines.length === done) await new Promise((resolve) => setTimeout(resolve, 2));
      done = coder.lines.length;
      const kept = join(folder, `old-${index}`);
      await rename(file, kept).then(
        () => old.push(kept),
        () => undefined,
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(coder.lines.at(-1)).toBe('done 400');
    const texts = await Promise.all([...old, file].map((path) => textOf(path)));
    expect(new Set(texts.flatMap(idsOf))).toEqual(new Set(ids('A', 400)));
    expect(old.length).toBeGreaterThan(5);
  }, 60_000);

  it.each([
    ['a cut line', '{"id":"a","co', 1],
    ['a conflict', '<<<<<<< HEAD\n{"id":"a"}\n=======\n{"id":"b"}\n>>>>>>> other', 5],
    ['a line cut inside a character', Buffer.from('{"id":"é').subarray(0, 8), 1],
  ])('after %s begins a line of its own', async (_, content, lines) => {
    folder = await workshop.study({ 'log.jsonl': content });
    const file = join(folder, 'log.jsonl');
    const before = await readFile(file);
    await appendLinesOnDisk(file, ['{"id":"new"}']);
    const after = await readFile(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.subarray(before.length).toString()).toBe('\n{"id":"new"}\n');
    expect(after.toString().split('\n')).toHaveLength(lines + 2);
  });

  it('that hits a limit half-way leaves the file as it was', async () => {
    folder = await workshop.study({});
    const file = join(folder, 'log.jsonl');
    const coder = workshop.startInShell('ulimit -f 64; exec "$@"', [file, 'A', '7', '5000']);
    await coder.ended;
    const [, done, code] = coder.lines.at(-1)!.split(' ');
    expect(code).toBe('EFBIG');
    expect(idsOf(await textOf(file))).toEqual(ids('A', Number(done)));
    expect((await textOf(file)).endsWith('\n')).toBe(true);
    await appendLinesOnDisk(file, ['{"id":"after"}']);
    expect(idsOf(await textOf(file)).at(-1)).toBe('after');
  });

  it.skipIf(!canMount)('on a full disk leaves the file as it was', async () => {
    folder = await workshop.study({});
    const file = join(folder, 'disk', 'log.jsonl');
    await mkdir(join(folder, 'disk'));
    const words = `mount -t tmpfs -o size=256k none ${folder}/disk && "$@"; cat ${file} > ${folder}/copy; rm ${file}`;
    const coder = workshop.startInShell(words, [file, 'A', '7', '5000'], ['unshare', '-rm']);
    await coder.ended;
    const [, done, code] = coder.lines.at(-1)!.split(' ');
    expect(code).toBe('ENOSPC');
    expect(Number(done)).toBeGreaterThan(10);
    const copy = await textOf(folder, 'copy');
    expect(idsOf(copy)).toEqual(ids('A', Number(done)));
    expect(copy.endsWith('\n')).toBe(true);
  });

  it('to a file that is write-protected says so and leaves it as it was', async () => {
    folder = await workshop.study({ 'log.jsonl': '{"id":"a"}' });
    const file = join(folder, 'log.jsonl');
    await chmod(file, 0o444);
    await chmod(folder, 0o755);
    const coder = workshop.start([file, 'A', '1', '1', ...(isRoot ? [nobody] : [])]);
    await coder.ended;
    expect(coder.lines).toEqual(['failed 0 EACCES']);
    expect(await textOf(file)).toBe('{"id":"a"}');
  });

  it('to a folder where a file should be says so', async () => {
    folder = await workshop.study({ 'log.jsonl/x': '' });
    await expect(appendLinesOnDisk(join(folder, 'log.jsonl'), ['a'])).rejects.toThrow('EISDIR');
    await expect(appendLinesOnDisk(join(folder, 'log.jsonl/x/y'), ['a'])).rejects.toThrow();
  });
});

describe('rewriting', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await Workshop.open('appender.ts');
  });
  afterAll(() => workshop.close());

  it('asks again where another program has changed the file meanwhile', async () => {
    const file = join(await workshop.study({ 'a.yaml': 'one\n' }), 'a.yaml');
    const seen: (string | undefined)[] = [];
    await rewriteFileOnDisk(file, async (before) => {
      seen.push(before?.toString());
      if (seen.length === 1) await writeFile(file, 'two\n');
      return `${before}three\n`;
    });
    expect(seen).toEqual(['one\n', 'two\n']);
    expect(await textOf(file)).toBe('two\nthree\n');
  });

  it('asks again where another program has made the file meanwhile', async () => {
    const file = join(await workshop.study({}), 'new', 'a.yaml');
    const seen: (string | undefined)[] = [];
    await rewriteFileOnDisk(file, async (before) => {
      seen.push(before?.toString());
      if (seen.length === 1) {
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, 'theirs\n');
      }
      return 'ours\n';
    });
    expect(seen).toEqual([undefined, 'theirs\n']);
    expect(await textOf(file)).toBe('ours\n');
  });

  it('gives up where a file never stays the same, and leaves it alone', async () => {
    const folder = await workshop.study({ 'a.yaml': '0' });
    const file = join(folder, 'a.yaml');
    let count = 0;
    const result = rewriteFileOnDisk(file, async () => {
      await writeFile(file, String(++count));
      return 'ours';
    });
    await expect(result).rejects.toThrow('another program changes the file all the time');
    expect(await textOf(file)).toBe(String(count));
  });

  it('lets go of the file where there is nothing to change, and where that fails', async () => {
    const folder = await workshop.study({ 'a.yaml': 'one' });
    const file = join(folder, 'a.yaml');
    await rewriteFileOnDisk(file, () => undefined);
    await expect(
      rewriteFileOnDisk(file, () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await textOf(file)).toBe('one');
  });

  it('keeps a line that is appended by a handle that was open before', async () => {
    const folder = await workshop.study({ 'a.jsonl': '1\n' });
    const file = join(folder, 'a.jsonl');
    const handle = await open(file, 'a');
    await rewriteFileOnDisk(file, async (before) => {
      if (before!.length === 2) await handle.appendFile('2\n');
      return `${before}3\n`;
    });
    await handle.close();
    expect(await textOf(file)).toBe('1\n2\n3\n');
  });
});
