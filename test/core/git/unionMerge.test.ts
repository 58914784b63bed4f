import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lacksUnionMerge, unionMergeLines } from '../../../src/core/git/unionMerge';

/** Whether a study at /home/anna/project/study lacks the line, among these files. */
function lacks(files: Readonly<Record<string, string>>): Promise<boolean> {
  return lacksUnionMerge(async (path) => files[posix.join('/home/anna/project/study', path)]);
}

const head = 'ref: refs/heads/main\n';
const inStudy = { '/home/anna/project/study/.git/HEAD': head };
const above = { '/home/anna/project/.git/HEAD': head };

describe('a study whose logs git would make conflicts of', () => {
  it('is one in a repository, its own or one above, that says nothing of merging', async () => {
    expect(await lacks(inStudy)).toBe(true);
    expect(await lacks(above)).toBe(true);
    expect(
      await lacks({ '/home/anna/project/study/.git': 'gitdir: /elsewhere/.git/worktrees/study\n' }),
    ).toBe(true);
    expect(await lacks({ ...above, '/home/anna/project/.gitattributes': '* text=auto\n' })).toBe(true);
  });

  it('is none outside of git', async () => {
    expect(await lacks({})).toBe(false);
    expect(await lacks({ '/home/anna/project/study/.gitignore': '' })).toBe(false);
  });

  it.each([
    ['the line that new studies have', unionMergeLines.join('\n')],
    ['the line of Windows', '* text=auto\r\n*.jsonl merge=union\r\n'],
    ['all files of a folder', 'codings/** merge=union'],
    ['other attributes beside', '*.jsonl text eol=lf merge=union -diff'],
  ])('is none where the attributes say so: %s', async (_, text) => {
    for (const file of [
      'study/.gitattributes',
      '.gitattributes',
      'study/codings/.gitattributes',
      '.git/info/attributes',
    ]) {
      expect(await lacks({ ...above, [`/home/anna/project/${file}`]: text })).toBe(false);
    }
  });

  it.each(['# *.jsonl merge=union', 'CHANGELOG.md merge=union', '*.jsonl merge=unionist', '*.jsonl -merge'])(
    'is not helped by %s',
    async (text) => {
      expect(await lacks({ ...inStudy, '/home/anna/project/study/.gitattributes': text })).toBe(true);
    },
  );

  it('has nothing to do with what is above its repository', async () => {
    expect(await lacks({ ...inStudy, '/home/anna/.gitattributes': '*.jsonl merge=union' })).toBe(true);
  });
});
