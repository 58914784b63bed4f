import { carriedPaths } from '../../../src/core/pseudonyms/carriedFiles';
import { MapFiles } from '../../../src/core/pseudonyms/mapFiles';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { pseudonymize } from '../../../src/core/pseudonyms/pseudonymize';
import { restoreNames } from '../../../src/core/pseudonyms/restoreNames';
import { suggestNames } from '../../../src/core/pseudonyms/suggest';
import { Study } from '../../../src/core/study';
import { decodeText } from '../../../src/core/text/decode';
import type { Draw } from '../draw';
import { demand } from '../invariants';
import { mutate } from '../mutate';
import { type Reader, seedsOfKinds } from '../reader';
import type { SeedStudy } from '../seeds';
import { damaged, smallStudies } from './studies';

/** A study, the file of names, and what is kept beside it of copies that were made before. */
interface Names {
  readonly study: SeedStudy;
  readonly names: Uint8Array;
  readonly spellings: Uint8Array;
}

const nothing = new Uint8Array();

/** A copy of a study without names, and the names put back into it. */
export const pseudonymReader: Reader<Names> = {
  name: 'copies without names',
  share: 2,
  good: (material) => smallStudies(material).map((study) => ({ study, names: nothing, spellings: nothing })),
  draw(draw, material) {
    const study = draw.pick(smallStudies(material));
    const list = Buffer.from(namesIn(draw, study));
    const logs = seedsOfKinds(material, 'log');
    return {
      study: draw.chance(0.4) ? damaged(draw, study) : study,
      names: draw.chance(0.3) ? mutate(draw, 'names', list, draw.pick(material.seeds).bytes) : list,
      spellings: draw.chance(0.2) ? mutate(draw, 'log', draw.pick(logs).bytes, list) : nothing,
    };
  },
  async check({ study, names: list, spellings }) {
    const { names } = parseNames('names.yaml', decodeText(list).text);
    const made = await pseudonymize(new MapFiles(study), names, decodeText(spellings).text);
    await suggestNames(new Study(new MapFiles(study)), names);
    if (made.problems.length > 0) return;
    const back = await restoreNames(new MapFiles(made.copy.files), names, made.spellings);
    for (const path of await carriedPaths(new MapFiles(study))) {
      const same = Buffer.from(back.files.get(path) ?? nothing).equals(study.get(path)!);
      demand(same, `${path} does not come back`);
    }
  },
};

/** A file of names with some words of a study that have capitals. */
function namesIn(draw: Draw, study: SeedStudy): string {
  const transcripts = [...study].filter(([path]) => path.startsWith('transcripts/'));
  if (transcripts.length === 0) return '';
  const words = decodeText(draw.pick(transcripts)[1]).text.match(/\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?/gu) ?? [
    'Jan',
  ];
  const chosen = new Set(Array.from({ length: 1 + draw.below(6) }, () => draw.pick(words)));
  const lines = [...chosen].map((name, index) => `  ${name}: Zqx${'abcdef'.charAt(index)}w\n`);
  return `persons:\n${lines.join('')}`;
}
