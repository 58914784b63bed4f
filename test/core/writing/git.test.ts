import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailOf } from '../../../src/core/coding/auditTrail';
import { linesOf } from '../../../src/core/coding/log';
import { studyProblems } from '../../../src/core/studyProblems';
import { appendLinesOnDisk } from '../../../src/host/diskLog';
import { places } from '../support/problems';
import { DiskSession } from './diskSession';

const transcript = 'transcripts/a/x.txt';
const text = 'R: Het is te duur.\nR: En het kost te veel tijd, zeggen wij.\n';
const logOf = (coder: string) => `codings/${coder}/a/x.txt.jsonl`;

/** A copy of a shared repository, in which git asks nothing and depends on no settings of this machine. */
class Clone {
  constructor(readonly folder: string) {}

  git(...args: string[]): string {
    const settings = [
      'user.name=T',
      'user.email=t@localhost',
      'init.defaultBranch=main',
      'pull.rebase=false',
    ];
    const env = {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_EDITOR: 'true',
    };
    const options = settings.flatMap((one) => ['-c', one]);
    return execFileSync('git', [...options, ...args], {
      cwd: this.folder,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', message);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  async lines(path: string): Promise<string[]> {
    return linesOf(await readFile(this.path(path), 'utf8'));
  }

  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(this.path(path)), { recursive: true });
    await writeFile(this.path(path), content);
  }

  open(coder: string): Promise<DiskSession> {
    return DiskSession.open(this.folder, coder);
  }
}

