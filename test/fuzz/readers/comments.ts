import { parseLog } from '../../../src/core/coding/log';
import { exportForReview } from '../../../src/core/exchange/comments/reviewExport';
import { ImportError } from '../../../src/core/exchange/importError';
import { type FilePlan, planFile } from '../../../src/core/exchange/planFile';
import { readTranscriptFile } from '../../../src/core/exchange/transcripts/read';
import { parseReviewLog } from '../../../src/core/review/reviewLog';
import { Study } from '../../../src/core/study';
import { commented } from '../../core/exchange/support/word';
import { MemoryFiles } from '../../core/support/memoryStudy';
import { Draw } from '../draw';
import { hostileDocument } from '../hostileDocuments';
import { demand, demandFilled } from '../invariants';
import { mutateArchive } from '../mutateArchive';
import type { Material, Reader } from '../reader';
import type { SeedStudy } from '../seeds';
import { smallStudies } from './studies';

/** Few codes, two of one name: those of large codebooks take longer to read than any document. */
const codebook =
  'codes: [{id: barrier, name: {en: Barrier, nl: Drempel}}, {id: money}, {id: a, name: Same}, {id: b, name: Same}]\n';
const now = '2026-06-01T00:00:00.000Z';

/** A document that comes into a study, from somebody who is known or not. */
interface CommentCase {
  readonly study: SeedStudy;
  /** The damage; undefined for none. */
  readonly seed: number | undefined;
  readonly coder: string | undefined;
}

/** A reader of documents that are made of a study: well made ones, and those after damage. */
function reader(
  name: string,
  make: (study: Study) => Promise<Uint8Array>,
  demandMore: (plan: FilePlan) => void,
): Reader<CommentCase> {
  const made = new WeakMap<SeedStudy, Uint8Array>();
  return {
    name,
    share: 4,
    good: (material) => smallStudies(material).map((study) => ({ study, seed: undefined, coder: undefined })),
    draw: (draw, material) => ({
      study: draw.pick(smallStudies(material)),
      seed: draw.below(2 ** 30),
      coder: draw.pick([undefined, undefined, 'anna', 'vera']),
    }),
    async check({ study, seed, coder }, material) {
      const files = new MemoryFiles({ ...Object.fromEntries(study), 'codebook.yaml': codebook });
      const good = made.get(study) ?? (await make(new Study(files)));
      made.set(study, good);
      const bytes = seed === undefined ? good : damaged(new Draw(seed), good, material);
      try {
        const plan = await take(files, bytes, coder);
        await demandWhole(files, plan);
        demandMore(plan);
        const again = await take(files, bytes, coder);
        demand(
          [...again.appends.values()].flat().length === 0 || coder !== undefined,
          'what came once comes again',
        );
      } catch (error) {
        if (seed === undefined || !(error instanceof ImportError)) throw error;
        demandFilled(error.problemOf('a'));
      }
    },
  };
}

async function take(files: MemoryFiles, bytes: Uint8Array, coder: string | undefined): Promise<FilePlan> {
  const source = { name: 'a.docx', bytes };
  const imported = await readTranscriptFile(source);
  const order = { caseId: 'c', overwrite: true, at: now, choices: new Map(), coder };
  return planFile(files, { source, imported, ...order });
}

/** Writes what a plan says: every line can be read, and every coding stands where it says. */
async function demandWhole(files: MemoryFiles, plan: FilePlan): Promise<void> {
  for (const [path, content] of plan.writes) files.set(path, content);
  for (const [path, lines] of plan.appends) {
    demand(!/(?:^|\/)\.{1,2}(?:\/|$)|\\|^\//.test(path), `it would write ${path}`);
    const before = new TextDecoder().decode((await files.read(path)) ?? new Uint8Array());
    files.set(path, before + lines.map((line) => `${line}\n`).join(''));
    if (path.startsWith('originals/')) continue;
    const parse = path.startsWith('reviews/') ? parseReviewLog : parseLog;
    demand(parse(path, lines.join('\n')).problems.length === 0, 'a line that it writes cannot be read');
  }
  for (const problem of plan.comments.problems) {
    demandFilled(problem);
  }
  const study = new Study(files);
  const added = new Set([...plan.appends.values()].flat());
  for (const { coding, line, anchor, start, end } of (await study.codings(plan.transcript)).map((one) => ({
    ...one,
    line: JSON.stringify(one.coding),
  }))) {
    if (!added.has(line)) continue;
    demand(anchor === 'exact', `a new coding is ${anchor}`);
    demand(plan.text.slice(start, end) === coding.quote, 'a new coding is not where it says');
  }
}

function damaged(draw: Draw, good: Uint8Array, { documents }: Material): Uint8Array {
  const other = draw.pick(documents.filter(({ format }) => format === 'docx'));
  return mutateArchive(draw, good, other.bytes, [...hostileDocument.docx!, ...hostileComments]);
}

const hostileComments = [
  ...[
    '<w:comment w:id="0"/>',
    '<w:comment w:id="1" w:author="../x"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:comment>',
  ],
  ...['w15:paraIdParent="00000001"', '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000001"/>'],
  ...[
    'w:date="0000-00-00T00:00:00Z"',
    'w:date="+275760-09-13T00:00:00.001Z"',
    'w:author=""',
    'w:author="CON"',
  ],
];

/** Comments on the lines of a transcript, with replies, in a document that comes from elsewhere. */
async function withComments(study: Study): Promise<Uint8Array> {
  const [path = ''] = await study.transcriptPaths();
  const { codes } = await study.codebook();
  const text = (await study.transcript(path))?.text ?? '';
  const lines = text
    .split('\n')
    .filter((line) => line.length > 10 && !/[⟦⟧]/.test(line))
    .slice(0, 12);
  const marked = lines.map((line, at) => {
    const middle = Math.floor(line.length / 2);
    const isOver = at % 3 === 2;
    return `${line.slice(0, 4)}⟦${2 * at}${line.slice(4, middle)}⟦${2 * at + 1}${line.slice(middle)}${2 * at + 1}⟧${isOver ? '' : `${2 * at}⟧`}`;
  });
  const comments = lines.flatMap((_, at) => [
    { id: 2 * at, author: 'Anna', text: `${codes[at % (codes.length || 1)]?.id ?? 'x'}: memo ${at}` },
    {
      ...{ id: 2 * at + 1, author: 'Bram', text: at % 2 === 0 ? 'Oneens: te ruim' : '#nieuw #ander' },
      ...(at % 2 === 0 && { parent: 2 * at }),
    },
  ]);
  return commented(marked, comments);
}

/** A document for review, as it was exported. */
async function forReview(study: Study): Promise<Uint8Array> {
  const [path = ''] = await study.transcriptPaths();
  return (await exportForReview(study, path, 'nl'))?.bytes ?? withComments(study);
}

/** Comments in documents of others, and in those that were exported to be reviewed. */
export const commentReaders: readonly Reader<CommentCase>[] = [
  reader('import of comments', withComments, () => {}),
  reader('import of documents for review', forReview, ({ outcome, writes }) => {
    demand(outcome !== 'returned' || writes.size === 0, 'it would write over a transcript');
  }),
];
