import { strToU8, zipSync } from 'fflate/browser';
import { Archive } from '../../../src/core/exchange/container/archive';
import { ImportError } from '../../../src/core/exchange/importError';
import { hostileDocument } from '../hostileDocuments';
import { demand } from '../invariants';
import { mutate } from '../mutate';
import { mutateArchive } from '../mutateArchive';
import type { Material, Reader } from '../reader';

/** The most files of an archive that are read in a case. */
const mostFiles = 50;

/** Zip archives, whatever is in them. */
export const archiveReader: Reader<Uint8Array> = {
  name: 'import of zip archives',
  share: 4,
  good: archives,
  draw(draw, material) {
    const good = draw.pick(archives(material));
    if (draw.chance(0.4)) return mutate(draw, 'transcript', good, draw.pick(material.seeds).bytes);
    return mutateArchive(draw, good, draw.pick(archives(material)), hostileDocument.docx!);
  },
  async check(bytes) {
    let inflated = 0;
    try {
      const archive = new Archive(bytes);
      for (const name of [...archive.names].slice(0, mostFiles)) {
        demand(!/^\/|^[a-z]:|\\|\0|(?:^|\/)\.\.?(?:\/|$)/i.test(name), `${name} leads out of it`);
        inflated += archive.read(name)!.length;
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
    demand(inflated <= 256e6, 'it swells');
  },
};

function archives({ documents }: Material): Uint8Array[] {
  const own = zipSync({ 'a.xml': strToU8('<a/>'), 'b/c.bin': [Uint8Array.of(0, 1, 2), { level: 0 }] });
  return [own, ...documents.filter(({ format }) => format !== 'rtf').map(({ bytes }) => bytes)];
}
