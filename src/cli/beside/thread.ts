import { parentPort } from 'node:worker_threads';
import { Study } from '../../core/study';
import { digestOf } from '../../core/study/digest';
import { noCase, readForSummary } from '../../core/summary/cases';
import { GitTexts } from '../gitTexts';
import { NodeFiles } from '../nodeFiles';
import { nodeSha256 } from '../sha256';
import { type CaseOrder, CaseWriter } from '../writeCase';
import { Awaited } from './awaited';
import type { Answer, KnownCases, Request, SharedFiles } from './messages';
import { packLog } from './sentLog';

/** Those of a case: what is written of it asks for them once more. */
const mostText = 48e6;

/** What a thread does for `StudyThreads`: reads the transcripts that it is given, then writes of cases. */
class ThreadWork {
  #cases: KnownCases | undefined;
  readonly #study: Study;
  readonly #writer: CaseWriter;

  constructor(files: NodeFiles, folder: string, shared: Promise<SharedFiles>) {
    const cases = () => this.#cases;
    this.#study = new Study(
      files,
      { sha256: nodeSha256, mostText, oldTexts: new GitTexts(folder) },
      {
        settings: shared.then(({ settings }) => settings),
        codebook: shared.then(({ codebook }) => codebook),
        get cases() {
          return cases();
        },
        facts: () => undefined,
        digest: () => undefined,
      },
    );
    this.#writer = new CaseWriter(this.#study);
  }

  know(cases: KnownCases): void {
    this.#cases = cases;
  }

  /** @param keepsText whether the texts will be wanted again; memory is free sooner where nothing holds on to them */
  async read(path: string, keepsText: boolean): Promise<void> {
    await readForSummary(this.#study, path);
    const found = await digestOf(this.#study, path);
    if (!keepsText) this.#study.dropTexts();
    answer({ kind: 'read', path, digest: { ...found, logs: found.logs.map(packLog) } });
  }

  /** Writes of a case; then nothing that was read of it is wanted again. */
  async write(number: number, order: CaseOrder): Promise<void> {
    const content = await this.#writer.write(order);
    for (const [path, id = noCase] of this.#cases!) if (id === order.id) await this.#study.release(path);
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

const shared = new Awaited<SharedFiles>();
let work: ThreadWork | undefined;

async function handle(request: Exclude<Request, { kind: 'share' }>): Promise<void> {
  if (request.kind === 'begin') {
    work = new ThreadWork(await NodeFiles.open(request.folder), request.folder, shared.promise);
  } else if (request.kind === 'know') work!.know(request.cases);
  else if (request.kind === 'read') await work!.read(request.path, request.keepsText);
  else await work!.write(request.number, request.order);
}

let last = Promise.resolve();
parentPort!.on('message', (request: Request) => {
  if (request.kind === 'share') shared.resolve(request.files);
  else last = last.then(() => handle(request));
});
