import type { Draw } from './draw';
import type { Seed, SeedKind, SeedStudy } from './seeds';

/** What cases are made of. */
export interface Material {
  readonly studies: readonly SeedStudy[];
  readonly seeds: readonly Seed[];
  /** A folder that may be written in. */
  readonly scratch: string;
}

/** One way into the program: what it may be given, and what must hold of what it makes of that. */
export interface Reader<Input = unknown> {
  readonly name: string;
  /** How many of a hundred cases it gets. */
  readonly share: number;
  /** The seeds as they are, each of which must be understood. */
  good(material: Material): readonly Input[];
  draw(draw: Draw, material: Material): Input;
  /** Throws where something does not hold. */
  check(input: Input, material: Material): Promise<void>;
}

/** The seeds of some kinds. */
export function seedsOfKinds({ seeds }: Material, ...kinds: readonly SeedKind[]): Seed[] {
  return seeds.filter(({ kind }) => kinds.includes(kind));
}
