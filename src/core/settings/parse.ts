import { isCoderName } from '../coding/paths';
import type { Problem } from '../problem';
import type { ProblemCode } from '../problemCatalog';
import { readNamed } from '../yaml/named';
import { filled, type YamlEntry, type YamlNode, YamlReader } from '../yaml/reader';
import { readAssignments, readRounds } from './parseAssignments';
import { readCosts } from './parseCosts';
import { type Case, emptySettings, type Organization, type StudySettings } from './settings';

const keys = ['title', 'language', 'coders', 'cases', 'assignments', 'doubleCoding'];

/** Reads a study.yaml; what is wrong is left out and reported with its place. */
export function parseSettings(
  file: string,
  text: string,
): { settings: StudySettings; problems: readonly Problem[] } {
  const reader = new YamlReader(file, text);
  return { settings: readSettings(reader), problems: reader.problems };
}

function readSettings(reader: YamlReader): StudySettings {
  if (reader.isBlank()) return emptySettings;
  const fields = reader.fields(reader.root, 'study.yaml', keys);
  if (!fields) return emptySettings;
  const title = filled(fields, 'title');
  const cases = readCases(reader, fields.get('cases')?.value);
  return {
    title: (title && reader.text(title.value, 'title')) ?? '',
    language: readLanguage(reader, filled(fields, 'language')),
    coders: readCoders(reader, fields.get('coders')?.value),
    cases,
    assignments: readAssignments(reader, fields.get('assignments')?.value, cases),
    doubleCoding: readRounds(reader, fields.get('doubleCoding')?.value, cases),
  };
}

function readLanguage(reader: YamlReader, entry: YamlEntry | undefined): 'en' | 'nl' {
  const text = entry && reader.text(entry.value, 'language');
  if (text === undefined || text === 'en' || text === 'nl') return text ?? emptySettings.language;
  reader.problem('study-bad-language', entry!.value, text);
  return emptySettings.language;
}

function readCoders(reader: YamlReader, node: YamlNode): string[] {
  const seen = new Set<string>();
  return reader.texts(node, 'coders').flatMap(({ text, node: item }) => {
    const key = text.toLowerCase();
    const problem: ProblemCode | undefined = seen.has(key)
      ? 'study-duplicate-coder'
      : isCoderName(text)
        ? undefined
        : 'study-bad-coder';
    if (problem) {
      reader.problem(problem, item, text);
      return [];
    }
    seen.add(key);
    return [text];
  });
}

function readCases(reader: YamlReader, node: YamlNode): Case[] {
  const caseIds = new Set<string>();
  const organizationIds = new Set<string>();
  return reader.items(node, 'a case').flatMap((item) => {
    const keys = ['id', 'name', 'organizations', 'costs'];
    const named = readNamed(reader, item, 'a case', keys, 'study-duplicate-case', caseIds);
    if (!named) return [];
    const { id, name, fields } = named;
    const organizations = readOrganizations(reader, fields.get('organizations')?.value, organizationIds);
    return [{ id, name, organizations, ...readCosts(reader, fields.get('costs')?.value) }];
  });
}

/** Organizations' ids are unique in the whole study, since scores name them without their case. */
function readOrganizations(reader: YamlReader, node: YamlNode, seen: Set<string>): Organization[] {
  return reader.items(node, 'an organization').flatMap((item) => {
    const duplicate = 'study-duplicate-organization';
    const named = readNamed(reader, item, 'an organization', ['id', 'name'], duplicate, seen);
    return named ? [{ id: named.id, name: named.name }] : [];
  });
}
