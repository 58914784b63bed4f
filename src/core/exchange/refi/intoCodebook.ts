import type { Code, Codebook } from '../../codebook/codebook';
import { addWholeCodes, proposeCodeId } from '../../codebook/edit';
import { isCodeId } from '../../codebook/parse';
import { groupBy } from '../../summary/groupBy';
import { type Localized, localize } from '../../text/localized';
import { YamlEditError } from '../../yaml/sheet';
import type { YamlValue } from '../../yaml/wholeItems';
import { ImportError } from '../importError';
import { type CodeDescription, readDescription } from './codeDescription';
import { codeGuid } from './codes';
import type { RefiCode } from './model';

/** The codes of a project in a study. */
export interface TakenCodes {
  /** The text of codebook.yaml as it then is; the same as before where nothing is new. */
  readonly text: string;
  /** The ids of the codes, by the GUIDs of the project. */
  readonly ids: ReadonlyMap<string, string>;
  /** How many are new. */
  readonly added: number;
}

/**
 * Finds the codes of a project in a codebook, by GUID, by the id in their description or by name, and adds those that
 * are not there below the code that they are below. Throws an ImportError where these cannot be written.
 */
export function takeCodes(codes: readonly RefiCode[], codebook: Codebook, before: string): TakenCodes {
  const taker = new CodeTaker(codebook);
  taker.take(codes, undefined);
  let text = before;
  for (const [parent, added] of taker.additions) text = withCodes(text, parent, added);
  return { text, ids: taker.ids, added: taker.added };
}

/** Codes that could not be read again, such as those nested beyond all measure, are not written. */
function withCodes(text: string, parent: string | undefined, added: readonly Entry[]): string {
  try {
    return addWholeCodes(text, parent, added);
  } catch (error) {
    const isRefused = error instanceof YamlEditError && error.reason === 'yaml-shape';
    throw isRefused ? new ImportError('import-codes-unwritable') : error;
  }
}

type Entry = Record<string, YamlValue>;

/** A code that is added, and the color that it is shown in. */
interface NewCode {
  readonly entry: Entry;
  readonly color: string | undefined;
}

class CodeTaker {
  readonly ids = new Map<string, string>();
  /** New codes by the id of the known code that they go under; undefined for the top. */
  readonly additions = new Map<string | undefined, Entry[]>();
  added = 0;
  readonly #byGuid: ReadonlyMap<string, Code>;
  readonly #byName = new Map<string, Code>();
  readonly #taken: Set<string>;

  constructor(private readonly codebook: Codebook) {
    this.#byGuid = new Map(codebook.codes.map((code) => [codeGuid(code.id), code]));
    this.#taken = new Set(codebook.byId.keys());
    for (const code of codebook.codes.toReversed()) {
      for (const name of namesOf(code.name)) this.#byName.set(keyOf(name), code);
    }
  }

  /** @param above the code that they are below: one that is known, or one that is added */
  take(codes: readonly RefiCode[], above: Code | NewCode | undefined): void {
    for (const code of codes) {
      const said = readDescription(code.description);
      const known = this.#known(code, said);
      if (known) this.ids.set(code.guid, known.id);
      else if (said.unknown && said.id !== undefined) this.ids.set(code.guid, said.id);
      this.take(code.codes, known ?? (this.ids.has(code.guid) ? above : this.#add(code, said, above)));
    }
  }

  #known({ guid, name }: RefiCode, { id }: CodeDescription): Code | undefined {
    if (id !== undefined) return this.codebook.byId.get(id);
    return this.#byGuid.get(guid) ?? this.#byName.get(keyOf(name));
  }

  #add(code: RefiCode, said: CodeDescription, above: Code | NewCode | undefined): NewCode {
    const name = said.name ?? (code.name || 'code');
    const id = this.#idFor(said.id, localize(name, 'en'));
    this.ids.set(code.guid, id);
    this.added++;
    const entry = entryOf(code, said, id, name, above?.color);
    if (above && 'entry' in above) above.entry.codes = [...((above.entry.codes as Entry[]) ?? []), entry];
    else this.additions.set(above?.id, [...(this.additions.get(above?.id) ?? []), entry]);
    return { entry, color: code.color ?? above?.color };
  }

  #idFor(said: string | undefined, name: string): string {
    const isFree = said !== undefined && isCodeId(said) && !this.#taken.has(said);
    const id = isFree ? said : proposeCodeId(name, this.#taken);
    this.#taken.add(id);
    return id;
  }
}

function entryOf(
  code: RefiCode,
  said: CodeDescription,
  id: string,
  name: Localized,
  inherited: string | undefined,
): Entry {
  const { polarity, domains, definition, include, exclude } = said;
  const fields: Record<string, YamlValue | undefined> = {
    id,
    was: said.was.length > 0 ? said.was : undefined,
    retired: said.retired || undefined,
    name,
    color: code.color === inherited ? undefined : code.color,
    polarity: polarity === 'hinders' || polarity === 'helps' ? polarity : undefined,
    domains,
    definition,
    include,
    exclude,
    examples: byLanguage(said.examples),
    terms: byLanguage(said.terms),
    not: byLanguage(said.exclusions),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Entry;
}

/** A list for all languages, or one per language; undefined where there is nothing. */
function byLanguage(texts: CodeDescription['terms']): YamlValue | undefined {
  if (texts.length === 0) return undefined;
  const plain = texts.map(({ text }) => text);
  if (texts.some(({ language }) => language === undefined)) return plain;
  return Object.fromEntries(
    [...groupBy(texts, ({ language }) => language!)].map(([language, own]) => [
      language,
      own.map(({ text }) => text),
    ]),
  );
}

function namesOf(name: Localized): string[] {
  return typeof name === 'string' ? [name] : Object.values(name);
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
