import { addCode, proposeCodeId } from '../../codebook/edit';
import { labelKey } from './codeLabels';

/**
 * The text of codebook.yaml with a code for each label, at the end of the top level, and their ids by `labelKey`.
 * @param taken the ids that there are
 */
export function addCodesFor(
  text: string,
  labels: readonly string[],
  taken: Iterable<string>,
): { text: string; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  const all = new Set(taken);
  let edited = text;
  for (const label of labels) {
    if (ids.has(labelKey(label))) continue;
    const name = label.replace(/[_\s]+/g, ' ').trim();
    const id = proposeCodeId(name, all);
    edited = addCode(edited, { id, name, parentId: undefined });
    all.add(id);
    ids.set(labelKey(label), id);
  }
  return { text: edited, ids };
}
