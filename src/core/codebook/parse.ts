import type { Problem } from '../problem';
import { parseTerm, type TermProblem } from '../terms/pattern';
import { longestRegex, writtenOutLength } from '../terms/regexLength';
import { checkRegexTerm } from '../terms/regexTerm';
import { LineIndex } from '../text/lineIndex';
import type { Range } from '../text/range';
import { filled, isEmpty, type YamlEntry, type YamlNode, YamlReader } from '../yaml/reader';
import type { Code, Codebook, Polarity, Term } from './codebook';
import { paletteColor } from './palette';

const codeKeys = [
  'id', 'was', 'retired', 'name', 'color', 'polarity', 'domains', 'definition', 'include', 'exclude',
  'examples', 'terms', 'not', 'codes',
] as const; // biome-ignore format: a table

/** How long a codebook's regular expressions may be together: a long transcript then takes seconds at the worst. */
const mostRegexes = 2000;

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** True where a text can be the id of a code. */
export function isCodeId(text: string): boolean {
  return idPattern.test(text);
}

/** A codebook file, read: the well-formed codes and what is wrong with the rest. */
export interface ParsedCodebook {
  readonly codebook: Codebook;
  readonly problems: readonly Problem[];
}

/**
 * Reads a codebook.yaml.
 * @param knownDomains the ids of the maturity scale's domains; undefined where the study has no scale
 */
export async function parseCodebook(
  file: string,
  text: string,
  knownDomains: readonly string[] | undefined,
): Promise<ParsedCodebook> {
  const parser = new CodebookParser(new YamlReader(file, text), text, knownDomains);
  const codebook = parser.parse();
  await parser.checkRegexTerms();
  return { codebook, problems: parser.problems };
}

type Fields = ReadonlyMap<string, YamlEntry>;
type MutableCode = Code & { children: Code[] };

class CodebookParser {
  readonly #codes: Code[] = [];
  readonly #byId = new Map<string, Code>();
  readonly #lines: LineIndex;
  readonly #oldIds: { code: Code; text: string; node: YamlNode }[] = [];
  readonly #regexTerms: { terms: Term[]; term: Term; node: YamlNode }[] = [];

  constructor(
    private readonly reader: YamlReader,
    text: string,
    private readonly knownDomains: readonly string[] | undefined,
  ) {
    this.#lines = new LineIndex(text);
  }

  get problems(): readonly Problem[] {
    return this.reader.problems;
  }

  parse(): Codebook {
    const roots: Code[] = [];
    if (!isEmpty(this.reader.root)) {
      const fields = this.reader.fields(this.reader.root, 'codebook.yaml', ['codes']);
      this.#parseCodes(fields?.get('codes')?.value, undefined, roots);
    }
    if (this.#codes.length === 0 && this.problems.length === 0) {
      this.reader.problem('codebook-no-codes', { start: 0, end: 0 });
    }
    this.#takeOverIds();
    return { roots, codes: this.#codes, byId: this.#byId };
  }

  /** Only when every code is known: an id of another code stays that code's own. */
  #takeOverIds(): void {
    for (const { code, text, node } of this.#oldIds) {
      const owner = this.#byId.get(text);
      if (!owner) this.#byId.set(text, code);
      else this.reader.problem('code-was-taken', node, text, this.#lineOf(owner));
    }
  }

  #lineOf(code: Code): string {
    return String(this.#lines.positionAt(code.range.start).line + 1);
  }

  /** Regular expressions are checked by their engine, which is loaded only when there are some. */
  async checkRegexTerms(): Promise<void> {
    let length = 0;
    for (const { terms, term, node } of this.#regexTerms) {
      length += Math.min(writtenOutLength(term.source), longestRegex);
      const problem = length > mostRegexes ? tooMany(term.source) : await checkRegexTerm(term.source);
      if (!problem) continue;
      this.reader.problem(problem.code, node, ...problem.args);
      terms.splice(terms.indexOf(term), 1);
    }
  }

  #parseCodes(node: YamlNode, parent: Code | undefined, siblings: Code[]): void {
    for (const item of this.reader.items(node, 'codes')) {
      const fields = this.reader.fields(item, 'a code', codeKeys);
      if (!fields) continue;
      const code = this.#parseCode(fields, item, parent, siblings.length);
      if (code) siblings.push(code);
      // The children of a code that is left out still work: logs hold their ids.
      this.#parseCodes(fields.get('codes')?.value, code ?? parent, code ? code.children : siblings);
    }
  }

