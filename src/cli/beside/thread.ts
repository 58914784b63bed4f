import { parentPort } from 'node:worker_threads';
import { Study, type TranscriptDigest } from '../../core/study';
import { digester } from '../../core/study/digest';
import { readForSummary } from '../../core/summary/cases';
import { GitTexts } from '../gitTexts';
import { NodeFiles } from '../nodeFiles';
import { nodeSha256 } from '../sha256';
import { type CaseOrder, CaseWriter } from '../writeCase';
import type { Answer, KnownFacts, Request } from './messages';
import { packLog } from './sentLog';

/** What a thread does for `StudyThreads`: reads the transcripts that it is given, then writes of cases. */
class ThreadWork {
  #known: KnownFacts = new Map();
  readonly #study: Study;
  readonly #digest: (path: string) => Promise<TranscriptDigest>;
  readonly #writer: CaseWriter;

  constructor(files: NodeFiles, { folder, settings, codebook }: Extract<Request, { kind: 'begin' }>) {
    this.#study = new Study(
      files,
      { sha256: nodeSha256, oldTexts: new GitTexts(folder) },
      {
        settings,
        codebook,
        facts: (path) => (this.#known.has(path) ? Promise.resolve(this.#known.get(path)!) : undefined),
        digest: () => undefined,
      },
    );
    this.#digest = digester(this.#study);
    this.#writer = new CaseWriter(this.#study);
  }

  know(facts: KnownFacts): void {
    this.#known = facts;
  }

  async read(path: string): Promise<void> {
    await readForSummary(this.#study, path);
    const found = await this.#digest(path);
    // None of them is wanted again before all others are read; memory is collected sooner where nothing holds on to it.
    this.#study.dropTexts();
    answer({ kind: 'read', path, digest: { ...found, logs: found.logs.map(packLog) } });
  }

  async write(number: number, order: CaseOrder): Promise<void> {
    const content = await this.#writer.write(order);
    this.#study.dropTexts();
    answer({ kind: 'written', number, content }, ownBuffer(content));
  }
}

function answer(message: Answer, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, handedOver);
}

/** The memory of some bytes, where no others are in it, so that it need not be copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

let work: ThreadWork | undefined;

async function handle(request: Request): Promise<void> {
  if (request.kind === 'begin') work = new ThreadWork(await NodeFiles.open(request.folder), request);
  else if (request.kind === 'know') work!.know(request.facts);
  else if (request.kind === 'read') await work!.read(request.path);
  else await work!.write(request.number, request.order);
}

let last = Promise.resolve();
parentPort!.on('message', (request: Request) => {
  last = last.then(() => handle(request));
});
