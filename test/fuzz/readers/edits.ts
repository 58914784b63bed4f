import type { Codebook } from '../../../src/core/codebook/codebook';
import { addCode, recolorCode, renameCode } from '../../../src/core/codebook/edit';
import { changeCodeId, moveCode, retireCode } from '../../../src/core/codebook/operations';
import { mergeCodes } from '../../../src/core/codebook/operationsMerge';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { decodeText } from '../../../src/core/text/decode';
import { YamlEditError } from '../../../src/core/yaml/sheet';
import { hostileTexts } from '../hostile';
import { demand, hasErrors } from '../invariants';
import { mutate } from '../mutate';
import { type Reader, seedsOfKinds } from '../reader';

interface Edit {
  readonly bytes: Uint8Array;
  readonly operation: number;
  /** Which codes it is about, as numbers that are brought into range. */
  readonly first: number;
  readonly second: number;
  readonly name: string;
}

/** How many codes an operation adds, and what it does. */
const operations: readonly [
  more: number,
  run: (text: string, a: string, b: string, name: string, idsOf: (code: string) => string[]) => string,
][] = [
  [1, (text, a, _, name) => addCode(text, { id: 'brand-new', name, parentId: a })],
  [1, (text, a, _, name) => addCode(text, { id: 'brand-new', name, parentId: undefined, after: a })],
  [0, (text, a, _, name) => renameCode(text, a, name, 'nl')],
  [0, (text, a) => recolorCode(text, a, '#123456')],
  [0, (text, a) => changeCodeId(text, a, 'brand-new')],
  [0, (text, a, b) => moveCode(text, a, { before: b })],
  [0, (text, a, b) => moveCode(text, a, { parentId: b })],
  [0, (text, a) => retireCode(text, a, true)],
  [-1, (text, a, b, _, idsOf) => mergeCodes(text, { from: a, into: b, ids: idsOf(a), note: 'merged' })],
];

/** The edits of a codebook: done whole, or refused. */
export const editReader: Reader<Edit> = {
  name: 'edits of codebook.yaml',
  share: 7,
  good: (material) =>
    seedsOfKinds(material, 'codebook').flatMap(({ bytes }) =>
      operations.map((_, operation) => ({ bytes, operation, first: 0, second: 1, name: 'Naam' })),
    ),
  draw(draw, material) {
    const { bytes } = draw.pick(seedsOfKinds(material, 'codebook'));
    return {
      bytes: mutate(draw, 'codebook', bytes, draw.pick(material.seeds).bytes),
      operation: draw.below(operations.length),
      first: draw.below(1000),
      second: draw.below(1000),
      // Those who ask for a name take no blank one.
      name: draw.chance(0.5) ? `${draw.pick(hostileTexts)}x` : 'Naam',
    };
  },
  async check({ bytes, operation, first, second, name }) {
    const { text } = decodeText(bytes);
    const before = await parseCodebook('codebook.yaml', text, undefined);
    const { codes } = before.codebook;
    if (codes.length === 0) return;
    const [a, b] = [codes[first % codes.length]!.id, codes[second % codes.length]!.id];
    const [more, run] = operations[operation]!;
    const known = [...before.codebook.byId];
    const idsOf = (code: string) => known.flatMap(([id, { id: now }]) => (now === code ? [id] : []));
    let edited: string;
    try {
      edited = run(text, a, b, name, idsOf);
    } catch (error) {
      if (error instanceof YamlEditError) return;
      throw error;
    }
    const after = await parseCodebook('codebook.yaml', edited, undefined);
    demand(hasErrors(before.problems) || !hasErrors(after.problems), 'the edit made a mistake');
    if (!hasErrors(before.problems)) demandOnlyThat(before.codebook, after.codebook, more, [a, b]);
  },
};

/** All ids that were known are known, and of the codes that the edit is not about nothing has changed. */
function demandOnlyThat(before: Codebook, after: Codebook, more: number, about: readonly string[]): void {
  demand(after.codes.length === before.codes.length + more, `there are ${after.codes.length} codes`);
  for (const [id, { retired }] of before.byId) {
    const now = after.byId.get(id);
    demand(now !== undefined, `${id} is gone`);
    if (about.includes(id) || about.includes(before.byId.get(id)!.id)) continue;
    const old = before.byId.get(id)!;
    demand(
      now.retired === retired && JSON.stringify(now.name) === JSON.stringify(old.name),
      `${id} has changed`,
    );
    const sources = (terms: typeof old.terms) =>
      terms.map(({ source, language }) => `${language} ${source}`).join();
    demand(sources(now.terms) === sources(old.terms), `the terms of ${id} have changed`);
  }
}
