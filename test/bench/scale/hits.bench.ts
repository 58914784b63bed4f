/** Counting all hits in all transcripts of a large study, file reading included. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { nodeSha256 } from '../../../src/cli/sha256';
import { mapBounded } from '../../../src/core/cache/bounded';
import { KnownHits } from '../../../src/core/cache/knownHits';
import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';
import { alternation } from '../alternation';
import { type Bench, figure, timeOf } from '../bench';
import { studyOf } from './studies';
import { codesOfStudy } from './study';

/** The obvious way gets as many transcripts as it manages in this time. */
const OBVIOUS_MS = 10_000;

export const bench: Bench = {
  title: 'Counting all hits of 1,000 terms in all transcripts of 120 kB, from the files',
  note:
    'In seconds. The obvious way reads a transcript, splits it into turns and runs one regular expression per code ' +
    '(word-bounded, flags giu); it is measured on as many transcripts as it manages in ten seconds, and scaled. ' +
    'Again is a second opening of the unchanged study, with what the first has left behind.',
  async *rows() {
    for (const transcripts of [100, 300, 1_000]) {
      const folder = studyOf(transcripts);
      const obvious = await obviousTime(folder);
      const known = new KnownHits();
      let hits = 0;
      let again = 0;
      const firstMs = await timeOf(async () => {
        hits = await countAll(folder, known);
      });
      const kept = known.serialize(await new Study(await NodeFiles.open(folder)).transcriptPaths());
      const againMs = await timeOf(async () => {
        const restored = new KnownHits();
        restored.restore(kept);
        again = await countAll(folder, restored);
      });
      if (hits !== again) throw new Error(`${hits} hits, and ${again} at the second opening.`);
      const obviousMs = obvious.perTranscriptMs * transcripts;
      yield {
        transcripts: figure(transcripts),
        hits: figure(hits),
        'obvious, scaled (s)': figure(obviousMs / 1e3),
        'from (transcripts)': figure(obvious.transcripts),
        'first (s)': figure(firstMs / 1e3),
        'times as fast': figure(obviousMs / firstMs),
        'again (s)': figure(againMs / 1e3),
        'times the first': figure(firstMs / againMs),
        'kept (kB)': figure(kept.length / 1e3),
      };
    }
  },
};

/** A folder whose files' states are told, as the extension's are. */
class StatedFiles implements FileStore {
  constructor(
    private readonly root: string,
    private readonly files: FileStore,
  ) {}

  list(folder: string) {
    return this.files.list(folder);
  }

  read(path: string) {
    return this.files.read(path);
  }

  async state(path: string) {
    const { size, mtimeMs } = await stat(join(this.root, path));
    return `${size} ${mtimeMs}`;
  }
}

async function countAll(folder: string, knownHits: KnownHits): Promise<number> {
  const files = new StatedFiles(folder, await NodeFiles.open(folder));
  const study = new Study(files, { sha256: nodeSha256, knownHits });
  const counts = await mapBounded(await study.transcriptPaths(), (path) => study.hitCounts(path));
  return counts.reduce((all, one) => all + [...one.values()].reduce((sum, { all: own }) => sum + own, 0), 0);
}

async function obviousTime(folder: string): Promise<{ transcripts: number; perTranscriptMs: number }> {
  const files = await NodeFiles.open(folder);
  const regexes = [...codesOfStudy.values()].map(alternation);
  const paths = (await files.list('transcripts')).toSorted();
  let hits = 0;
  let read = 0;
  const start = performance.now();
  while (read < paths.length && performance.now() - start < OBVIOUS_MS) {
    const text = new TextDecoder().decode(await files.read(paths[read++]!));
    for (const turn of text.split(/^(?=I: |R: )/m)) {
      if (turn.startsWith('I: ')) continue;
      for (const regex of regexes) hits += [...turn.matchAll(regex)].length;
    }
  }
  if (hits === 0) throw new Error('The obvious way found nothing.');
  return { transcripts: read, perTranscriptMs: (performance.now() - start) / read };
}
