import type { Code, Codebook } from './codebook';

/** The id of the code at the top of a code's branch; an unknown id is its own top. */
export function rootOf(codebook: Codebook, id: string): string {
  let code: Code | undefined = codebook.byId.get(id);
  if (!code) return id;
  while (code.parent) code = code.parent;
  return code.id;
}
