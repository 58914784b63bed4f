import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { lazyModules, loadLazily } from '../../../scripts/lib/lazy-modules.mjs';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line, bundled as it is shipped, and a folder for studies; both are gone after `dispose`. */
export class BuiltCli {
  private constructor(
    readonly folder: string,
    readonly script: string,
  ) {}

  static async build(): Promise<BuiltCli> {
    const folder = await mkdtemp(join(tmpdir(), 'interview-coding-cli-'));
    await build({
      absWorkingDir: join(import.meta.dirname, '../../..'),
      entryPoints: {
        ...lazyModules,
        cli: 'src/cli/main.ts',
        studyThread: 'src/cli/beside/thread.ts',
      },
      plugins: [loadLazily],
      outdir: folder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    });
    return new BuiltCli(folder, join(folder, 'cli.js'));
  }

  /** Writes a study's files to a new folder and returns its path. */
  async study(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    const root = await mkdtemp(join(this.folder, 'study-'));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return root;
  }

  /** Runs the command line to its end. */
  run(...args: string[]): Promise<Finished> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk) => {
        err += chunk;
      });
      child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    });
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
