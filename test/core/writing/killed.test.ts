import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLog } from '../../../src/core/coding/log';
import { seeded } from '../../../src/core/random';
import { textOf, Workshop } from './processes';

interface Told {
  readonly id: string;
  readonly code: string | null;
}

const kills = 50;
const taggings = 1000;
const log = 'codings/A/a/x.txt.jsonl';
const transcript = Array.from({ length: 60 }, (_, index) => `R: Regel ${index}, één café 😀.\n`).join('');

/** What a coder was told is done, and the one thing that it may have been doing when it was killed. */
class Memory {
  readonly done = new Map<string, string | null>();
  trying: Told | undefined;
  count = 0;

  hear(line: string): void {
    const told: Told = JSON.parse(line.slice(line.indexOf(' ')));
    this.trying = line.startsWith('try') ? told : undefined;
    if (this.trying) return;
    this.done.set(told.id, told.code);
    this.count++;
  }

  /** What the log says otherwise than it was told. */
  lost(text: string): string[] {
    const found = new Map(parseLog(log, text).log.current.map(({ id, code }) => [id, code]));
    const differing = [...this.done].filter(([id, code]) => (found.get(id) ?? null) !== code);
    const surplus = [...found.keys()].filter((id) => !this.done.has(id)).map((id) => [id, null] as const);
    return [...differing, ...surplus]
      .filter(([id]) => this.trying?.id !== id || (found.get(id) ?? null) !== this.trying.code)
      .map(([id]) => id);
  }

  /** After a look: what was being done is done, or will never be. */
  settle(text: string): void {
    if (!this.trying) return;
    const { id } = this.trying;
    const found = parseLog(log, text).log.current.find((one) => one.id === id);
    if (found || this.done.has(id)) this.done.set(id, found?.code ?? null);
    this.trying = undefined;
  }
}

describe('a coder who is killed', () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await Workshop.open('coder.ts');
  });
  afterAll(() => workshop.close());

  it('50 times during 1,000 taggings loses none that was shown as done', async () => {
    const folder = await workshop.study({
      'codebook.yaml': 'codes: []\n',
      'transcripts/a/x.txt': transcript,
    });
    const random = seeded(20240301);
    const memory = new Memory();
    let killed = 0;
    while (killed < kills || memory.count < taggings) {
      const left = Math.max(taggings - memory.count, 1);
      const after = Math.floor((random() * 2 * left) / Math.max(kills - killed, 1));
      const delay = random() * 2;
      let heard = 0;
      const coder = workshop.start([folder, 'A', String(killed), '100000', 'big'], (line) => {
        memory.hear(line);
        if (++heard === after * 2 + 1) setTimeout(() => coder.process.kill('SIGKILL'), delay);
      });
      expect([await coder.ended, coder.errors]).toEqual([null, '']);
      killed++;
      const text = await textOf(join(folder, log));
      expect(memory.lost(text)).toEqual([]);
      memory.settle(text);
    }
    expect(killed).toBeGreaterThanOrEqual(kills);
    expect(memory.count).toBeGreaterThanOrEqual(taggings);
    const { problems } = parseLog(log, await textOf(join(folder, log)));
    expect(problems.every(({ code }) => code === 'log-not-json')).toBe(true);
    expect(problems.length).toBeLessThanOrEqual(killed);
  }, 120_000);
});
