import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** A process that codes a study: what it says, line by line, and how it ended. */
export class Coder {
  readonly lines: string[] = [];
  readonly ended: Promise<number | null>;
  #rest = '';
  errors = '';

  constructor(
    readonly process: ChildProcess,
    heard: (line: string) => void = () => {},
  ) {
    process.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (this.#rest + chunk).split('\n');
      this.#rest = lines.pop()!;
      for (const line of lines) {
        this.lines.push(line);
        heard(line);
      }
    });
    process.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      this.errors += chunk;
    });
    this.ended = new Promise((resolve, reject) => {
      process.on('error', reject).on('close', resolve);
    });
  }
}

/** Builds a program of this folder from the same modules as the extension, and starts it on studies on disk. */
export class Workshop {
  private constructor(
    readonly folder: string,
    private readonly script: string,
  ) {}

  static async open(program: string): Promise<Workshop> {
    const folder = await mkdtemp(join(tmpdir(), 'interview-coding-writing-'));
    await chmod(folder, 0o755);
    const script = join(folder, 'program.cjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'programs', program)],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'warning',
    });
    return new Workshop(folder, script);
  }

  /** A new study of files by path. */
  async study(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    const root = await mkdtemp(join(this.folder, 'study-'));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return root;
  }

  start(args: readonly string[], heard?: (line: string) => void): Coder {
    const child = spawn(process.execPath, [this.script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    return new Coder(child, heard);
  }

  /** Starts the program after words of a shell, such as limits; `"$@"` stands for the program. */
  startInShell(words: string, args: readonly string[], command: readonly string[] = []): Coder {
    const line = [...command, 'sh', '-c', words, 'sh', process.execPath, this.script, ...args];
    return new Coder(spawn(line[0]!, line.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A file's text, empty where there is none. */
export async function textOf(...path: string[]): Promise<string> {
  return readFile(join(...path), 'utf8').catch(() => '');
}
