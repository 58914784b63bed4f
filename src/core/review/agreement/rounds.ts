import type { Study } from '../../study';
import { groupFigures, unitFigures } from './figures';
import { type ComparedTranscript, codedByAll } from './material';
import type { RoundAgreement } from './model';
import { groupUnits, pairUnits } from './unitCounts';

/** The figures of each round of double coding that at least two of the coders are in, in the order of study.yaml. */
export async function roundsOf(
  study: Study,
  transcripts: readonly ComparedTranscript[],
  coders: readonly string[],
  codes: readonly string[],
): Promise<RoundAgreement[]> {
  const inRounds = await study.rounds();
  const { doubleCoding } = await study.settings();
  return doubleCoding.flatMap((round): RoundAgreement[] => {
    const [first, second, ...more] = coders.filter((coder) => round.coders.includes(coder));
    if (first === undefined || second === undefined) return [];
    const own = [first, second, ...more];
    const drawn = transcripts.filter(({ path }) => inRounds.get(path)?.includes(round));
    const compared = codedByAll(drawn, own);
    const pair = pairUnits(compared, [first, second]);
    const group = groupUnits(compared, own);
    return [
      {
        round: round.round,
        coders: own,
        transcripts: compared.map(({ path }) => path),
        units: compared.reduce((sum, { units }) => sum + units.length, 0),
        codes: codes.map((code) => ({
          code,
          ...(more.length === 0 ? unitFigures(pair, code) : groupFigures(group, code)),
        })),
      },
    ];
  });
}
