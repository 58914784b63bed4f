import type { Code, Codebook } from './codebook';

/** The id of the code at the top of a code's branch; an unknown id is its own top. */
export function rootOf(codebook: Codebook, id: string): string {
  let code: Code | undefined = codebook.byId.get(id);
  if (!code) return id;
  while (code.parent) code = code.parent;
  return code.id;
}

/** Every id by which logs may call a code or one below it. */
export function branchOf(codebook: Codebook, id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  const add = (code: Code) => {
    for (const one of [code.id, ...code.was]) ids.add(one);
    code.children.forEach(add);
  };
  const code = codebook.byId.get(id);
  if (code) add(code);
  return ids;
}
