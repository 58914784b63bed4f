import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardNames, wardStudy } from '../pseudonyms/wardStudy';
import { BuiltCli } from './builtCli';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await BuiltCli.build();
}, 60_000);
afterAll(() => cli.dispose());

/** A study, a file of names outside of it, and places for copies. */
async function places(names = wardNames) {
  const study = await cli.study(wardStudy);
  const folder = await mkdtemp(join(cli.folder, 'private-'));
  const file = join(folder, 'names.yaml');
  await writeFile(file, names);
  return { study, folder, file, copy: join(folder, 'copy'), back: join(folder, 'back') };
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  return files;
}

describe('pseudonymize', () => {
  it('shows every place and writes nothing', async () => {
    const { study, file } = await places();
    const { code, out, err } = await cli.run('pseudonymize', study, '--names', file);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(out).toMatch(/^transcripts\/zorggroep-delta\/marijke-jansen\.txt:9:\d+: JANSEN → BAKKER$/m);
    expect(lines).toContain('transcripts/zorggroep-delta/marijke-jansen.txt: marijke-jansen → ans-bakker');
    expect(err).toBe(`${lines.length} places\n`);
    expect(await filesIn(study)).toEqual(wardStudy);
  });

  it('makes a copy without the names, and gives them back byte for byte', async () => {
    const { study, file, folder, copy, back } = await places();
    const made = await cli.run('pseudonymize', study, '--names', file, '--to', copy);
    expect(made).toMatchObject({ code: 0, out: '' });
    expect(await filesIn(study)).toEqual(wardStudy);
    expect(await cli.run('check', copy, '--names', file)).toMatchObject({ code: 0, out: '' });
    expect(JSON.stringify(await filesIn(copy))).not.toMatch(/marijke|jansen|ren[ée]|kees|assen|zorggroep/i);
    for (const name of ['names.yaml', 'names.spellings.jsonl']) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
    expect(await cli.run('pseudonymize', copy, '--names', file, '--restore', '--to', back)).toMatchObject({
      code: 0,
    });
    expect(await filesIn(back)).toEqual(wardStudy);
  });

  it('brings back what was coded in the copy', async () => {
    const { study, file, copy } = await places();
    await cli.run('pseudonymize', study, '--names', file, '--to', copy);
    const review =
      '{"id":"9","coding":"1a","verdict":"agree","comment":"Bakker","by":"bram","at":"2023-01-01T00:00:00Z"}\n';
    await appendFile(join(copy, 'reviews/bram/organisatie-a/ans-bakker.txt.jsonl'), review);
    const { code, out } = await cli.run('pseudonymize', copy, '--names', file, '--restore', '--to', study);
    const log = 'reviews/bram/zorggroep-delta/marijke-jansen.txt.jsonl';
    expect({ code, out }).toEqual({ code: 0, out: `${log}: 1 new line\n` });
    expect(await filesIn(study)).toEqual({
      ...wardStudy,
      [log]: wardStudy[log] + review.replace('Bakker', 'Jansen'),
    });
    const again = await cli.run('pseudonymize', copy, '--names', file, '--restore', '--to', study);
    expect(again).toMatchObject({ code: 0, out: '' });
  });

  it('suggests names in a file that only its owner can read', async () => {
    const { study, folder } = await places();
    const file = join(folder, 'new.yaml');
    const { code, err } = await cli.run('pseudonymize', study, '--suggest', '--names', file);
    expect({ code, err }).toEqual({ code: 0, err: '8 names added\n' });
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('Marijke Jansen: Persoon');
    expect((await cli.run('pseudonymize', study, '--suggest')).out).toBe(await readFile(file, 'utf8'));
  });

  it('refuses a file of names inside the study, or in the copy', async () => {
    const { study, copy } = await places();
    await writeFile(join(study, 'names.yaml'), wardNames);
    const { code, err } = await cli.run(
      'pseudonymize',
      study,
      '--names',
      join(study, 'names.yaml'),
      '--to',
      copy,
    );
    expect(code).toBe(2);
    expect(err).toContain('Keep it elsewhere.');
  });

  it('refuses a folder that has files in it, or lies in the study', async () => {
    const { study, file, folder } = await places();
    for (const to of [folder, join(study, 'copy')]) {
      expect(await cli.run('pseudonymize', study, '--names', file, '--to', to)).toMatchObject({ code: 2 });
    }
    expect(await filesIn(study)).toEqual(wardStudy);
  });

  it('refuses what would not come back or be read, with its place, and writes nothing', async () => {
    const { study, file, copy } = await places('persons:\n  Jansen: Kees\n  Kees:\n');
    const { code, err } = await cli.run('pseudonymize', study, '--names', file, '--to', copy);
    expect(code).toBe(1);
    expect(err).toBe(
      `${file}:3:3: error: “Kees” has no pseudonym yet. Write one behind the colon, or take the line out.\n`,
    );
    expect(await stat(copy).catch(() => undefined)).toBeUndefined();
  });

  it('keeps its files out of a git repository that they lie in', async () => {
    const { study, file, folder, copy } = await places();
    execFileSync('git', ['init', '-q', folder]);
    const { err } = await cli.run('pseudonymize', study, '--names', file, '--to', join(copy, 'deeper'));
    expect(err).toContain('names.yaml: git ignores it from now on.');
    const status = execFileSync('git', ['-C', folder, 'status', '--porcelain'], { encoding: 'utf8' });
    expect(status).not.toContain('names');
    execFileSync('git', ['-C', folder, 'add', '-f', 'names.yaml']);
    const refused = await cli.run('pseudonymize', study, '--names', file, '--to', join(copy, 'other'));
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain('git rm --cached');
  });
});

describe('a study with names that are known', () => {
  it('is not exported while one is left', async () => {
    const { study, file, folder, copy } = await places();
    const out = join(folder, 'out.csv');
    const args = ['--format', 'csv', '--out', out, '--names', file];
    const { code, err } = await cli.run('export', study, ...args);
    expect(code).toBe(1);
    expect(err).toContain(
      'transcripts/zorggroep-delta/marijke-jansen.txt:4:14: error: “Marijke Jansen” is left here.',
    );
    expect(err).toMatch(/Nothing was exported\.\n$/);
    expect(await stat(out).catch(() => undefined)).toBeUndefined();
    await cli.run('pseudonymize', study, '--names', file, '--to', copy);
    expect(await cli.run('export', copy, ...args)).toMatchObject({ code: 0 });
    expect(await readFile(out, 'utf8')).toContain('Karel zei dat de kok weg moest');
    await mkdir(join(copy, 'summaries'));
    await writeFile(join(copy, 'summaries/a.md'), 'Met JANSENS groeten.');
    expect(await cli.run('export', copy, ...args)).toMatchObject({ code: 1 });
  });

  it('has them among the problems that are told', async () => {
    const { study, file } = await places();
    const { code, out } = await cli.run('check', study, '--names', file);
    expect(code).toBe(1);
    expect(out).toContain('notes/zorggroep-delta.md:2:15: error: “Marijke Jansen” is left here.');
  });
});
