import { compileMatcher, type TermMatcher } from '../terms/matcher';
import type { Codebook, Term } from './codebook';

/** The matcher of all terms of a codebook's codes; retired codes are no longer looked for. */
export function codebookMatcher(codebook: Codebook): Promise<TermMatcher> {
  const codes = codebook.codes.filter((code) => !code.retired);
  const input = (code: string, { pattern, language }: Term) => ({
    code,
    pattern,
    ...(language === undefined ? {} : { language }),
  });
  return compileMatcher({
    terms: codes.flatMap((code) =>
      code.terms.map((term) => ({ ...input(code.id, term), term: term.source })),
    ),
    exclusions: codes.flatMap((code) => code.exclusions.map((term) => input(code.id, term))),
  });
}

/** What tells the terms of a codebook from those of another one that finds other hits. Names and colors find none. */
export function termsMark(codebook: Codebook, sha256: (text: string) => string): string {
  const written = (terms: readonly Term[]) => terms.map(({ source, language }) => [source, language ?? null]);
  const codes = codebook.codes.filter((code) => !code.retired);
  return sha256(
    JSON.stringify(codes.map(({ id, terms, exclusions }) => [id, written(terms), written(exclusions)])),
  );
}
