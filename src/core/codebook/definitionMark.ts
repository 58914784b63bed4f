import { sha256Hex } from '../text/sha256';
import type { Code } from './codebook';

const length = 12;

/**
 * A mark of what a code means: the first 12 hexadecimal digits of a SHA-256 of its definition, its rules of
 * inclusion and exclusion and its examples, without regard to white space. A coding holds the mark of its time, so
 * that it can be told when the definition has changed since. Names, colors and terms are not part of it.
 */
export function definitionMark({ definition, include, exclude, examples }: Code): string {
  const meaning = JSON.stringify([definition, include, exclude, examples], sorted);
  return sha256Hex(meaning).slice(0, length);
}

/** Languages in a fixed order, and nothing as null. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
