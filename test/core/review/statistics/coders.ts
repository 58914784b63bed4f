import { seeded } from '../../../../src/core/random';

/** The units that each of several coders marks, without knowing of each other: each unit with the coder's share. */
export function independentCoders(seed: number, units: number, shares: readonly number[]): number[][] {
  const random = seeded(seed);
  return shares.map((share) =>
    Array.from({ length: units }, (_, unit) => unit).filter(() => random() < share),
  );
}
