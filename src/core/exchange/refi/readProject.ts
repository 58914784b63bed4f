import type { XmlNode } from '../container/xmlTree';
import type {
  RefiCase,
  RefiCode,
  RefiCoding,
  RefiLink,
  RefiProject,
  RefiSelection,
  RefiSource,
  RefiValue,
  RefiVariable,
} from './model';

/** A project that was read, and how many elements there were of each kind that is not taken. */
export interface ReadProject {
  readonly project: RefiProject;
  readonly unread: ReadonlyMap<string, number>;
}

/** The end of a selection that is a whole text. */
export const wholeText = Number.POSITIVE_INFINITY;

/**
 * A project, or a codebook by itself, as far as it can be read: what is missing is empty, and nothing in it is an
 * error. GUIDs may be in braces and in any case, lists may be empty, and elements may be missing.
 */
export function readProject(root: XmlNode): ReadProject {
  const reader = new ProjectReader();
  return { project: reader.read(root), unread: reader.unread };
}

class ProjectReader {
  readonly unread = new Map<string, number>();

  read(root: XmlNode): RefiProject {
    const codebook = root.name === 'codebook' ? root : child(root, 'codebook');
    const sources = all(root, 'sources').flatMap(({ children }) =>
      children.flatMap((one) => this.#sources(one)),
    );
    for (const name of ['sets', 'graphs']) {
      for (const list of all(root, name)) for (const one of list.children) this.#leave(one.name);
    }
    return {
      name: root.attributes.get('name') ?? '',
      origin: root.attributes.get('origin') ?? '',
      description: textOf(root, 'description'),
      users: listed(root, 'users', 'user').map((one) => ({ guid: guidIn(one), name: nameIn(one) })),
      codes: (codebook ? listed(codebook, 'codes', 'code') : []).map((one) => this.#code(one)),
      variables: listed(root, 'variables', 'variable').map(variable),
      cases: listed(root, 'cases', 'case').map((one) => this.#case(one)),
      sources,
      notes: listed(root, 'notes', 'note').map((one) => this.#text(one)),
      links: listed(root, 'links', 'link').map(link),
    };
  }

  #leave(name: string): void {
    this.unread.set(name, (this.unread.get(name) ?? 0) + 1);
  }

  #code(node: XmlNode): RefiCode {
    return {
      guid: guidIn(node),
      name: nameIn(node),
      codable: node.attributes.get('iscodable')?.trim().toLowerCase() !== 'false',
      color: colorOf(node.attributes.get('color')),
      description: textOf(node, 'description'),
      notes: targets(node, 'noteref'),
      codes: all(node, 'code').map((one) => this.#code(one)),
    };
  }

  #case(node: XmlNode): RefiCase {
    for (const one of all(node, 'selectionref')) this.#leave(one.name);
    return {
      guid: guidIn(node),
      name: nameIn(node),
      description: textOf(node, 'description'),
      values: values(node),
      sources: targets(node, 'sourceref'),
    };
  }

  /** The texts in a source: itself, or what was written down of a document or a recording. */
  #sources(node: XmlNode): RefiSource[] {
    if (node.name === 'textsource') return [this.#text(node)];
    const texts = [
      ...all(node, 'representation'),
      ...all(node, 'transcript'),
      ...all(node, 'textdescription'),
    ];
    const pieces = ['pdfselection', 'audioselection', 'videoselection', 'pictureselection'];
    for (const one of node.children) if (pieces.includes(one.name)) this.#leave(one.name);
    if (texts.length === 0) this.#leave(node.name);
    return texts.map((one) => {
      const text = this.#text(one);
      return { ...text, name: text.name || nameIn(node), values: [...values(node), ...text.values] };
    });
  }

  #text(node: XmlNode): RefiSource {
    const guid = guidIn(node);
    const inline = child(node, 'plaintextcontent');
    const path = node.attributes.get('plaintextpath') ?? '';
    return {
      guid,
      name: nameIn(node),
      description: textOf(node, 'description'),
      content: inline && (inline.text !== '' || path === '') ? { text: inline.text } : { path },
      ...author(node),
      selections: [...this.#selections(node), ...this.#wholeCodings(node, guid)],
      notes: targets(node, 'noteref'),
      values: values(node),
    };
  }

  #selections(node: XmlNode): RefiSelection[] {
    const points = new Map(
      all(node, 'syncpoint').map((one) => [guidIn(one), numberIn(one, 'position')] as const),
    );
    return [
      ...all(node, 'plaintextselection').map((one) =>
        selection(one, numberIn(one, 'startposition'), numberIn(one, 'endposition')),
      ),
      ...all(node, 'transcriptselection').map((one) =>
        selection(
          one,
          points.get(guidOfText(one.attributes.get('fromsyncpoint'))) ?? Number.NaN,
          points.get(guidOfText(one.attributes.get('tosyncpoint'))) ?? Number.NaN,
        ),
      ),
    ];
  }

  /** A code that was given to a text as a whole. */
  #wholeCodings(node: XmlNode, guid: string): RefiSelection[] {
    const codings = all(node, 'coding').map(coding);
    if (codings.length === 0) return [];
    const of = { name: '', description: '', start: 0, end: wholeText, user: undefined, at: undefined };
    return [{ guid, ...of, codings, notes: [] }];
  }
}

