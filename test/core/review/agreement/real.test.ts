import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../../src/cli/nodeFiles';
import { Study } from '../../../../src/core/study';
import { reportOf } from './studies';

const folder = join(import.meta.dirname, '../../../../../shared/real/elderly-care');
const isThere = existsSync(folder);
if (!isThere) console.warn('Skipped: the real study is not beside the repository.');

/** Computed by a script of its own that shares nothing with the source: a label for every turn and character. */
const expected = {
  barrier: [
    57, 1, 1, 30, 0.950501, 0.950779, 2067, 830, 1224, 34872, 0.639585, 0.639464, 0.639485, 37, 25, 24,
  ],
  facilitator: [
    15, 6, 0, 68, 0.792541, 0.792254, 566, 653, 245, 37529, 0.546303, 0.545819, 0.545827, 11, 12, 5,
  ],
  financing: [
    32, 0, 1, 56, 0.975769, 0.975902, 1014, 338, 400, 37241, 0.723383, 0.723381, 0.723387, 25, 10, 11,
  ],
  regulation: [16, 0, 0, 73, 1, 1, 721, 50, 59, 38163, 0.928297, 0.928298, 0.928298, 16, 1, 2],
};

describe.skipIf(!isThere)('coders A and B of the real study', () => {
  it('agree as much as was computed in another way', async () => {
    const study = new Study(await NodeFiles.open(folder));
    const report = await reportOf(study, { coders: ['A', 'B'] });
    expect(report.units).toBe(89);
    const found = report.pairs[0]!.codes.map(({ code, characters, spans, ...units }) => [
      code,
      [
        ...[units.both, units.onlyFirst, units.onlySecond, units.neither, units.kappa, units.alpha],
        ...[characters.both, characters.onlyFirst, characters.onlySecond, characters.neither],
        ...[characters.kappa, characters.alpha, characters.uAlphaPresence],
        ...[spans.matched, spans.onlyFirst, spans.onlySecond],
      ].map((figure) => Math.round(figure! * 1e6) / 1e6),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    expect(report.excluded).toEqual([]);
    expect(report.leftOut).toEqual([]);
  });
});
