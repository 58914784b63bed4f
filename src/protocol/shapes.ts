/** Tells whether a value that came from the other side is what it should be. */
export type Shape<T> = (value: unknown) => value is T;

/** The type of the values that a shape lets through. */
export type Of<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = (value) => typeof value === 'string';

export const flag: Shape<boolean> = (value) => typeof value === 'boolean';

export const whole: Shape<number> = (value): value is number => Number.isSafeInteger(value);

/** One of some texts. */
export function one<T extends string>(...texts: readonly T[]): Shape<T> {
  return (value): value is T => texts.includes(value as T);
}

/** Null, or what the shape lets through. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

/** A list whose items all have the shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => shape(item));
}

/** An object that has each of the fields; what it has more is not looked at. */
export function record<F extends Readonly<Record<string, Shape<unknown>>>>(
  fields: F,
): Shape<{ readonly [K in keyof F]: Of<F[K]> }> {
  return (value): value is { readonly [K in keyof F]: Of<F[K]> } =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(
      ([key, shape]) => Object.hasOwn(value, key) && shape((value as Record<string, unknown>)[key]),
    );
}

/** What one of the shapes lets through. */
export function either<S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Of<S[number]>> {
  return (value): value is Of<S[number]> => shapes.some((shape) => shape(value));
}
