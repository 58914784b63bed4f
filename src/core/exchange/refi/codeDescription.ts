import type { Code } from '../../codebook/codebook';
import type { Localized } from '../../text/localized';
import { type Labelled, readLabelled, writeLabelled } from './labelled';

const labels = [
  'Name',
  'Definition',
  'Include',
  'Exclude',
  'Example',
  'Polarity',
  'Domains',
  'Term',
  'Not',
  'Was',
  'Retired',
  'Unknown',
  'Id',
] as const;
type Label = (typeof labels)[number];

/** What the description of a code says that REFI-QDA has no place of its own for. */
export interface CodeDescription {
  readonly id: string | undefined;
  readonly name: Localized | undefined;
  readonly definition: Localized | undefined;
  readonly include: Localized | undefined;
  readonly exclude: Localized | undefined;
  readonly examples: Code['examples'];
  readonly polarity: string | undefined;
  /** Undefined where nothing is said of them. */
  readonly domains: readonly string[] | undefined;
  readonly terms: readonly LanguageText[];
  readonly exclusions: readonly LanguageText[];
  readonly was: readonly string[];
  readonly retired: boolean;
  /** True for an id that only codings know. */
  readonly unknown: boolean;
}

interface LanguageText {
  readonly language: string | undefined;
  readonly text: string;
}

/**
 * All that a code is besides its name, color and place in the tree, as words that can be read again.
 * @param shown the name under which it is in the project
 */
export function describeCode(code: Code, shown: string): string {
  const { id, name, definition, include, exclude, examples, polarity, terms, exclusions, was, parent } = code;
  const domains = code.domains.join(' ');
  return writeLabelled([
    ...localized('Name', name === shown ? undefined : name),
    ...localized('Definition', definition),
    ...localized('Include', include),
    ...localized('Exclude', exclude),
    ...examples.map(({ language, text }) => part('Example', text, language)),
    ...(polarity !== undefined && polarity !== parent?.polarity ? [part('Polarity', polarity)] : []),
    ...(domains !== (parent?.domains ?? []).join(' ') ? [part('Domains', domains)] : []),
    ...terms.map(({ source, language }) => part('Term', source, language)),
    ...exclusions.map(({ source, language }) => part('Not', source, language)),
    ...was.map((old) => part('Was', old)),
    ...(code.retired ? [part('Retired', 'yes')] : []),
    part('Id', id),
  ]);
}

/** The description of an id that is not in the codebook. */
export function describeUnknown(id: string): string {
  return writeLabelled([part('Unknown', 'not in the codebook'), part('Id', id)]);
}

/** What a description says; one that was written by hand or by another program is a definition. */
export function readDescription(text: string): CodeDescription {
  const parts = readLabelled(text, labels) ?? (text.trim() === '' ? [] : [part('Definition', text.trim())]);
  const all = (label: Label) => parts.filter((one) => one.label === label);
  const texts = (label: Label) => all(label).map((one) => ({ language: one.language, text: one.text }));
  const first = (label: Label) => all(label)[0]?.text;
  return {
    id: first('Id'),
    name: localizedOf(all('Name')),
    definition: localizedOf(all('Definition')),
    include: localizedOf(all('Include')),
    exclude: localizedOf(all('Exclude')),
    examples: texts('Example'),
    polarity: first('Polarity'),
    domains: first('Domains')?.split(/\s+/).filter(Boolean),
    terms: texts('Term'),
    exclusions: texts('Not'),
    was: all('Was').map((one) => one.text),
    retired: all('Retired').length > 0,
    unknown: all('Unknown').length > 0,
  };
}

function part(label: Label, text: string, language?: string): Labelled {
  return { label, text, language };
}

function localized(label: Label, value: Localized | undefined): Labelled[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [part(label, value)];
  return Object.entries(value).map(([language, text]) => part(label, text, language));
}

function localizedOf(parts: readonly Labelled[]): Localized | undefined {
  const [first] = parts;
  if (!first || first.language === undefined) return first?.text;
  return Object.fromEntries(parts.map(({ language, text }) => [language ?? '', text]));
}
