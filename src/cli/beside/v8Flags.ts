import { setFlagsFromString } from 'node:v8';

/** The first Node whose V8 counts calls: older ones print that they do not know the flag. */
const firstWithCalls = 22;
/** 3,000 where nobody says. */
const callsBeforeTurbofan = 60_000;
/** In bytes of bytecode that were run; 67,584 where nobody says. */
const workBeforeTurbofan = 500_000;

/**
 * By how many percent of what is in use the heaps of all threads grow before they are collected. Where texts are not
 * kept, little is in use, and collecting often takes long; where all has been read, room for more is what is short.
 */
export function letHeapsGrowBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * Lets V8's slower compiler take only what is used most: each thread compiles for itself, and once more what was
 * collected with the functions of a case.
 */
export function optimizeLate(): void {
  const [version] = process.versions.node.split('.');
  setFlagsFromString(
    Number(version) >= firstWithCalls
      ? `--invocation-count-for-turbofan=${callsBeforeTurbofan}`
      : `--interrupt-budget=${workBeforeTurbofan}`,
  );
}
