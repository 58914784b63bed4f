import { isMap, isScalar, parseDocument } from 'yaml';
import type { StudySettings } from '../settings/settings';
import { scalarText } from '../yaml/render';
import { type ListedName, type NameKind, nameKinds } from './names';
import type { SuggestedName } from './suggest';

type Language = StudySettings['language'];

interface Labels {
  readonly heading: readonly string[];
  readonly pseudonyms: Readonly<Record<NameKind, string>>;
  readonly sources: Readonly<Record<SuggestedName['source'], string>>;
}

const labels: Readonly<Record<Language, Labels>> = {
  en: {
    heading: [
      'The names in the study that are replaced before it is shared.',
      'Keep this file to yourself.',
      'On each line a name and its pseudonym, behind the colon and a space.',
      'Remove the lines that are no names, and add those that are missing.',
      'Names of several words go before their parts by themselves.',
      'A name that is a word as well is replaced only where it has its capitals with:',
      '  Cook: { pseudonym: Person 9, capitals: true }',
    ],
    pseudonyms: { persons: 'Person', places: 'Place', organizations: 'Organization', others: 'Name' },
    sources: {
      frontMatter: 'front matter',
      speaker: 'speaker',
      study: 'study.yaml',
      text: 'in what is said',
    },
  },
  nl: {
    heading: [
      'De namen in de studie die worden vervangen voor deze wordt gedeeld.',
      'Houd dit bestand voor uzelf.',
      'Op elke regel een naam en het pseudoniem ervoor, achter de dubbele punt en een spatie.',
      'Haal de regels weg die geen namen zijn, en voeg toe wat ontbreekt.',
      'Namen van meer woorden gaan vanzelf voor hun delen.',
      'Een naam die ook een woord is, wordt alleen met hoofdletters vervangen met:',
      '  Kok: { pseudonym: Persoon 9, capitals: true }',
    ],
    pseudonyms: { persons: 'Persoon', places: 'Plaats', organizations: 'Organisatie', others: 'Naam' },
    sources: {
      frontMatter: 'front matter',
      speaker: 'spreker',
      study: 'study.yaml',
      text: 'in wat gezegd wordt',
    },
  },
};

/**
 * The text of a file of names with suggestions added, each with its pseudonym and where it comes from. What the file
 * has stays as it is.
 * @param text of the file; empty for a new one
 * @param listed the names that it has
 */
export function addToNames(
  text: string,
  listed: readonly ListedName[],
  suggestions: readonly SuggestedName[],
  language: Language,
): string {
  const { heading } = labels[language];
  let result = text.trim() === '' ? heading.map((line) => `# ${line}\n`).join('') : text;
  const taken = new Set(listed.map(({ pseudonym }) => pseudonym.toLowerCase()));
  for (const kind of nameKinds) {
    const lines = suggestions
      .filter((one) => one.kind === kind)
      .map((one) => nameLine(one, nextPseudonym(kind, language, taken), language));
    if (lines.length > 0) result = withLines(result, kind, lines);
  }
  return result;
}

function nextPseudonym(kind: NameKind, language: Language, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const pseudonym = `${labels[language].pseudonyms[kind]} ${number}`;
    if (taken.has(pseudonym.toLowerCase())) continue;
    taken.add(pseudonym.toLowerCase());
    return pseudonym;
  }
}

function nameLine(
  { name, source, count, file, line, isWord }: SuggestedName,
  pseudonym: string,
  language: Language,
): string {
  const value = isWord ? `{ pseudonym: ${pseudonym}, capitals: true }` : pseudonym;
  const times = count > 0 ? `, ${count}×` : '';
  const place =
    source === 'study' ? '' : `; ${`${file}:${line}`.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd')}`;
  return `${scalarText(name)}: ${value}   # ${labels[language].sources[source]}${times}${place}`;
}

/** The text with lines added at the end of a list, which is made where there is none. */
function withLines(text: string, kind: NameKind, lines: readonly string[]): string {
  const ends = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const { contents } = parseDocument(ends, { logLevel: 'error' });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === kind)
    : undefined;
  const list = pair?.value;
  if (isMap(list) && !list.flow && list.range && list.items.length > 0) {
    const at = ends.slice(0, list.range[1]).trimEnd().length;
    const lineEnd = ends.indexOf('\n', at) + 1;
    const first = (list.items[0]!.key as { range?: [number, number, number] }).range![0];
    const indent = ends.slice(ends.lastIndexOf('\n', first - 1) + 1, first);
    return ends.slice(0, lineEnd) + lines.map((line) => `${indent}${line}\n`).join('') + ends.slice(lineEnd);
  }
  const key = pair && isScalar(pair.key) ? pair.key.range : undefined;
  const own = lines.map((line) => `  ${line}\n`).join('');
  if (!key) return `${ends}${kind}:\n${own}`;
  const lineEnd = ends.indexOf('\n', key[1]) + 1;
  return ends.slice(0, lineEnd) + own + ends.slice(lineEnd);
}
