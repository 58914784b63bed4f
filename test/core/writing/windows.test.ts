import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { linesOf } from '../../../src/core/coding/log';
import { studyProblems } from '../../../src/core/studyProblems';
import { appendLinesOnDisk } from '../../../src/host/diskLog';
import { DiskWatcher } from '../../../src/host/diskWatcher';
import { mergeLogCopy } from '../../../src/host/mergeLogCopy';
import { DiskSession } from './diskSession';

const transcript = 'transcripts/a/x.txt';
const text = 'R: Het is te duur.\nR: En het kost te veel tijd, zeggen wij.\n';
const log = 'codings/anna/a/x.txt.jsonl';
const isRoot = process.getuid?.() === 0;

describe('a study that is open in several places', () => {
  let folder: string;
  const watchers: DiskWatcher[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'interview-coding-windows-'));
    await write('codebook.yaml', 'codes:\n  - id: cost\n    name: Cost\n  - id: time\n    name: Time\n');
    await write('study.yaml', 'title: T\n');
    await write(transcript, text);
  });

  afterEach(() => {
    vi.useRealTimers();
    for (const watcher of watchers.splice(0)) watcher.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }

  /** A window with its watcher. */
  async function open(coder: string): Promise<DiskSession> {
    const session = await DiskSession.open(folder, coder);
    const isOfStudy = (path: string) => /^(?:transcripts|codings|history)(?:\/|$)/.test(path);
    const watcher = new DiskWatcher(folder, isOfStudy, (paths) => session.session.changed(paths));
    watchers.push(watcher);
    await watcher.watching;
    return session;
  }

  const tag = (session: DiskSession, words: string, code: string) =>
    session.tag(transcript, text.indexOf(words), text.indexOf(words) + words.length, code);
  const seen = async ({ study }: DiskSession) =>
    (await study.codings(transcript)).map(({ coding }) => `${coding.by} ${coding.code}`).sort();
  const problems = async () => {
    const { study } = await DiskSession.open(folder, 'reader');
    return (await studyProblems(study)).map(({ code }) => code);
  };
  const lines = async () => linesOf(await readFile(join(folder, log), 'utf8'));

  it('shows each window the lines of the other, of another coder and of the same', async () => {
    const [anna, bram, again] = [await open('anna'), await open('bram'), await open('anna')];
    await Promise.all([
      tag(anna, 'te duur', 'cost'),
      tag(bram, 'te duur', 'time'),
      tag(again, 'te veel tijd', 'time'),
    ]);
    const all = ['anna cost', 'anna time', 'bram time'];
    for (const window of [anna, bram, again]) await expect.poll(() => seen(window)).toEqual(all);
    await again.change((await again.own(transcript))[0]!, undefined);
    for (const window of [anna, bram]) await expect.poll(() => seen(window)).toEqual(all.slice(1));
    await again.codings.undo();
    for (const window of [anna, bram]) await expect.poll(() => seen(window)).toEqual(all);
    expect(await problems()).toEqual([]);
  });

  it('shows a window what another one compacted and restored, without a change', async () => {
    const [anna, again] = [await open('anna'), await open('anna')];
    await tag(anna, 'te duur', 'cost');
    await anna.change((await anna.own(transcript))[0]!, 'time');
    await expect.poll(() => seen(again)).toEqual(['anna time']);
    expect(await again.compact(transcript)).toEqual({ moved: 1 });
    await tag(anna, 'te veel tijd', 'time');
    await expect.poll(() => seen(again)).toEqual(['anna time', 'anna time']);
    await anna.restore(transcript);
    expect(await lines()).toHaveLength(3);
    await expect.poll(() => seen(again)).toEqual(['anna time', 'anna time']);
  });

  it('takes the codings in that a sync program put into a second version of the log', async () => {
    const anna = await open('anna');
    const copy = 'codings/anna/a/x.txt (Anna’s conflicted copy 2024-03-01).jsonl';
    await tag(anna, 'te duur', 'cost');
    await copyFile(join(folder, log), join(folder, copy));
    const { coding } = (await anna.own(transcript))[0]!;
    await tag(anna, 'Het is', 'cost');
    const elsewhere = { ...coding, id: 'there', at: new Date().toISOString() };
    await appendLinesOnDisk(join(folder, copy), [JSON.stringify(elsewhere)]);
    await expect.poll(() => seen(anna)).toEqual(['anna cost', 'anna cost']);
    expect(await problems()).toEqual(['copy-of-log']);
    const files = await NodeFiles.open(folder);
    const store = {
      read: (path: string) => files.read(path),
      append: (path: string, added: readonly string[]) => appendLinesOnDisk(join(folder, path), added),
    };
    const before = await lines();
    expect(await mergeLogCopy(store, log, copy)).toEqual({
      lines: [JSON.stringify(elsewhere)],
      unreadable: 0,
    });
    expect((await lines()).slice(0, 2)).toEqual(before);
    expect(await mergeLogCopy(store, log, copy)).toEqual({ lines: [], unreadable: 0 });
    await expect.poll(() => seen(anna)).toEqual(['anna cost', 'anna cost', 'anna cost']);
    rmSync(join(folder, copy));
    expect(await problems()).toEqual([]);
  });

  it('lets what was done last count when a clock was set back, and tells of it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-03-02T10:00:00Z') });
    const anna = await open('anna');
    await tag(anna, 'te duur', 'cost');
    vi.setSystemTime(new Date('2024-03-01T09:00:00Z'));
    await anna.change((await anna.own(transcript))[0]!, 'time');
    await tag(anna, 'te veel tijd', 'time');
    expect(await seen(anna)).toEqual(['anna time', 'anna time']);
    expect(await problems()).toEqual(['log-older-line']);
    await anna.codings.undo();
    await anna.codings.undo();
    expect(await seen(anna)).toEqual(['anna cost']);
    vi.setSystemTime(new Date('2024-03-02T11:00:00Z'));
    await anna.codings.redo();
    expect(await seen(anna)).toEqual(['anna time']);
    expect(await problems()).toEqual([]);
    expect(await lines()).toHaveLength(6);
    await anna.compact(transcript);
    expect(await seen(anna)).toEqual(['anna time']);
    expect(await problems()).toEqual([]);
  });

  it('says nothing of a clock that was put right by seconds', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-03-02T10:00:30Z') });
    const anna = await open('anna');
    await tag(anna, 'te duur', 'cost');
    vi.setSystemTime(new Date('2024-03-02T10:00:00Z'));
    await anna.change((await anna.own(transcript))[0]!, 'time');
    expect(await seen(anna)).toEqual(['anna time']);
    expect(await problems()).toEqual([]);
  });

  it.skipIf(isRoot)('leaves a log alone whose folder or history is write-protected', async () => {
    const anna = await open('anna');
    await tag(anna, 'te duur', 'cost');
    await anna.change((await anna.own(transcript))[0]!, 'time');
    const before = await lines();
    chmodSync(folder, 0o555);
    await expect(anna.compact(transcript)).rejects.toThrow('EACCES');
    chmodSync(folder, 0o755);
    expect(await lines()).toEqual(before);
    expect(await seen(anna)).toEqual(['anna time']);
  });

  it('leaves a log alone whose history cannot be written', async () => {
    const anna = await open('anna');
    await tag(anna, 'te duur', 'cost');
    await anna.change((await anna.own(transcript))[0]!, 'time');
    const before = await lines();
    await write('history/anna', 'a file where a folder should be');
    await expect(anna.compact(transcript)).rejects.toThrow();
    expect(await lines()).toEqual(before);
    expect(await seen(anna)).toEqual(['anna time']);
  });

  it('leaves a log alone that is saved in another encoding, and says so', async () => {
    const anna = await open('anna');
    await tag(anna, 'te duur', 'cost');
    const [line] = await lines();
    const latin = Buffer.from(`${line}\n${line!.replace('te duur', 'té duur')}\n`, 'latin1');
    await writeFile(join(folder, log), latin);
    anna.session.changed([log]);
    expect(await anna.compact(transcript)).toEqual({ moved: 0, unreadable: 0 });
    expect(await anna.restore(transcript)).toBe(false);
    expect((await readFile(join(folder, log))).equals(latin)).toBe(true);
    expect(await anna.own(transcript)).toHaveLength(1);
  });
});
