import type { Code, Codebook } from '../../codebook/codebook';
import { localize } from '../../text/localized';
import { guidOf } from '../guid';
import { describeCode, describeUnknown } from './codeDescription';
import type { RefiCode } from './model';
import { UniqueNames } from './uniqueNames';

/** The GUID of a code. */
export function codeGuid(id: string): string {
  return guidOf('code', id);
}

/**
 * The codes of a codebook, and the ids that only codings know. Names are unique: many programs want that.
 * @param used the ids of the codes that codings have; a retired one of these stays codable, or its codings would be lost
 */
export function refiCodes(codebook: Codebook, language: string, used: ReadonlySet<string>): RefiCode[] {
  const names = new UniqueNames();
  const codeOf = (code: Code): RefiCode => {
    const name = localize(code.name, language).trim();
    const shown = names.take(name, `${name} (${code.path})`);
    return {
      guid: codeGuid(code.id),
      name: shown,
      codable: !code.retired || used.has(code.id),
      color: code.color,
      description: describeCode(code, shown),
      notes: [],
      codes: code.children.map(codeOf),
    };
  };
  const known = codebook.roots.map(codeOf);
  const unknown = [...used].filter((id) => !codebook.byId.has(id)).sort();
  return [
    ...known,
    ...unknown.map((id) => ({
      guid: codeGuid(id),
      name: names.take(id),
      codable: true,
      color: undefined,
      description: describeUnknown(id),
      notes: [],
      codes: [],
    })),
  ];
}