describe('a study in git', () => {
  let parent: string;
  let one: Clone;
  let two: Clone;

  beforeEach(async () => {
    parent = mkdtempSync(join(realpathSync(tmpdir()), 'interview-coding-git-'));
    one = new Clone(join(parent, 'one'));
    await mkdir(one.folder);
    const sample = join(import.meta.dirname, '../../../media/sample-study');
    cpSync(join(sample, '.gitattributes'), one.path('.gitattributes'));
    await one.write('codebook.yaml', 'codes:\n  - id: cost\n    name: Cost\n  - id: time\n    name: Time\n');
    await one.write('study.yaml', 'title: T\n');
    await one.write(transcript, text);
    one.git('init', '--quiet');
    one.commit('A study');
    one.git('clone', '--quiet', '.', join(parent, 'two'));
    two = new Clone(join(parent, 'two'));
    one.git('remote', 'add', 'two', two.folder);
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const pull = (into: Clone) =>
    into.git('pull', '--quiet', '--no-edit', into === one ? 'two' : 'origin', 'main');
  const tag = (session: DiskSession, words: string, code: string) =>
    session.tag(transcript, text.indexOf(words), text.indexOf(words) + words.length, code);
  const problemsIn = async ({ folder }: Clone) => {
    const problems = await studyProblems((await DiskSession.open(folder, 'reader')).study);
    return problems.map((problem) => `${problem.file}:${places([problem])}`);
  };
  const codingsIn = async ({ folder }: Clone) => {
    const { study } = await DiskSession.open(folder, 'reader');
    return (await study.codings(transcript)).map(({ coding, anchor }) => [coding.by, coding.code, anchor]);
  };

  it('of two coders who code the same transcript in two clones merges without a conflict', async () => {
    const [anna, bram] = [await one.open('anna'), await two.open('bram')];
    await tag(anna, 'te duur', 'cost');
    await tag(anna, 'te veel tijd', 'time');
    await tag(bram, 'te duur', 'cost');
    await bram.change((await bram.own(transcript))[0]!, 'time');
    one.commit('Anna codes');
    two.commit('Bram codes');
    pull(one);
    pull(two);
    expect(await codingsIn(one)).toEqual([
      ['anna', 'cost', 'exact'],
      ['bram', 'time', 'exact'],
      ['anna', 'time', 'exact'],
    ]);
    expect(await codingsIn(two)).toEqual(await codingsIn(one));
    expect(await problemsIn(one)).toEqual([]);
    // Windows that were open all the time see what was pulled.
    anna.session.changed([logOf('bram')]);
    expect(await anna.study.codings(transcript)).toHaveLength(3);
    await tag(anna, 'Het is', 'cost');
    expect((await one.lines(logOf('anna'))).length).toBe(3);
  });

  it('of one coder on two computers merges line by line, and every line is kept', async () => {
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await tag(home, 'Het is', 'cost');
    await tag(office, 'te veel tijd', 'time');
    await office.change((await office.own(transcript))[0]!, 'time');
    const [ours, theirs] = [await one.lines(logOf('anna')), await two.lines(logOf('anna'))];
    one.commit('At home again');
    two.commit('At the office');
    pull(one);
    pull(two);
    expect(await two.lines(logOf('anna'))).toEqual(await one.lines(logOf('anna')));
    expect(new Set(await one.lines(logOf('anna')))).toEqual(new Set([...ours, ...theirs]));
    expect((await codingsIn(one)).map(([, code]) => code)).toEqual(['cost', 'time', 'time']);
    expect(await problemsIn(one)).toEqual([]);
  });

  it('of one coder who changed one coding on both tells where the older change came last, and keeps both', async () => {
    const home = await one.open('anna');
    const { id } = await tag(home, 'te duur', 'cost');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await office.change((await office.own(transcript))[0]!, 'time');
    await home.change((await home.own(transcript))[0]!, undefined);
    // The office's change was made two hours before.
    const early = (await two.lines(logOf('anna'))).map((line, index) =>
      index === 0 ? line : JSON.stringify({ ...JSON.parse(line), at: earlier(JSON.parse(line).at) }),
    );
    await two.write(logOf('anna'), `${early.join('\n')}\n`);
    one.commit('Removed at home');
    two.commit('Changed at the office');
    pull(one);
    pull(two);
    const merged = await one.lines(logOf('anna'));
    expect(new Set(await two.lines(logOf('anna')))).toEqual(new Set(merged));
    expect(merged).toHaveLength(3);
    // Git puts the lines of the other side last: it is the older change in one clone, and the newer in the other.
    expect(await problemsIn(one)).toEqual([`${logOf('anna')}:3:1 log-older-line`]);
    expect(await codingsIn(one)).toEqual([['anna', 'time', 'exact']]);
    const { study } = await one.open('anna');
    const steps = await trailOf(study, logOf('anna'));
    expect(steps.filter((step) => step.id === id).map(({ action }) => action)).toEqual([
      'added',
      'removed',
      'restored',
    ]);
    // What the person then decides settles it.
    const again = await one.open('anna');
    await again.change((await again.own(transcript))[0]!, 'cost');
    expect(await problemsIn(one)).toEqual([]);
  });

  it('takes in codings that were made before a log was compacted', async () => {
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    await home.change((await home.own(transcript))[0]!, 'time');
    await tag(home, 'Het is', 'cost');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await tag(office, 'te veel tijd', 'time');
    two.commit('At the office');
    expect((await home.compact(transcript)).moved).toBe(1);
    one.commit('Compacted');
    pull(one);
    pull(two);
    expect(await one.lines(logOf('anna'))).toHaveLength(3);
    expect(await two.lines(logOf('anna'))).toEqual(await one.lines(logOf('anna')));
    expect(await codingsIn(two)).toHaveLength(3);
    expect(await problemsIn(two)).toEqual([]);
  });

  it('brings no replaced line back to life that compacting took out while another computer went on', async () => {
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await tag(office, 'te veel tijd', 'time');
    two.commit('At the office');
    const [coding] = await home.own(transcript);
    const changed = { ...coding!.coding, code: 'time', by: 'anna', at: later(coding!.coding.at) };
    await appendLinesOnDisk(one.path(logOf('anna')), [JSON.stringify(changed)]);
    await home.compact(transcript);
    expect(await one.lines(logOf('anna'))).toHaveLength(1);
    one.commit('Changed and compacted');
    pull(one);
    // Git takes the line that was compacted away for new, and puts it last.
    expect((await one.lines(logOf('anna'))).map((line) => JSON.parse(line).code)).toEqual([
      'time',
      'cost',
      'time',
    ]);
    expect((await codingsIn(one)).map(([, code]) => code)).toEqual(['time', 'time']);
    expect(await problemsIn(one)).toEqual([]);
    const again = await one.open('anna');
    expect((await again.compact(transcript)).moved).toBe(1);
    expect((await codingsIn(one)).map(([, code]) => code)).toEqual(['time', 'time']);
  });

  it('keeps the lines of both clones that compacted', async () => {
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    await home.change((await home.own(transcript))[0]!, 'time');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await tag(office, 'te veel tijd', 'time');
    await office.change((await office.own(transcript))[1]!, 'cost');
    const all = new Set([...(await one.lines(logOf('anna'))), ...(await two.lines(logOf('anna')))]);
    await home.compact(transcript);
    await office.compact(transcript);
    one.commit('Compacted at home');
    two.commit('Compacted at the office');
    pull(one);
    const kept = [...(await one.lines(logOf('anna'))), ...(await one.lines('history/anna/a/x.txt.jsonl'))];
    expect(new Set(kept)).toEqual(all);
    expect((await codingsIn(one)).map(([, code]) => code)).toEqual(['time', 'cost']);
    expect(await problemsIn(one)).toEqual([]);
  });

  it('without merge=union leaves a conflict, which is told of line by line, and to which is still added', async () => {
    await one.write('.gitattributes', '');
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    one.commit('At home');
    pull(two);
    const office = await two.open('anna');
    await tag(home, 'Het is', 'cost');
    await tag(office, 'te veel tijd', 'time');
    one.commit('At home again');
    two.commit('At the office');
    expect(() => pull(one)).toThrow();
    const broken = await readFile(one.path(logOf('anna')), 'utf8');
    expect(await problemsIn(one)).toEqual([2, 4, 6].map((line) => `${logOf('anna')}:${line}:1 log-conflict`));
    expect(await codingsIn(one)).toHaveLength(3);
    const again = await one.open('anna');
    expect(await again.compact(transcript)).toEqual({ moved: 0, unreadable: 2 });
    await tag(again, 'zeggen', 'time');
    const after = await readFile(one.path(logOf('anna')), 'utf8');
    expect(after.startsWith(broken)).toBe(true);
    expect(linesOf(after)).toHaveLength(7);
    await one.write(logOf('anna'), after.replace(/^[<=>]{7}.*\n/gm, ''));
    one.commit('Solved');
    expect(await codingsIn(one)).toHaveLength(4);
    expect(await problemsIn(one)).toEqual([]);
  });

  it('keeps every coding through a checkout of another branch and back, and adds to what is there', async () => {
    const anna = await one.open('anna');
    await tag(anna, 'Het is te duur', 'cost');
    one.commit('Before');
    one.git('checkout', '--quiet', '-b', 'corrected');
    await one.write(transcript, `R: Goedemorgen.\n${text.replace('zeggen wij', 'zeggen wij hier')}`);
    anna.session.changed([transcript]);
    await anna.tag(transcript, 3, 14, 'time');
    one.commit('Corrected and coded');
    expect(await codingsIn(one)).toEqual([
      ['anna', 'time', 'exact'],
      ['anna', 'cost', 'moved'],
    ]);
    const there = await one.lines(logOf('anna'));
    one.git('checkout', '--quiet', 'main');
    anna.session.changed([transcript, logOf('anna')]);
    expect((await anna.study.codings(transcript)).map(({ anchor }) => anchor)).toEqual(['exact']);
    await tag(anna, 'te veel tijd', 'time');
    one.commit('Meanwhile');
    one.git('checkout', '--quiet', 'corrected');
    expect(await one.lines(logOf('anna'))).toEqual(there);
    one.git('merge', '--quiet', '--no-edit', 'main');
    expect(await one.lines(logOf('anna'))).toHaveLength(3);
    expect((await codingsIn(one)).map(([, , anchor]) => anchor)).toEqual(['exact', 'moved', 'moved']);
    expect(await problemsIn(one)).toEqual([]);
  });

  it('refuses to check out over codings that were not committed, and they stay', async () => {
    const anna = await one.open('anna');
    await tag(anna, 'te duur', 'cost');
    one.commit('Before');
    one.git('checkout', '--quiet', '-b', 'other');
    await tag(anna, 'Het is', 'cost');
    one.commit('There');
    one.git('checkout', '--quiet', 'main');
    await tag(anna, 'te veel tijd', 'time');
    const lines = await one.lines(logOf('anna'));
    expect(() => one.git('checkout', 'other')).toThrow();
    expect(await one.lines(logOf('anna'))).toEqual(lines);
  });

  it('whose last line has no end merges into lines of their own', async () => {
    const home = await one.open('anna');
    await tag(home, 'te duur', 'cost');
    await one.write(logOf('anna'), (await readFile(one.path(logOf('anna')), 'utf8')).trimEnd());
    one.commit('No line end');
    pull(two);
    const office = await two.open('anna');
    await tag(home, 'Het is', 'cost');
    await tag(office, 'te veel tijd', 'time');
    one.commit('At home');
    two.commit('At the office');
    pull(one);
    expect(await codingsIn(one)).toHaveLength(3);
    expect(await problemsIn(one)).toEqual([]);
  });
});

function earlier(at: string): string {
  return new Date(Date.parse(at) - 2 * 3_600_000).toISOString();
}

function later(at: string): string {
  return new Date(Date.parse(at) + 2 * 3_600_000).toISOString();
}
