import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { parseLog } from '../../../src/core/coding/log';
import { exportStudy } from '../../../src/core/exchange/exportStudy';
import { ImportError } from '../../../src/core/exchange/importError';
import { type ProjectPlan, planProject } from '../../../src/core/exchange/refi/planProject';
import { parseReviewLog } from '../../../src/core/review/reviewLog';
import { Study } from '../../../src/core/study';
import { MemoryFiles } from '../../core/support/memoryStudy';
import { Draw } from '../draw';
import { hostileTexts } from '../hostile';
import { demand, demandFilled } from '../invariants';
import { mutate } from '../mutate';
import { mutateArchive } from '../mutateArchive';
import { mutateXml } from '../mutateXml';
import type { Material, Reader } from '../reader';
import type { SeedStudy } from '../seeds';
import { smallStudies } from './studies';

const date = '2026-01-01T00:00:00Z';
const hostileXml = [
  ...['<!DOCTYPE a [<!ENTITY x "y">]>', '<Code>'.repeat(400), '<TextSource/>', '<Coding><CodeRef/></Coding>'],
  ...[
    'startPosition="-1"',
    'endPosition="99999999999"',
    'guid=""',
    'plainTextPath="internal://../x"',
    'name=""',
  ],
  ...[
    '<Description>Id: __proto__\nRetired: yes</Description>',
    '<Users/><Users/>',
    ']]>',
    '&#0;',
    '&x;',
    '<![CDATA[',
  ],
];

/** A project made of a study and damaged, taken into a study that may have what it has already. */
interface ProjectCase {
  readonly study: SeedStudy;
  /** The damage; undefined for none. */
  readonly seed: number | undefined;
  readonly isThere: boolean;
}

function reader(format: 'qdpx' | 'qdc'): Reader<ProjectCase> {
  const made = new WeakMap<SeedStudy, Uint8Array>();
  return {
    name: `import of .${format}`,
    share: 4,
    good: (material) => smallStudies(material).map((study) => ({ study, seed: undefined, isThere: false })),
    draw: (draw, material) => ({
      study: draw.pick(smallStudies(material)),
      seed: draw.below(2 ** 30),
      isThere: draw.chance(0.5),
    }),
    async check({ study, seed, isThere }, material) {
      const own = new MemoryFiles(Object.fromEntries(study));
      const good = made.get(study) ?? (await exported(own, format));
      made.set(study, good);
      const bytes = seed === undefined ? good : damaged(new Draw(seed), format, good, material);
      const files = isThere ? own : new MemoryFiles();
      const request = {
        source: { name: `a.${format}`, bytes },
        caseId: undefined,
        coder: undefined,
        at: date,
      };
      try {
        await demandWhole(await planProject(files, new Study(files), request));
      } catch (error) {
        if (seed === undefined || !(error instanceof ImportError)) throw error;
        demandFilled(error.problemOf('a'));
      }
    },
  };
}

/** Projects and codebooks of REFI-QDA. */
export const projectReader = reader('qdpx');
export const codebookReader = reader('qdc');

async function exported(files: MemoryFiles, format: 'qdpx' | 'qdc'): Promise<Uint8Array> {
  const { content } = await exportStudy(new Study(files), format);
  return typeof content === 'string' ? strToU8(content) : content;
}

/** What is written can be read, and stays where it belongs. */
async function demandWhole({ writes, appends, problems }: ProjectPlan): Promise<void> {
  for (const path of [...writes.keys(), ...appends.keys()]) {
    demand(!/(?:^|\/)\.\.?(?:\/|$)|^\/|\\|\0/.test(path), `it would write ${path}`);
  }
  for (const [path, lines] of appends) {
    const parse = path.startsWith('reviews/') ? parseReviewLog : parseLog;
    demand(parse(path, lines.join('\n')).problems.length === 0, 'a line that it writes cannot be read');
  }
  const codebook = writes.get('codebook.yaml');
  if (typeof codebook === 'string') {
    const read = await parseCodebook('codebook.yaml', codebook, undefined);
    demand(!read.problems.some(({ code }) => code.startsWith('yaml-syntax')), 'its codebook cannot be read');
  }
  for (const problem of problems) {
    demandFilled(problem);
  }
}

function damaged(draw: Draw, format: string, good: Uint8Array, { seeds, documents }: Material): Uint8Array {
  if (draw.chance(0.2)) return mutate(draw, 'transcript', good.slice(), draw.pick(seeds).bytes);
  const fragments = [...hostileXml, ...hostileTexts];
  if (format === 'qdc') return strToU8(mutateXml(draw, strFromU8(good), strFromU8(good), fragments));
  if (draw.chance(0.3)) {
    return mutateArchive(
      draw,
      good,
      draw.pick(documents.filter((one) => one.format !== 'rtf')).bytes,
      fragments,
    );
  }
  const files = unzipSync(good);
  const text = strFromU8(files['project.qde']!);
  files['project.qde'] = strToU8(mutateXml(draw, text, text, fragments));
  return zipSync(files, { level: 0 });
}
