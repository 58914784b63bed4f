import type { NamedCode } from './model';

/** Codes by agreement, the worst first; those without a figure last. Codes that are equal keep their order. */
export function worstFirst<T extends NamedCode>(
  codes: readonly T[],
  figureOf: (code: T) => number | null,
): T[] {
  return codes.toSorted((a, b) => (figureOf(a) ?? Number.MAX_VALUE) - (figureOf(b) ?? Number.MAX_VALUE));
}
