import { Draw } from './draw';
import type { Material, Reader } from './reader';
import { readers } from './readers';

/** The cases of a reader from one number to before another. */
export interface Task {
  readonly reader: number;
  readonly from: number;
  readonly to: number;
}

export interface CaseOf {
  readonly reader: Reader;
  readonly input: unknown;
}

/** A case: the same for the same numbers. Below 0 are the files as they are, and what else is good. */
export function caseOf(seed: number, reader: number, index: number, material: Material): CaseOf {
  const chosen = readers[reader]!;
  if (index < 0) return { reader: chosen, input: chosen.good(material)[-1 - index] };
  return { reader: chosen, input: chosen.draw(new Draw(seed, reader, index), material) };
}

/** Cases for the readers with one of some words in their names, each its share. */
export function tasksOf(cases: number, wanted: readonly string[]): Task[] {
  const chosen = [...readers.entries()].filter(([, { name }]) => wanted.some((word) => name.includes(word)));
  const shares = chosen.reduce((sum, [, { share }]) => sum + share, 0);
  return chosen.map(([reader, { share }]) => ({ reader, from: 0, to: Math.ceil((cases * share) / shares) }));
}
