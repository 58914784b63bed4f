import type { Draw } from './draw';
import {
  madeSeeds,
  readSeedDocuments,
  readSeedStudies,
  type Seed,
  type SeedDocument,
  type SeedKind,
  type SeedStudy,
  seedsOf,
} from './seeds';

/** What cases are made of. */
export interface Material {
  readonly studies: readonly SeedStudy[];
  readonly seeds: readonly Seed[];
  readonly documents: readonly SeedDocument[];
  /** A folder that may be written in. */
  readonly scratch: string;
}

/** What there is in the repository. @param scratch a folder that may be written in */
export function readMaterial(root: string, scratch: string): Material {
  const studies = readSeedStudies(root);
  const seeds = [...seedsOf(studies), ...madeSeeds];
  return { studies, seeds, documents: readSeedDocuments(root), scratch };
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
