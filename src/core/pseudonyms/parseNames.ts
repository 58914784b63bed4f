import { isMap } from 'yaml';
import type { Problem } from '../problem';
import { filled, isEmpty, type YamlEntry, type YamlNode, YamlReader } from '../yaml/reader';
import { type ListedName, type NameKind, nameKinds, namePatterns } from './names';
import { NameTable } from './nameTable';
import { nameWords } from './nameWords';

/** The names of a file of names, and what is wrong with it. */
export interface ParsedNames {
  readonly names: readonly ListedName[];
  readonly problems: readonly Problem[];
}

/** What file names, YAML and speakers' labels all take; a full stop at the end would be taken for a sentence's. */
const pseudonymPattern = /^[[(]?[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’()&+-]*[\])]?$/u;
const fewestLetters = 2;

/**
 * Reads a file of names: a list for each kind, a name and its pseudonym on each line. What can be read is returned
 * whatever else is wrong; names without a pseudonym are left out, and are a problem.
 * @param file how messages name it
 */
export function parseNames(file: string, text: string): ParsedNames {
  const reader = new YamlReader(file, text);
  const names: ListedName[] = [];
  if (!reader.isBlank()) {
    const fields = reader.fields(reader.root, 'the names', nameKinds);
    for (const kind of nameKinds) {
      const list = fields && filled(fields, kind);
      for (const entry of (list && reader.entries(list.value, kind)) ?? []) {
        const name = readName(reader, entry, kind);
        if (name) names.push(name);
      }
    }
    findClashes(reader, names);
  }
  return { names, problems: reader.problems };
}

function readName(
  reader: YamlReader,
  { key, keyRange, value }: YamlEntry,
  kind: NameKind,
): ListedName | undefined {
  const name = key.trim();
  if (nameWords(name).reduce((sum, word) => sum + word.key.length, 0) < fewestLetters) {
    reader.problem('name-too-short', keyRange, name);
    return undefined;
  }
  const { pseudonym: node, capitals } = readValue(reader, value);
  if (isEmpty(node)) {
    reader.problem('name-without-pseudonym', keyRange, name);
    return undefined;
  }
  const pseudonym = reader.text(node, 'the pseudonym')?.trim();
  if (pseudonym === undefined) return undefined;
  if (!pseudonymPattern.test(pseudonym) || pseudonym.endsWith('.') || nameWords(pseudonym).length === 0) {
    reader.problem('pseudonym-bad', node, pseudonym);
    return undefined;
  }
  return { name, pseudonym, kind, capitals, range: keyRange };
}

function readValue(reader: YamlReader, value: YamlNode): { pseudonym: YamlNode; capitals: boolean } {
  if (!isMap(value)) return { pseudonym: value, capitals: false };
  const fields = reader.fields(value, 'a name', ['pseudonym', 'capitals']);
  const capitals = fields && filled(fields, 'capitals');
  return {
    pseudonym: fields?.get('pseudonym')?.value,
    capitals: capitals !== undefined && reader.flag(capitals.value, 'capitals') === true,
  };
}

/** Names that are found in the same places, and pseudonyms that are to be replaced themselves. */
function findClashes(reader: YamlReader, names: readonly ListedName[]): void {
  const first = new Map<string, ListedName>();
  for (const one of names) {
    const key = nameWords(one.name)
      .map((word) => word.key)
      .join(' ');
    const other = first.get(key);
    if (other) reader.problem('name-duplicate', one.range, one.name, other.name);
    else first.set(key, one);
  }
  const table = new NameTable(namePatterns(names));
  for (const { pseudonym, range } of names) {
    const [match] = table.matches(pseudonym);
    if (match) reader.problem('pseudonym-is-name', range, pseudonym, match.pattern.find);
  }
}
