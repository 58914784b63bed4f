/** A quotient rounded to a whole number, halves away from zero; the denominator is above zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const quotient = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -quotient : quotient;
}

/** The smallest whole number that is not below a quotient of two numbers above zero. */
export function divideUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** Hundredths as the number of which they are: 3051 as 30.51. */
export function fromHundredths(hundredths: bigint | number): number {
  return Number(hundredths) / 100;
}
