import { compileMatcher, type Hit } from '../../../src/core/terms/matcher';
import { parseTerm, type TermPattern } from '../../../src/core/terms/pattern';

/** The pattern of a term that is well-formed. */
export function patternOf(term: string): TermPattern {
  const parsed = parseTerm(term);
  if ('problem' in parsed) throw new Error(`${parsed.problem.code}: ${term}`);
  return parsed.pattern;
}

/** A codebook in short: terms by code, each with an optional language before a colon (`nl:drempel`). */
export type ShortCodebook = Record<string, string[]>;

function inputsOf(codebook: ShortCodebook) {
  return Object.entries(codebook).flatMap(([code, terms]) =>
    terms.map((written) => {
      const [, language, term] = /^(?:(nl|en):)?(.*)$/s.exec(written)!;
      return { code, term: term!, pattern: patternOf(term!), ...(language ? { language } : {}) };
    }),
  );
}

/** The hits of a codebook, or of the terms of one code, in a text of one range. */
export async function hitsOf(
  terms: ShortCodebook | string[],
  text: string,
  options: { language?: string; not?: ShortCodebook } = {},
): Promise<Hit[]> {
  const codebook = Array.isArray(terms) ? { code: terms } : terms;
  const matcher = await compileMatcher({
    terms: inputsOf(codebook),
    exclusions: inputsOf(options.not ?? {}),
  });
  return matcher.match(text, [{ start: 0, end: text.length }], options.language);
}

/** The passages that the terms of one code hit. */
export async function passagesOf(
  terms: string[],
  text: string,
  options: { language?: string; not?: string[] } = {},
): Promise<string[]> {
  const { not, ...rest } = options;
  const hits = await hitsOf(terms, text, { ...rest, ...(not ? { not: { code: not } } : {}) });
  return hits.map(({ start, end }) => text.slice(start, end));
}