function selection(node: XmlNode, start: number, end: number): RefiSelection {
  return {
    guid: guidIn(node),
    name: nameIn(node),
    description: textOf(node, 'description'),
    start,
    end,
    ...author(node),
    codings: all(node, 'coding').map(coding),
    notes: targets(node, 'noteref'),
  };
}

function coding(node: XmlNode): RefiCoding {
  return {
    guid: guidIn(node),
    code: targets(node, 'coderef')[0] ?? '',
    ...author(node),
    notes: targets(node, 'noteref'),
  };
}

function link(node: XmlNode): RefiLink {
  const { attributes } = node;
  return {
    guid: guidIn(node),
    name: nameIn(node),
    origin: guidOfText(attributes.get('originguid')),
    target: guidOfText(attributes.get('targetguid')),
  };
}

const types: readonly RefiVariable['type'][] = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'];

function variable(node: XmlNode): RefiVariable {
  const said = node.attributes.get('typeofvariable')?.toLowerCase();
  return {
    guid: guidIn(node),
    name: nameIn(node),
    type: types.find((type) => type.toLowerCase() === said) ?? 'Text',
  };
}

function values(node: XmlNode): RefiValue[] {
  return all(node, 'variablevalue').flatMap((one) => {
    const [of] = targets(one, 'variableref');
    const value = one.children.find(({ name }) => name.endsWith('value'))?.text.trim() ?? '';
    return of === undefined || value === '' ? [] : [{ variable: of, value }];
  });
}

function author({ attributes }: XmlNode): { user: string | undefined; at: string | undefined } {
  const user = attributes.get('creatinguser') || attributes.get('modifyinguser');
  const at = attributes.get('creationdatetime') || attributes.get('modifieddatetime');
  return { user: user ? guidOfText(user) : undefined, at: at || undefined };
}

function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((one) => one.name === name);
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((one) => one.name === name);
}

function listed(node: XmlNode, list: string, item: string): XmlNode[] {
  return all(node, list).flatMap((one) => all(one, item));
}

function textOf(node: XmlNode, name: string): string {
  return child(node, name)?.text ?? '';
}

function nameIn({ attributes }: XmlNode): string {
  return attributes.get('name')?.trim() ?? '';
}

function guidIn({ attributes }: XmlNode): string {
  return guidOfText(attributes.get('guid'));
}

function targets(node: XmlNode, name: string): string[] {
  return all(node, name).map(({ attributes }) =>
    guidOfText(attributes.get('targetguid') ?? attributes.get('guid')),
  );
}

function guidOfText(text = ''): string {
  return text
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}

function numberIn({ attributes }: XmlNode, name: string): number {
  const text = attributes.get(name)?.trim() ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

/** `#rgb`, `#rrggbb` or rgb(…) and rgba(…) as `#rrggbb`. */
function colorOf(text = ''): string | undefined {
  const color = text.trim().toLowerCase();
  const [, ...short] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color) ?? [];
  if (short.length === 3) return `#${short.map((digit) => digit + digit).join('')}`;
  if (/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/.test(color)) return color.slice(0, 7);
  const [, ...parts] = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\b/.exec(color) ?? [];
  if (parts.length !== 3 || parts.some((part) => Number(part) > 255)) return undefined;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
