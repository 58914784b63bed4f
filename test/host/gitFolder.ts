import { execFileSync } from 'node:child_process';

/** Runs git in a folder, without the settings of whoever runs the tests. */
export function git(folder: string, ...args: string[]): string {
  const settings = ['user.name=T', 'user.email=t@localhost', 'init.defaultBranch=main', 'pull.rebase=false'];
  const env = {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_EDITOR: 'true',
  };
  const options = settings.flatMap((one) => ['-c', one]);
  return execFileSync('git', [...options, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** Commits everything that there is in a folder. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}
