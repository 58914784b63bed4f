import type { Range } from '../text/range';
import type { NamePattern } from './nameTable';

/** What a name is the name of; each has a list in the file of names. */
export const nameKinds = ['persons', 'places', 'organizations', 'others'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name that is to be replaced. */
export interface ListedName {
  readonly name: string;
  readonly pseudonym: string;
  readonly kind: NameKind;
  /** Whether it is replaced only where it has the capitals that it has here. */
  readonly capitals: boolean;
  /** Where it stands in the file of names. */
  readonly range: Range;
}

/** What is looked for to replace names. */
export function namePatterns(names: readonly ListedName[]): NamePattern[] {
  return names.map(({ name, pseudonym, capitals }) => ({ find: coreOf(name), put: pseudonym, capitals }));
}

/** What is looked for to put names back; of names that share a pseudonym the first. */
export function pseudonymPatterns(names: readonly ListedName[]): NamePattern[] {
  return names.map(({ name, pseudonym, capitals }) => ({ find: pseudonym, put: coreOf(name), capitals }));
}

/** A name without the full stops and commas around it, which are those of a sentence just as well. */
function coreOf(name: string): string {
  return name.trim().replace(/^[.,\s]+|[.,\s]+$/g, '');
}