  #parseCode(
    fields: Fields,
    item: YamlNode,
    parent: Code | undefined,
    index: number,
  ): MutableCode | undefined {
    const id = this.#parseId(filled(fields, 'id'), item);
    if (!id) return undefined;
    const was = this.reader.texts(fields.get('was')?.value, 'was');
    const code: MutableCode = {
      id: id.text,
      path: parent ? `${parent.path}/${id.text}` : id.text,
      name: this.#localized(fields, 'name') ?? id.text,
      color: this.#color(fields) ?? parent?.color ?? paletteColor(index),
      polarity: this.#polarity(fields) ?? parent?.polarity,
      domains: this.#domains(fields) ?? parent?.domains ?? [],
      definition: this.#localized(fields, 'definition'),
      include: this.#localized(fields, 'include'),
      exclude: this.#localized(fields, 'exclude'),
      examples: this.#examples(fields),
      terms: this.#terms(fields, 'terms'),
      exclusions: this.#terms(fields, 'not'),
      was: was.map(({ text }) => text),
      retired: this.#retired(fields),
      parent,
      children: [],
      range: id.range,
    };
    if (!filled(fields, 'name')) this.reader.problem('code-name-missing', id.range, id.text);
    this.#codes.push(code);
    this.#byId.set(code.id, code);
    this.#oldIds.push(...was.map((old) => ({ code, ...old })));
    return code;
  }

  #parseId(entry: YamlEntry | undefined, item: YamlNode): { text: string; range: Range } | undefined {
    if (!entry) {
      this.reader.problem('code-without-id', firstLine(this.reader.rangeOf(item), this.#lines));
      return undefined;
    }
    const text = this.reader.text(entry.value, 'id');
    if (text === undefined) return undefined;
    const range = this.reader.rangeOf(entry.value);
    if (!isCodeId(text)) {
      this.reader.problem('code-bad-id', range, text);
      return undefined;
    }
    const first = this.#byId.get(text);
    if (first) {
      this.reader.problem('code-duplicate-id', range, text, this.#lineOf(first));
      return undefined;
    }
    return { text, range };
  }

  #localized(fields: Fields, key: string) {
    const entry = filled(fields, key);
    return entry && this.reader.localized(entry.value, key);
  }

  #color(fields: Fields): string | undefined {
    const entry = fields.get('color');
    if (!entry) return undefined;
    // An unquoted #rrggbb is a comment to YAML, so its value is empty.
    const text = isEmpty(entry.value) ? '#' : this.reader.text(entry.value, 'color');
    if (text === undefined) return undefined;
    const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
    if (short)
      return `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`.toLowerCase();
    if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
    this.reader.problem('code-bad-color', isEmpty(entry.value) ? entry.keyRange : entry.value, text);
    return undefined;
  }

  #polarity(fields: Fields): Polarity | undefined {
    const entry = filled(fields, 'polarity');
    const text = entry && this.reader.text(entry.value, 'polarity');
    if (text === undefined || text === 'hinders' || text === 'helps') return text;
    this.reader.problem('code-bad-polarity', entry!.value, text);
    return undefined;
  }

  #domains(fields: Fields): string[] | undefined {
    const entry = filled(fields, 'domains');
    if (!entry) return undefined;
    return this.reader.texts(entry.value, 'domains').flatMap(({ text, node }) => {
      if (this.knownDomains && !this.knownDomains.includes(text)) {
        this.reader.problem('code-unknown-domain', node, text, this.knownDomains.join(', '));
        return [];
      }
      return [text];
    });
  }

  #examples(fields: Fields): Code['examples'] {
    const entry = filled(fields, 'examples');
    if (!entry) return [];
    return this.reader
      .localizedLists(entry.value, 'examples')
      .flatMap(({ language, items }) => items.map(({ text }) => ({ language, text })));
  }

  #terms(fields: Fields, key: 'terms' | 'not'): Term[] {
    const entry = filled(fields, key);
    const terms: Term[] = [];
    if (!entry) return terms;
    for (const { language, items } of this.reader.localizedLists(entry.value, key)) {
      for (const { text, node } of items) {
        const parsed = parseTerm(text);
        if ('problem' in parsed) {
          this.reader.problem(parsed.problem.code, node, ...parsed.problem.args);
          continue;
        }
        const term = { source: text, pattern: parsed.pattern, language };
        terms.push(term);
        if (parsed.pattern.kind === 'regex') this.#regexTerms.push({ terms, term, node });
      }
    }
    return terms;
  }

  #retired(fields: Fields): boolean {
    const entry = filled(fields, 'retired');
    return entry ? (this.reader.flag(entry.value, 'retired') ?? false) : false;
  }
}

function firstLine(range: Range, lines: LineIndex): Range {
  return { start: range.start, end: Math.min(range.end, lines.lineEnd(lines.positionAt(range.start).line)) };
}

function tooMany(term: string): TermProblem {
  return { code: 'term-regex-too-many', args: [term, String(mostRegexes)] };
}
