import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { OldTexts } from '../core/ports';
import { decodeText } from '../core/text/decode';

/** How many commits of a file are looked at. */
const mostCommits = 30;
/** How long one call of git may take, in milliseconds. */
const patience = 10_000;
/** The largest file that is read, in bytes. */
const largest = 32e6;

/** Nothing that a repository's own settings name is run, and nothing is fetched. */
const safely = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=',
  '-c',
  'core.hooksPath=/dev/null',
];
const noFetching = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '', GIT_TERMINAL_PROMPT: '0' };

/** Earlier texts of a study's files, from its git repository. Without one, or without git, there are none. */
export class GitTexts implements OldTexts {
  constructor(private readonly folder: string) {}

  async *candidates(path: string): AsyncIterable<string> {
    if (!isInRepository(resolve(this.folder))) return;
    const commits = await this.#git('rev-list', `--max-count=${mostCommits}`, 'HEAD', '--', path);
    for (const commit of commits?.toString().split('\n').filter(Boolean) ?? []) {
      const bytes = await this.#git('cat-file', 'blob', `${commit}:./${path}`);
      if (bytes) yield decodeText(bytes).text;
    }
  }

  /** What a git command prints; undefined where it fails. */
  async #git(...args: string[]): Promise<Uint8Array | undefined> {
    const { execFile } = await import('node:child_process');
    try {
      const { stdout } = await promisify(execFile)('git', [...safely, '-C', this.folder, ...args], {
        encoding: 'buffer',
        env: { ...process.env, ...noFetching },
        maxBuffer: largest,
        timeout: patience,
      });
      return stdout;
    } catch {
      return undefined;
    }
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInRepository(parent);
}
