import { KnownHits } from '../../../src/core/cache/knownHits';
import { compactLog, restoreLog } from '../../../src/core/coding/compaction';
import { linesOf } from '../../../src/core/coding/log';
import { parseImportLog } from '../../../src/core/exchange/importLog';
import { mergeCopy } from '../../../src/core/mergeCopy';
import { decodeText } from '../../../src/core/text/decode';
import type { Draw } from '../draw';
import { demand } from '../invariants';
import { mutate } from '../mutate';
import { type Reader, seedsOfKinds } from '../reader';

/** Two versions of a log and what was compacted out of it; what is read of any such lines elsewhere. */
interface Versions {
  readonly path: string;
  readonly own: Uint8Array;
  readonly past: Uint8Array;
  readonly copy: Uint8Array;
}

const nothing = new Uint8Array();
const kinds = ['log', 'reviews', 'progress'] as const;

/** What a sync program leaves beside a log, what compacting takes out of one, and the caches of lines and hits. */
export const copyReader: Reader<Versions> = {
  name: 'copies of logs',
  share: 5,
  good: (material) =>
    seedsOfKinds(material, ...kinds).map(({ path, bytes }) => ({
      path,
      own: bytes,
      past: nothing,
      copy: bytes,
    })),
  draw(draw, material) {
    const { kind, path, bytes } = draw.pick(seedsOfKinds(material, ...kinds));
    const version = () => mutate(draw, kind, bytes, draw.pick(material.seeds).bytes);
    return {
      path,
      own: sometimes(draw, version) ?? bytes,
      past: sometimes(draw, version) ?? nothing,
      copy: version(),
    };
  },
  async check({ path, ...versions }) {
    const [own, past, copy] = [versions.own, versions.past, versions.copy].map(
      (one) => decodeText(one).text,
    ) as [string, string, string];
    const { lines } = mergeCopy(path, own, past, copy);
    const theirs = new Set([...linesOf(copy), ...linesOf(own)]);
    demand(
      lines.every((line) => theirs.has(line)),
      'a line comes from nowhere',
    );
    const merged = [...linesOf(own), ...lines].map((line) => `${line}\n`).join('');
    const known = new Set(linesOf(merged));
    demand(
      mergeCopy(path, merged, past, copy).lines.every((line) => known.has(line)),
      'a line that was taken over is new again',
    );
    if (path.startsWith('codings/')) checkCompacting(path, own, past);
    parseImportLog(copy);
    new KnownHits().restore(copy);
    new KnownHits().restore(JSON.stringify({ version: 2, files: linesOf(copy) }));
  },
};

function sometimes<T>(draw: Draw, make: () => T): T | undefined {
  return draw.chance(0.5) ? make() : undefined;
}

/** Between the log and its history there is every line that there was. */
function checkCompacting(path: string, own: string, past: string): void {
  const { text, replaced, unreadable } = compactLog(path, own, past);
  const there = new Set([...linesOf(text), ...replaced, ...linesOf(past)]);
  demand(
    linesOf(own).every((line) => there.has(line)),
    'compacting loses a line',
  );
  demand(!unreadable || text === own, 'a log that cannot be read is compacted');
  const back = new Set(linesOf(restoreLog(text, [...linesOf(past), ...replaced].join('\n'))));
  demand(
    [...linesOf(text), ...replaced].every((line) => back.has(line)),
    'a line does not come back',
  );
}
