import type { CodingMark } from './coding';

/**
 * A number for the id of each coding, to hold many ids against each other: that of one id is always the same, and
 * two ids hardly ever have the same (53 bits of two hashes of the kind of FNV-1a, one of them with the constants of
 * MurmurHash3; Fowler, Noll and Vo 1991, Appleby 2011).
 */
export function idKeys(codings: readonly Pick<CodingMark, 'id'>[]): Float64Array {
  const keys = new Float64Array(codings.length);
  for (const [index, { id }] of codings.entries()) keys[index] = idKey(id);
  return keys;
}

/** As `idKeys`, for one id. */
export function idKey(id: string): number {
  let low = 0x811c9dc5;
  let high = 0xc2b2ae35;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  high ^= high >>> 15;
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}
