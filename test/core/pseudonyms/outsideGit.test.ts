import { describe, expect, it } from 'vitest';
import { gitExclusion } from '../../../src/core/pseudonyms/outsideGit';

const exclusion = (file: string, files: Readonly<Record<string, string>>) =>
  gitExclusion(file, async (path) => (path in files ? new TextEncoder().encode(files[path]) : undefined));

describe('a file that is to stay out of git', () => {
  it('needs nothing where there is no repository', async () => {
    expect(await exclusion('/home/anna/names.yaml', {})).toBeUndefined();
  });

  it('gets a line in the list of the repository around it', async () => {
    expect(
      await exclusion('/home/anna/data/a/na mes[1].yaml', { '/home/anna/data/.git/HEAD': 'ref: x' }),
    ).toEqual({
      tracked: false,
      exclude: '/home/anna/data/.git/info/exclude',
      line: '/a/na mes\\[1\\].yaml',
    });
  });

  it('has that line already', async () => {
    const files = { '/w/.git/HEAD': 'ref: x', '/w/.git/info/exclude': '# ja\r\n/names.yaml\r\n' };
    expect(await exclusion('/w/names.yaml', files)).toMatchObject({ line: undefined });
  });

  it('is looked after in a linked work tree, whose list is that of the repository', async () => {
    const files = { '/w/.git': 'gitdir: /r/.git/worktrees/w\n', '/r/.git/worktrees/w/commondir': '../..\n' };
    expect(await exclusion('/w/names.yaml', files)).toMatchObject({
      exclude: '/r/.git/worktrees/w/../../info/exclude',
    });
  });

  it('is known to be in git already', async () => {
    const files = { '/w/.git/HEAD': 'ref: x', '/w/.git/index': 'DIRC…\x09a/é.yaml\0…' };
    expect(await exclusion('/w/a/é.yaml', files)).toEqual({ tracked: true });
    expect(await exclusion('/w/é.yaml', files)).toMatchObject({ tracked: false });
  });
});
