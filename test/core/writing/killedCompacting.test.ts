import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LogEntry, parseLog } from '../../../src/core/coding/log';
import { historyPath } from '../../../src/core/coding/paths';
import { seeded } from '../../../src/core/random';
import { DiskSession } from './diskSession';
import { textOf, Workshop } from './processes';

const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;
const kills = 30;
const path = 'transcripts/a/x.txt';
const log = 'codings/A/a/x.txt.jsonl';
const transcript = Array.from({ length: 60 }, (_, index) => `R: Regel ${index}, één café 😀.\n`).join('');

/** An action as `id code`, and `id null` where a coding was removed. */
const said = (line: string) => {
  const { id, code } = JSON.parse(line.slice(line.indexOf(' ')));
  return `${id} ${code}`;
};
const written = (entry: LogEntry) =>
  entry.kind === 'coding' ? `${entry.coding.id} ${entry.coding.code}` : `${entry.id} null`;

describe('a window that is killed while it compacts', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await Workshop.open('coder.ts');
  });
  afterAll(() => workshop.close());

  it('30 times loses no action of its own, nor of another window', async () => {
    const folder = await workshop.study({
      'codebook.yaml': 'codes: []\n',
      'transcripts/a/x.txt': transcript,
    });
    const random = seeded(20240302);
    const done: string[] = [];
    const other = workshop.start([folder, 'A', '9999', '100000', 'slowly'], (line) => {
      if (line.startsWith('done')) done.push(said(line));
    });
    for (let killed = 0; killed < kills; killed++) {
      const after = 1 + Math.floor(random() * 6);
      const delay = random() * 6;
      let heard = 0;
      const coder = workshop.start([folder, 'A', String(killed), '100000', 'compact'], (line) => {
        if (!line.startsWith('done')) return;
        done.push(said(line));
        if (++heard === after) setTimeout(() => coder.process.kill('SIGKILL'), delay);
      });
      expect([await coder.ended, coder.errors]).toEqual([null, '']);
    }
    other.process.kill('SIGKILL');
    expect([await other.ended, other.errors]).toEqual([null, '']);
    const [now, past] = await Promise.all([log, historyPath(log)].map((file) => textOf(join(folder, file))));
    const entries = [now!, past!].flatMap((text) => parseLog(log, text).log.entries);
    const found = new Set(entries.map(written));
    expect(done.filter((action) => !found.has(action))).toEqual([]);
    expect(done.filter((action) => action.includes('9999')).length).toBeGreaterThan(20);
    expect(parseLog(log, past!).log.entries.length).toBeGreaterThan(20);
    const { problems } = parseLog(log, now!);
    expect(problems.filter(({ code }) => code !== 'log-not-json')).toEqual([]);

    const session = await DiskSession.open(folder, 'A');
    const before = (await session.own(path)).map(({ coding }) => coding);
    expect(before.length).toBeGreaterThan(20);
    expect((await session.compact(path)).unreadable).toBe(problems[0] && problems[0].start.line + 1);
    expect((await session.own(path)).map(({ coding }) => coding)).toEqual(before);
  }, 120_000);

  it.skipIf(!canMount)(
    'loses no action on a full disk either',
    async () => {
      const folder = await workshop.study({
        'study/codebook.yaml': 'codes: []\n',
        'study/transcripts/a/x.txt': transcript,
      });
      const disk = `${folder}/disk`;
      const words = [
        `mkdir ${disk} && mount -t tmpfs -o size=120k none ${disk} && cp -r ${folder}/study/. ${disk}/ && "$@"`,
        `cp -r ${disk} ${folder}/copy`,
      ].join('; ');
      const coder = workshop.startInShell(words, [disk, 'A', '1', '100000', 'compact'], ['unshare', '-rm']);
      await coder.ended;
      expect(coder.errors).toContain('ENOSPC');
      const done = coder.lines.filter((line) => line.startsWith('done')).map(said);
      const texts = await Promise.all(
        [log, historyPath(log)].map((file) => textOf(join(folder, 'copy', file))),
      );
      const entries = texts.flatMap((text) => parseLog(log, text).log.entries);
      const found = new Set(entries.map(written));
      expect(done.length).toBeGreaterThan(50);
      expect(done.filter((action) => !found.has(action))).toEqual([]);
      expect(parseLog(log, texts[0]!).problems).toEqual([]);
      expect(parseLog(log, texts[1]!).log.entries.length).toBeGreaterThan(20);
    },
    60_000,
  );
});
