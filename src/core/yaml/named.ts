import type { ProblemCode } from '../problemCatalog';
import type { Localized } from '../text/localized';
import { filled, type YamlEntry, type YamlNode, type YamlReader } from './reader';

/** An entry of a YAML file that has an id, and a name for people. */
export interface Named {
  readonly id: string;
  readonly name: Localized;
  readonly fields: ReadonlyMap<string, YamlEntry>;
  /** The node of its id. */
  readonly place: YamlNode;
}

/** Reads such an entry; undefined for one without an id of its own. Ids in `seen` are taken. */
export function readNamed(
  reader: YamlReader,
  item: YamlNode,
  what: string,
  keys: readonly string[],
  duplicate: ProblemCode,
  seen: Set<string>,
): Named | undefined {
  const fields = reader.fields(item, what, keys);
  if (!fields) return undefined;
  const idEntry = filled(fields, 'id');
  if (!idEntry) {
    reader.problem('case-without-id', item);
    return undefined;
  }
  const id = reader.text(idEntry.value, 'id');
  if (id === undefined) return undefined;
  if (seen.has(id)) {
    reader.problem(duplicate, idEntry.value, id);
    return undefined;
  }
  seen.add(id);
  const name = filled(fields, 'name');
  return {
    id,
    name: (name && reader.localized(name.value, 'name')) ?? id,
    fields,
    place: idEntry.value,
  };
}
