/**
 * Why a coefficient has no value: there is nothing to compare, or only one value is in use, so that no
 * disagreement could have been expected.
 */
type UndefinedReason = 'no-units' | 'one-value-only';

/** A coefficient of agreement, or why there is none. Never NaN, and never 1 for want of variation. */
export type Coefficient =
  | { readonly value: number }
  | { readonly value: null; readonly undefined: UndefinedReason };

export const noUnits: Coefficient = { value: null, undefined: 'no-units' };

export const oneValueOnly: Coefficient = { value: null, undefined: 'one-value-only' };

/** 1 - observed / expected disagreement; undefined where none is expected. */
export function fromDisagreement(observed: number, expected: number): Coefficient {
  return expected > 0 ? { value: 1 - observed / expected } : oneValueOnly;
}
