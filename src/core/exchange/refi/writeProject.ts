import { writeArchive } from '../container/writeArchive';
import { element, writeXml, type XmlElement } from '../container/writeXml';
import {
  countings,
  type Dialect,
  type RefiCase,
  type RefiCode,
  type RefiCoding,
  type RefiProject,
  type RefiSelection,
  type RefiSource,
  type RefiValue,
  type RefiVariable,
} from './model';

/**
 * A project as a .qdpx file.
 * @param texts with `\n` line ends, by the names that sources and notes have for them
 */
export function writeProject(
  project: RefiProject,
  texts: ReadonlyMap<string, string>,
  dialect: Dialect,
): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const inDialect = (text: string) => (countings[dialect].crlf ? text.replaceAll('\n', '\r\n') : text);
  return writeArchive(
    new Map([
      ['project.qde', bytes(projectXml(project))],
      ...[...texts].map(([name, text]) => [`sources/${name}`, bytes(inDialect(text))] as const),
    ]),
  );
}

/** The codes of a project as a .qdc file. */
export function writeCodebook({ codes, origin }: RefiProject): Uint8Array {
  const root = element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, [
    element('Codes', {}, codes.map(codeOf)),
  ]);
  return new TextEncoder().encode(writeXml(root));
}

/** The elements stand in the order that the schema wants; lists without anything in them are left out. */
function projectXml(project: RefiProject): string {
  const variables = new Map(project.variables.map((one) => [one.guid, one]));
  const root = element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: project.name, origin: project.origin },
    [
      ...list(
        'Users',
        project.users.map(({ guid, name }) => element('User', { guid, name })),
      ),
      ...(project.codes.length > 0
        ? [element('CodeBook', {}, [element('Codes', {}, project.codes.map(codeOf))])]
        : []),
      ...list('Variables', project.variables.map(variableOf)),
      ...list(
        'Cases',
        project.cases.map((one) => caseOf(one, variables)),
      ),
      ...list(
        'Sources',
        project.sources.map((one) => sourceOf('TextSource', one, variables)),
      ),
      ...list(
        'Notes',
        project.notes.map((one) => sourceOf('Note', one, variables)),
      ),
      ...list('Links', project.links.map(linkOf)),
      ...text('Description', project.description),
    ],
  );
  return writeXml(root);
}

function list(name: string, items: readonly XmlElement[]): XmlElement[] {
  return items.length === 0 ? [] : [element(name, {}, items)];
}

function text(name: string, words: string): XmlElement[] {
  return words === '' ? [] : [element(name, {}, words)];
}

function references(name: string, guids: readonly string[]): XmlElement[] {
  return guids.map((targetGUID) => element(name, { targetGUID }));
}

function codeOf({ guid, name, codable, color, description, notes, codes }: RefiCode): XmlElement {
  return element('Code', { guid, name, isCodable: String(codable), color }, [
    ...text('Description', description),
    ...references('NoteRef', notes),
    ...codes.map(codeOf),
  ]);
}

function variableOf({ guid, name, type }: RefiVariable): XmlElement {
  return element('Variable', { guid, name, typeOfVariable: type });
}

function caseOf(
  { guid, name, description, values, sources }: RefiCase,
  variables: ReadonlyMap<string, RefiVariable>,
): XmlElement {
  return element('Case', { guid, name }, [
    ...text('Description', description),
    ...values.map((one) => variableValue(one, variables)),
    ...references('SourceRef', sources),
  ]);
}

function variableValue(
  { variable, value }: RefiValue,
  variables: ReadonlyMap<string, RefiVariable>,
): XmlElement {
  return element('VariableValue', {}, [
    ...references('VariableRef', [variable]),
    element(`${variables.get(variable)!.type}Value`, {}, value),
  ]);
}

function sourceOf(
  kind: 'TextSource' | 'Note',
  source: RefiSource,
  variables: ReadonlyMap<string, RefiVariable>,
): XmlElement {
  const { guid, name, description, content, user, at, selections, notes, values } = source;
  const path = 'path' in content ? `internal://${content.path}` : undefined;
  const attributes = { guid, name, plainTextPath: path, creatingUser: user, creationDateTime: at };
  return element(kind, attributes, [
    ...text('Description', description),
    ...('text' in content ? [element('PlainTextContent', {}, content.text)] : []),
    ...selections.map(selectionOf),
    ...references('NoteRef', notes),
    ...values.map((one) => variableValue(one, variables)),
  ]);
}

function selectionOf(selection: RefiSelection): XmlElement {
  const { guid, name, description, start, end, user, at, codings, notes } = selection;
  const attributes = {
    guid,
    name,
    startPosition: String(start),
    endPosition: String(end),
    creatingUser: user,
    creationDateTime: at,
  };
  return element('PlainTextSelection', attributes, [
    ...text('Description', description),
    ...codings.map(codingOf),
    ...references('NoteRef', notes),
  ]);
}

function codingOf({ guid, code, user, at, notes }: RefiCoding): XmlElement {
  return element('Coding', { guid, creatingUser: user, creationDateTime: at }, [
    ...references('CodeRef', [code]),
    ...references('NoteRef', notes),
  ]);
}

function linkOf({ guid, name, origin, target }: RefiProject['links'][number]): XmlElement {
  return element('Link', { guid, name, direction: 'OneWay', originGUID: origin, targetGUID: target });
}
