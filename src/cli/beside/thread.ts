import { parentPort, workerData } from 'node:worker_threads';
import { mapBounded } from '../../core/cache/bounded';
import { Study } from '../../core/study';
import { digester } from '../../core/study/digest';
import { readForSummary } from '../../core/summary/cases';
import { GitTexts } from '../gitTexts';
import { NodeFiles } from '../nodeFiles';
import { nodeSha256 } from '../sha256';
import { writeCase } from '../writeCase';
import type { Answer, KnownFacts, Request } from './messages';

/** What a thread does for `StudyThreads`: reads the transcripts that it is given, then writes of cases. */
export async function workBeside(): Promise<void> {
  const folder = workerData as string;
  let known: KnownFacts = new Map();
  const study = new Study(
    await NodeFiles.open(folder),
    { sha256: nodeSha256, oldTexts: new GitTexts(folder) },
    {
      facts: (path) => (known.has(path) ? Promise.resolve(known.get(path)!) : undefined),
      digest: () => undefined,
    },
  );
  const digest = digester(study);
  const handle = async (request: Request): Promise<void> => {
    if (request.kind === 'know') {
      known = request.facts;
    } else if (request.kind === 'read') {
      await mapBounded(request.paths, async (path) => {
        await readForSummary(study, path);
        answer({ kind: 'read', path, digest: await digest(path) });
      });
    } else {
      const content = await writeCase(study, request.order);
      answer({ kind: 'written', number: request.number, content }, ownBuffer(content));
    }
  };
  let last = Promise.resolve();
  parentPort!.on('message', (request: Request) => {
    last = last.then(() => handle(request));
  });
}

function answer(message: Answer, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, handedOver);
}

/** The memory of some bytes, where no others are in it, so that it need not be copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
