import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitTexts } from '../../../src/cli/gitTexts';

const path = 'transcripts/a/[one].txt';
let folder: string;
let trap: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder });

async function oldTexts(): Promise<string[]> {
  const found: string[] = [];
  for await (const text of new GitTexts(folder).candidates(path)) found.push(text);
  return found;
}

async function commit(text: string): Promise<void> {
  await writeFile(join(folder, path), text);
  git('add', '.');
  git('commit', '-qm', 'x', '--no-gpg-sign');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interview-coding-git-'));
  trap = join(folder, 'trap.sh');
  await mkdir(join(folder, 'transcripts/a'), { recursive: true });
  git('init', '-q');
  await commit('R: old\n');
  await commit('R: new\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Settings of a repository that name a program, each of which git runs on some occasion. */
async function setTraps(): Promise<void> {
  await writeFile(trap, `#!/bin/sh\necho "$0 $*" >> '${join(folder, 'sprung')}'\ncat\n`);
  await chmod(trap, 0o755);
  await mkdir(join(folder, 'hooks'));
  for (const hook of ['post-checkout', 'fsmonitor-watchman', 'reference-transaction', 'post-index-change']) {
    await writeFile(join(folder, 'hooks', hook), `#!/bin/sh\n'${trap}'\n`, { mode: 0o755 });
  }
  const keys = ['sshCommand', 'pager', 'editor', 'askPass', 'gitProxy', 'alternateRefsCommand', 'fsmonitor'];
  const lines = [
    '[core]',
    ...keys.map((key) => `\t${key} = ${trap}`),
    `\thooksPath = ${join(folder, 'hooks')}`,
    `[diff]\n\texternal = ${trap}`,
    `[diff "trap"]\n\ttextconv = ${trap}\n\tcommand = ${trap}`,
    `[filter "trap"]\n\tsmudge = ${trap}\n\tclean = ${trap}\n\tprocess = ${trap}\n\trequired = true`,
    `[log]\n\tshowSignature = true`,
    `[gpg]\n\tprogram = ${trap}`,
    `[credential]\n\thelper = ${trap}`,
    `[pager]\n\trev-list = ${trap}\n\tcat-file = ${trap}`,
    `[alias]\n\trev-list = !${trap}\n\tcat-file = !${trap}`,
    `[protocol]\n\tallow = always`,
    `[protocol "ext"]\n\tallow = always`,
    `[remote "origin"]\n\turl = ext::${trap}\n\tpromisor = true\n\tuploadpack = ${trap}`,
    `[extensions]\n\tpartialClone = origin`,
  ];
  await appendFile(join(folder, '.git/config'), `${lines.join('\n')}\n`);
  await writeFile(join(folder, '.gitattributes'), '* diff=trap filter=trap\n');
}

describe('earlier texts from git', () => {
  it('are those of the file alone, the newest first, though its name is a pattern', async () => {
    await writeFile(join(folder, 'transcripts/a/o.txt'), 'R: another\n');
    git('add', '.');
    git('commit', '-qm', 'y', '--no-gpg-sign');
    expect(await oldTexts()).toEqual(['R: new\n', 'R: old\n']);
  });

  it('are read without running anything that the repository names', async () => {
    await setTraps();
    expect(await oldTexts()).toEqual(['R: new\n', 'R: old\n']);
    expect(existsSync(join(folder, 'sprung'))).toBe(false);
  });

  it('are not fetched where the repository has left them out', async () => {
    await setTraps();
    const objects = join(folder, '.git/objects');
    const blob = execFileSync('git', ['rev-parse', `HEAD~1:${path}`], { cwd: folder })
      .toString()
      .trim();
    await rm(join(objects, blob.slice(0, 2), blob.slice(2)), { force: true });
    expect(await oldTexts()).toEqual(['R: new\n']);
    expect(existsSync(join(folder, 'sprung'))).toBe(false);
    expect(await readdir(join(folder, 'transcripts/a'))).toEqual(['[one].txt']);
  });

  it('have traps that spring where git is called without care', async () => {
    await setTraps();
    try {
      execFileSync('git', ['status'], { cwd: folder, stdio: 'ignore' });
    } catch {
      // The trap is no good fsmonitor.
    }
    expect(existsSync(join(folder, 'sprung'))).toBe(true);
  });
});
