/** Agreement of two coders in a large study. */
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { nodeSha256 } from '../../../src/cli/sha256';
import { agreementOf } from '../../../src/core/review/agreement/agreement';
import { readForAgreement } from '../../../src/core/review/agreement/material';
import { Study } from '../../../src/core/study';
import { overlaps } from '../../../src/core/text/range';
import { type Bench, figure, timeOf } from '../bench';
import { doubleCodedStudyOf } from './studies';

const coders = ['anna', 'bram'] as const;

export const bench: Bench = {
  title: 'Agreement of two coders on 100 codes, a hundred codings of each in every transcript of 30 kB',
  note:
    'In seconds. Reading is all files of the study, their turns, and where each coding stands; agreement is every ' +
    'figure of the report, with intervals of 2,000 draws, matched spans and the list of disagreements. The obvious ' +
    'way only fills a matrix of booleans for units and codes and an array of characters for each code, and counts.',
  async *rows() {
    for (const transcripts of [100, 300, 1_000]) {
      const files = await NodeFiles.open(doubleCodedStudyOf(transcripts));
      const study = new Study(files, { sha256: nodeSha256 });
      const readMs = await timeOf(() => readForAgreement(study));
      let both = 0;
      let disagreements = 0;
      const agreementMs = await timeOf(async () => {
        const report = await agreementOf(study, { coders, unit: 'turn', iou: 0.5 });
        disagreements = report.disagreements.length;
        both = report.pairs[0]!.codes.reduce((sum, code) => sum + code.both + code.characters.both, 0);
      });
      let counted = 0;
      const obviousMs = await timeOf(async () => {
        counted = await obviousWay(study);
      });
      if (both !== counted)
        throw new Error(`${both} units and characters, and ${counted} in the obvious way.`);
      yield {
        transcripts: figure(transcripts),
        codings: figure(transcripts * 200),
        disagreements: figure(disagreements),
        'reading (s)': figure(readMs / 1e3),
        'agreement (s)': figure(agreementMs / 1e3),
        'obvious (s)': figure(obviousMs / 1e3),
        'times as fast': figure(obviousMs / agreementMs),
      };
    }
  },
};

/** In how many units and characters both coders have the same code, counted one by one. */
async function obviousWay(study: Study): Promise<number> {
  const { codes } = await study.codebook();
  let both = 0;
  for (const path of await study.transcriptPaths()) {
    const { turns } = (await study.spoken(path))!;
    const codings = await study.codings(path);
    const length = turns.at(-1)!.end;
    for (const { id } of codes) {
      const [first, second] = coders.map((coder) => {
        const own = codings.filter(({ coding }) => coding.by === coder && coding.code === id);
        const characters = new Array<boolean>(length).fill(false);
        for (const { start, end } of own) characters.fill(true, start, end);
        return { characters, units: turns.map((turn) => own.some((one) => overlaps(one, turn))) };
      });
      for (const [unit, { start, end }] of turns.entries()) {
        if (first!.units[unit] && second!.units[unit]) both++;
        for (let at = start; at < end; at++) if (first!.characters[at] && second!.characters[at]) both++;
      }
    }
  }
  return both;
}
