import { parentPort, workerData } from 'node:worker_threads';
import { parseLogPath } from '../../core/coding/paths';
import type { FileStore } from '../../core/ports';
import { Study } from '../../core/study';
import { digestOf } from '../../core/study/digest';
import { GitTexts } from '../gitTexts';
import { NodeFiles } from '../nodeFiles';
import { nodeSha256 } from '../sha256';
import type { Answer } from './messages';

/** After so many transcripts a new study is begun, since one keeps what it has read. */
const mostKept = 10;

/** What a thread does for `BesideReader`: reads the transcripts whose paths it is sent, and answers with their digests. */
export async function readBeside(): Promise<void> {
  const folder = workerData as string;
  const files = new HandedOver(await NodeFiles.open(folder));
  const oldTexts = new GitTexts(folder);
  let study = new Study(files, { sha256: nodeSha256, oldTexts });
  let read = 0;
  parentPort!.on('message', async (path: string) => {
    if (++read % mostKept === 0) study = new Study(files, { sha256: nodeSha256, oldTexts });
    const digest = await digestOf(study, path);
    const answer: Answer = {
      path,
      digest,
      logs: files.take((await study.logsOf(path)).map((log) => log.path)),
    };
    parentPort!.postMessage(
      answer,
      [...answer.logs.values()].map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
}

/** Files whose bytes can be handed over once they were read. Folders are listed once. */
class HandedOver implements FileStore {
  readonly #lists = new Map<string, Promise<readonly string[]>>();
  readonly #read = new Map<string, Uint8Array>();

  constructor(private readonly files: FileStore) {}

  list(folder: string): Promise<readonly string[]> {
    const known = this.#lists.get(folder) ?? this.files.list(folder);
    this.#lists.set(folder, known);
    return known;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.files.read(path);
    if (bytes && parseLogPath(path)) this.#read.set(path, bytes);
    return bytes;
  }

  /** The bytes of those that were read, in memory of their own. */
  take(paths: readonly string[]): Map<string, Uint8Array> {
    const taken = new Map<string, Uint8Array>();
    for (const path of paths) {
      const bytes = this.#read.get(path);
      this.#read.delete(path);
      if (bytes) taken.set(path, bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());
    }
    return taken;
  }
}
