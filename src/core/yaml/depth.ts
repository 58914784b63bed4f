import type { Range } from '../text/range';

/** Far more than any file of a study has, far less than what overflows the parser's stack. */
const deepestFlow = 100;
const tooDeepBlock = /^(?:[ \t]|[-?:][ \t]){256}/m;

/**
 * Where YAML is nested so deeply that parsing it could end the process: the parser recurses, and a regular
 * expression compiled at the end of the stack is fatal to V8. Counts brackets without regard to quotes.
 */
export function tooDeepPlace(text: string): Range | undefined {
  const block = tooDeepBlock.exec(text);
  if (block) return { start: block.index, end: block.index + block[0].length };
  let depth = 0;
  for (const bracket of text.matchAll(/[[{\]}]/g)) {
    if (bracket[0] === '[' || bracket[0] === '{') depth++;
    else if (depth > 0) depth--;
    if (depth > deepestFlow) return { start: bracket.index, end: bracket.index + 1 };
  }
  return undefined;
}
