import { describe, expect, it } from 'vitest';
import { KnownHits } from '../../../src/core/cache/knownHits';
import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';
import { MemoryFiles } from '../support/memoryStudy';

const one = 'transcripts/a/one.txt';
const two = 'transcripts/a/two.txt';
const codebook =
  'codes:\n  - {id: barrier, name: Barrier, terms: ["drempel*", prijs]}\n  - {id: time, name: Time}\n';
const base = {
  'codebook.yaml': codebook,
  [one]: 'I: Wat is een drempel?\nR: De prijs is een drempel. Geen drempel is de tijd.\n',
  [two]: 'I: En u?\nR: Niets.\n',
};

/** Files that tell their states: how often each was written. */
class StatedFiles extends MemoryFiles implements FileStore {
  readonly #writes = new Map<string, number>();
  readonly asked: string[] = [];

  write(path: string, content: string): void {
    this.set(path, content);
    this.#writes.set(path, (this.#writes.get(path) ?? 0) + 1);
  }

  async state(path: string): Promise<string | undefined> {
    this.asked.push(path);
    return String(this.#writes.get(path) ?? 0);
  }
}

/** A session of its own, which knows what earlier ones have left behind. */
function open(files: StatedFiles, kept = '') {
  const knownHits = new KnownHits();
  knownHits.restore(kept);
  return { study: new Study(files, { knownHits }), knownHits };
}

async function countAll(study: Study) {
  const paths = await study.transcriptPaths();
  const counts = await Promise.all(paths.map(async (path) => [...(await study.hitCounts(path))]));
  return Object.fromEntries(paths.map((path, index) => [path, Object.fromEntries(counts[index]!)]));
}

const counted = { [one]: { barrier: { all: 3, negated: 1 } }, [two]: {} };

/** What a first session counts and leaves behind. */
async function firstSession(files: StatedFiles): Promise<string> {
  const { study, knownHits } = open(files);
  expect(await countAll(study)).toEqual(counted);
  return knownHits.serialize(await study.transcriptPaths());
}

describe('hits that are known from an earlier session', () => {
  it('are told without reading any transcript', async () => {
    const files = new StatedFiles(base);
    const kept = await firstSession(files);
    files.reads.length = 0;
    expect(await countAll(open(files, kept).study)).toEqual(counted);
    expect(files.reads.filter((path) => path.startsWith('transcripts/'))).toEqual([]);
  });

  it('are told at once where it was looked for them, until a file is written', async () => {
    const files = new StatedFiles(base);
    const { study } = open(files, await firstSession(files));
    await study.lookForKnownHits();
    files.asked.length = 0;
    expect(await countAll(study)).toEqual(counted);
    expect(files.asked).toEqual([]);
    files.write(one, 'R: Een drempel.\n');
    study.invalidateContent([one]);
    expect(await countAll(study)).toEqual({ ...counted, [one]: { barrier: { all: 1, negated: 0 } } });
    expect(files.asked).toEqual([one]);
  });

  it('do not hold a word of a transcript', async () => {
    const kept = await firstSession(new StatedFiles(base));
    expect(kept).not.toMatch(/drempel|prijs|tijd|Niets/);
  });

  it('hold for a transcript that was written again with the same text', async () => {
    const files = new StatedFiles(base);
    const kept = JSON.parse(await firstSession(files));
    files.write(one, base[one]);
    kept.files[0][4] = [['barrier', 70, 7]];
    const { study } = open(files, JSON.stringify(kept));
    expect((await countAll(study))[one]).toEqual({ barrier: { all: 70, negated: 7 } });
  });

  it('are counted anew for a transcript with another text, and only for that', async () => {
    const files = new StatedFiles(base);
    const kept = await firstSession(files);
    files.write(one, 'R: De prijs.\n');
    files.reads.length = 0;
    const { study } = open(files, kept);
    expect(await countAll(study)).toEqual({ [one]: { barrier: { all: 1, negated: 0 } }, [two]: {} });
    expect(files.reads).not.toContain(two);
  });

  it('are counted anew in the same session for a transcript with another text', async () => {
    const files = new StatedFiles(base);
    const { study } = open(files, await firstSession(files));
    await countAll(study);
    files.write(one, 'R: De prijs.\n');
    study.invalidate([one]);
    expect((await countAll(study))[one]).toEqual({ barrier: { all: 1, negated: 0 } });
  });

  it.each([
    ['a term that was added', codebook.replace('prijs', 'prijs, tijd'), { all: 4, negated: 2 }],
    ['a term that was taken out', codebook.replace(', prijs', ''), { all: 2, negated: 1 }],
    [
      'a phrase that takes hits away',
      codebook.replace('terms:', 'not: ["een drempel"], terms:'),
      { all: 2, negated: 1 },
    ],
  ])('are counted anew after %s', async (_, changed, barrier) => {
    const files = new StatedFiles(base);
    const kept = await firstSession(files);
    files.write('codebook.yaml', changed);
    expect((await countAll(open(files, kept).study))[one]).toEqual({ barrier });
  });

  it('are counted anew where a code was retired', async () => {
    const files = new StatedFiles(base);
    const kept = await firstSession(files);
    files.write('codebook.yaml', codebook.replace('terms:', 'retired: true, terms:'));
    expect((await countAll(open(files, kept).study))[one]).toEqual({});
  });

  it('hold after a change of the codebook that finds nothing else', async () => {
    const files = new StatedFiles(base);
    const kept = await firstSession(files);
    files.write('codebook.yaml', codebook.replace('name: Barrier', 'name: Hurdle, color: "#0072b2"'));
    files.reads.length = 0;
    expect(await countAll(open(files, kept).study)).toEqual(counted);
    expect(files.reads).not.toContain(one);
  });

  it('are those of the open document while it is open', async () => {
    const files = new StatedFiles(base);
    const { study } = open(files, await firstSession(files));
    study.setOpenText(one, 'R: De prijs, de prijs.\n');
    expect((await countAll(study))[one]).toEqual({ barrier: { all: 2, negated: 0 } });
    study.setOpenText(one, undefined);
    expect(await countAll(study)).toEqual(counted);
  });

  it.each([
    ['nothing', ''],
    ['what is no JSON', '{"version":2,"files":[['],
    ['something else', '[1, 2]'],
    ['another version', '{"version":1,"files":[["transcripts/a/one.txt","1","",[["barrier",9]]]]}'],
    ['counts that are none', `{"version":2,"files":[["${one}","1","x","y",[["barrier",-1,0]]]]}`],
    ['files that are none', '{"version":2,"files":{"a":1}}'],
    [
      'a prototype',
      '{"version":2,"files":[["__proto__","1","x","y",[["__proto__",1,0]]]],"__proto__":{"x":1}}',
    ],
  ])('are counted where %s was kept', async (_, kept) => {
    const files = new StatedFiles(base);
    expect(await countAll(open(files, kept).study)).toEqual(counted);
  });

  it('are kept of the files that there still are', async () => {
    const files = new StatedFiles(base);
    const { study, knownHits } = open(files, await firstSession(files));
    expect(knownHits.isNew).toBe(false);
    await countAll(study);
    expect(JSON.parse(knownHits.serialize([two])).files.map(([path]: [string]) => path)).toEqual([two]);
  });
});
