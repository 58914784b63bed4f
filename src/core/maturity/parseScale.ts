import type { Problem } from '../problem';
import type { Localized } from '../text/localized';
import { readNamed } from '../yaml/named';
import { filled, type YamlNode, YamlReader } from '../yaml/reader';
import type { Domain, Scale } from './maturity';

const domainKeys = ['id', 'name', 'definition', 'questions', 'levels'] as const;

/** Reads a maturity.yaml. Domains may share the `levels` at the top or have their own. */
export function parseScale(file: string, text: string): { scale: Scale; problems: readonly Problem[] } {
  const reader = new YamlReader(file, text);
  return { scale: readScale(reader), problems: reader.problems };
}

function readScale(reader: YamlReader): Scale {
  const none: Scale = { name: undefined, domains: [] };
  if (reader.isBlank()) return none;
  const fields = reader.fields(reader.root, 'maturity.yaml', ['name', 'levels', 'domains']);
  if (!fields) return none;
  const name = filled(fields, 'name');
  const shared = readLevels(reader, fields.get('levels')?.value);
  const listed = fields.get('domains')?.value;
  const scale = {
    name: name && reader.localized(name.value, 'name'),
    domains: readDomains(reader, listed, shared),
  };
  if (scale.domains.length === 0 && reader.problems.length === 0) reader.problem('scale-no-domains', listed);
  return scale;
}

function readDomains(reader: YamlReader, node: YamlNode, sharedLevels: readonly Localized[]): Domain[] {
  const seen = new Set<string>();
  return reader.items(node, 'domains').flatMap((item) => {
    const domain = readDomain(reader, item, sharedLevels, seen);
    return domain ? [domain] : [];
  });
}

function readDomain(
  reader: YamlReader,
  item: YamlNode,
  sharedLevels: readonly Localized[],
  seen: Set<string>,
): Domain | undefined {
  const named = readNamed(reader, item, 'a domain', domainKeys, 'scale-duplicate-domain', seen);
  if (!named) return undefined;
  const { id, name, fields, place } = named;
  const own = readLevels(reader, fields.get('levels')?.value);
  const levels = own.length > 0 ? own : sharedLevels;
  if (levels.length === 0) reader.problem('scale-no-levels', place, id);
  const definition = filled(fields, 'definition');
  const questions = filled(fields, 'questions');
  return {
    id,
    name,
    definition: definition && reader.localized(definition.value, 'definition'),
    questions: questions
      ? reader
          .localizedLists(questions.value, 'questions')
          .flatMap(({ language, items }) => items.map(({ text }) => ({ language, text })))
      : [],
    levels,
  };
}

/** Levels are numbered by their places, so one that cannot be read keeps its own. */
function readLevels(reader: YamlReader, node: YamlNode): Localized[] {
  return reader.items(node, 'levels').map((item) => reader.localized(item, 'a level') ?? '');
}
