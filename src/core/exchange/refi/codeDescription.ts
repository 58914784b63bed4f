import type { Code } from '../../codebook/codebook';
import type { Localized } from '../../text/localized';
import { type Labelled, writeLabelled } from './labelled';

type Label =
  | 'Name'
  | 'Definition'
  | 'Include'
  | 'Exclude'
  | 'Example'
  | 'Polarity'
  | 'Domains'
  | 'Term'
  | 'Not'
  | 'Was'
  | 'Retired'
  | 'Unknown'
  | 'Id';

/** All that a code is besides its name, color and place in the tree, as words that can be read again. */
export function describeCode(code: Code): string {
  const { id, name, definition, include, exclude, examples, polarity, terms, exclusions, was, parent } = code;
  const domains = code.domains.join(' ');
  return writeLabelled([
    ...localized('Name', typeof name === 'string' ? undefined : name),
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

function part(label: Label, text: string, language?: string): Labelled {
  return { label, text, language };
}

function localized(label: Label, value: Localized | undefined): Labelled[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [part(label, value)];
  return Object.entries(value).map(([language, text]) => part(label, text, language));
}
