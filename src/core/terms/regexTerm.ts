/** Whether a regular expression of a codebook can be used. */
import { parseTerm, type TermProblem } from './pattern';
import { compileRegex } from './regex';
import { longestRegex, writtenOutLength } from './regexLength';

/**
 * Checks a term as written (`/pilots?/`) by compiling it, which loads the regular-expression engine on first
 * use. Resolves to undefined for one that can be used, and for a well-formed term of another kind.
 */
export async function checkRegexTerm(source: string): Promise<TermProblem | undefined> {
  const parsed = parseTerm(source);
  if ('problem' in parsed) return parsed.problem;
  if (parsed.pattern.kind !== 'regex') return undefined;
  if (writtenOutLength(parsed.pattern.source) > longestRegex) {
    return { code: 'term-regex-too-long', args: [source, String(longestRegex)] };
  }
  const compiled = await compileRegex(parsed.pattern.source);
  if ('find' in compiled) return undefined;
  const code = compiled.unsupported ? 'term-regex-unsupported' : 'term-regex-invalid';
  return { code, args: [source, compiled.fault] };
}
