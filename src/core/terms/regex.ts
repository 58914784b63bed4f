/**
 * Regular expressions of a codebook, run by RE2JS (a port of RE2), whose time is linear in the text, so that
 * no codebook can hang the editor. The engine is large and is loaded only when a codebook has one.
 */
import type { Range } from '../text/range';

/** A regular expression ready to search with. */
export interface CompiledRegex {
  /** What it matches inside a range of text, in order, without the empty matches. */
  find(text: string, range: Range): Range[];
}

/** Why a regular expression cannot be used: the engine's reason, or the construct it does not have. */
export interface RegexFault {
  fault: string;
  unsupported: boolean;
}

/** Look-around and back-references, which need more than linear time. */
const UNSUPPORTED = /^(\(\?<?[=!]|\(\?>|\\[1-9]|\\k)/;

/** Compiles a regular expression, without regard to case, to run on the text as it stands. */
export async function compileRegex(source: string): Promise<CompiledRegex | RegexFault> {
  const { RE2JS, RE2JSSyntaxException } = await import('./re2');
  try {
    const regex = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return {
      find(text, range) {
        const found: Range[] = [];
        const matcher = regex.matcher(text.slice(range.start, range.end));
        while (matcher.find()) {
          const start = range.start + matcher.start();
          const end = range.start + matcher.end();
          if (end > start) found.push({ start, end });
        }
        return found;
      },
    };
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      const construct = UNSUPPORTED.exec(error.getPattern() ?? '')?.[0];
      if (construct !== undefined) return { fault: construct, unsupported: true };
      return { fault: error.getDescription(), unsupported: false };
    }
    return { fault: error instanceof Error ? error.message : String(error), unsupported: false };
  }
}
