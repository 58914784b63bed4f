import { fullSpeed, type Pace } from '../cache/bounded';
import type { Study } from '../study';
import { studyFiles } from '../study/files';
import { compareStrings } from '../text/compare';
import { LineIndex } from '../text/lineIndex';
import { textsOf } from '../text/localized';
import type { Transcript } from '../transcript/transcript';
import { type CapitalizedWords, capitalizedWords } from './capitalized';
import { type ListedName, type NameKind, nameKinds, namePatterns } from './names';
import { NameTable } from './nameTable';
import { nameWords } from './nameWords';

/** Where a suggestion comes from. */
type NameSource = 'frontMatter' | 'speaker' | 'study' | 'text';

/** A name that may have to be replaced. */
export interface SuggestedName {
  readonly name: string;
  readonly kind: NameKind;
  readonly source: NameSource;
  /** How often the interviews say it, or have it as a label. */
  readonly count: number;
  /** Where it was first found: the file and the line, counted from 1. */
  readonly file: string;
  readonly line: number;
  /** Whether it also stands there as a word in small letters, so that its capitals tell the name from the word. */
  readonly isWord: boolean;
}

/** What names are looked for in: a study, or as much of it as someone may see. */
type NameStudy = Pick<Study, 'settings' | 'codedTranscriptPaths' | 'transcript' | 'codings' | 'reviews'>;

/** A place that speaks for a name. */
type Evidence = Pick<SuggestedName, 'kind' | 'source' | 'file' | 'line' | 'count'>;

/** What is known of a name while the study is gone through. */
interface Found {
  readonly name: string;
  readonly kinds: Map<NameKind, number>;
  source: NameSource;
  count: number;
  /** How often it stands where only a name has a capital. */
  inside: number;
  readonly file: string;
  readonly line: number;
}

const smallWord = /(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu;
/** Labels that tell who speaks without a name. */
const plainLabel =
  /^(?:int|interviewer|interviewster|respondent|resp|geïnterviewde|deelnemer|participant|spreker|speaker|moderator|onderzoeker|researcher|man|vrouw|onbekend|unknown|allen|all)$/;
/** What stands for a name already, such as `P04` or `org-1`. */
const codePattern = /^\p{L}{1,4}[-_. ]?\d+\p{L}?$|^\p{L}$|^\d+$/u;
const organizationWord =
  /zorggroep|ziekenhuis|stichting|gemeente|kliniek|umc|hospital|universi|hogeschool|zorgkantoor|verzeker|coöperatie|thuiszorg|foundation|clinic|trust|b\.?v\.?$/i;
const placeBefore = /^(?:in|uit|naar|te|vanuit|richting|near|from)$/;
const personBefore =
  /^(?:dhr|meneer|heer|mevrouw|mevr|mw|dokter|dr|drs|prof|professor|zuster|broeder|mr|mrs|ms|doctor|collega)$/;

/**
 * The names that a study seems to have: organizations, participants and interviewers of its front matter, speakers,
 * organizations of study.yaml, and words with capitals that begin no sentence, in what is said and in memos and comments. Those that are listed
 * already are left out, the most frequent come first.
 */
export async function suggestNames(
  study: NameStudy,
  listed: readonly ListedName[],
  pace: Pace = fullSpeed,
): Promise<SuggestedName[]> {
  const suggestions = new Suggestions();
  await addSettings(study, suggestions);
  const small = new Map<string, number>();
  const paths = await study.codedTranscriptPaths();
  for (const [index, path] of paths.entries()) {
    const transcript = await study.transcript(path);
    if (transcript) addTranscript(transcript, suggestions, small);
    await addLogs(study, path, transcript?.text ?? '', suggestions);
    await pace.rest(index + 1, paths.length);
  }
  const table = new NameTable(namePatterns(listed));
  return suggestions.result(small).filter(({ name }) => table.replace(name) === name);
}

/** What coders and reviewers wrote, and words of quotes that the transcript no longer has. */
async function addLogs(
  study: NameStudy,
  path: string,
  text: string,
  suggestions: Suggestions,
): Promise<void> {
  const addWritten = (written: string | undefined, file: string) => {
    for (const words of capitalizedWords(written ?? '')) suggestions.addSaid(words, file, 1);
  };
  for (const { coding, log } of await study.codings(path)) {
    addWritten(coding.memo, log);
    if (!text.includes(coding.quote)) addWritten(coding.quote, log);
  }
  for (const { review, log } of await study.reviews(path)) addWritten(review.comment, log);
}

function addTranscript(
  { path, text, frontMatter, turns }: Transcript,
  suggestions: Suggestions,
  small: Map<string, number>,
): void {
  const lines = new LineIndex(text);
  const { organization, participant, interviewers = [] } = frontMatter;
  const head = { source: 'frontMatter', file: path, line: 1, count: 0 } as const;
  if (organization !== undefined) suggestions.add(organization, { ...head, kind: 'organizations' });
  for (const name of [participant, ...interviewers]) {
    if (name !== undefined) suggestions.add(name, { ...head, kind: 'persons' });
  }
  for (const { speaker, speech, label } of turns) {
    const line = lines.positionAt(label.start).line + 1;
    const name = speaker?.replace(/\s*\([^)]*\)/g, '');
    if (name !== undefined) {
      suggestions.add(name, { kind: 'persons', source: 'speaker', file: path, line, count: 1 });
    }
    const said = text.slice(speech.start, speech.end);
    for (const words of capitalizedWords(said)) {
      suggestions.addSaid(words, path, lines.positionAt(speech.start + words.start).line + 1);
    }
    for (const { 0: word } of said.matchAll(smallWord)) small.set(word, (small.get(word) ?? 0) + 1);
  }
}

async function addSettings(study: NameStudy, suggestions: Suggestions): Promise<void> {
  const { cases } = await study.settings();
  const settings = { file: studyFiles.settings, line: 1, count: 0 };
  for (const { organizations } of cases) {
    for (const { id, name } of organizations) {
      for (const text of [id, ...textsOf(name)])
        suggestions.add(text, { kind: 'organizations', source: 'study', ...settings });
    }
  }
}

class Suggestions {
  readonly #found = new Map<string, Found>();

  add(name: string, evidence: Evidence): void {
    const trimmed = name.trim();
    if (trimmed.length < 2 || codePattern.test(trimmed) || isPlainLabel(trimmed)) return;
    this.#note(trimmed, evidence);
  }

  addSaid(words: CapitalizedWords, file: string, line: number): void {
    const found = this.#note(words.text, { kind: kindOf(words), source: 'text', file, line, count: 1 });
    if (!words.opens) found.inside++;
  }

  /** @param small how often words stand in the interviews in small letters */
  result(small: ReadonlyMap<string, number>): SuggestedName[] {
    const isName = ({ name, source, inside }: Found) =>
      source !== 'text' || (inside > 0 && (small.get(name.toLowerCase()) ?? 0) <= 2 * inside);
    const names = [...this.#found.values()].filter(isName);
    const parts = new Set(names.flatMap(partsOf));
    names.push(...[...this.#found].flatMap(([key, one]) => (parts.has(key) && !isName(one) ? [one] : [])));
    const suggestions = names.map((found) => {
      const { name, source, count, file, line } = found;
      const kind = parts.has(keyOf(name)) ? 'persons' : likeliest(found);
      return { name, kind, source, count, file, line, isWord: small.has(name.toLowerCase()) };
    });
    return suggestions.sort(
      (a, b) =>
        nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind) ||
        Number(a.source === 'text') - Number(b.source === 'text') ||
        b.count - a.count ||
        compareStrings(a.name, b.name),
    );
  }

  #note(name: string, { kind, source, file, line, count }: Evidence): Found {
    const key = keyOf(name);
    const found = this.#found.get(key) ?? { name, kinds: new Map(), source, count: 0, inside: 0, file, line };
    this.#found.set(key, found);
    found.count += count;
    if (found.source === 'text') found.source = source;
    found.kinds.set(kind, (found.kinds.get(kind) ?? 0) + (source === 'text' ? 1 : 1000));
    return found;
  }
}

/** The words of a person's name that may be said by themselves, as `keyOf` has them. */
function partsOf(found: Found): string[] {
  const words = found.name.split(/[\s]+/);
  if (words.length < 2 || likeliest(found) !== 'persons') return [];
  return words.filter((word) => /^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(word)).map(keyOf);
}

function keyOf(name: string): string {
  return nameWords(name)
    .map(({ key }) => key)
    .join(' ');
}

function isPlainLabel(name: string): boolean {
  return (
    plainLabel.test(
      name
        .toLowerCase()
        .replace(/[\s.]*[\d\p{Lu}]?$/u, '')
        .trim(),
    ) || plainLabel.test(name.toLowerCase())
  );
}

function kindOf({ text, before }: CapitalizedWords): NameKind {
  if (organizationWord.test(text)) return 'organizations';
  if (personBefore.test(before)) return 'persons';
  if (/^[\p{Lu}-]{2,}$/u.test(text)) return 'organizations';
  if (placeBefore.test(before)) return 'places';
  return /[ .]/.test(text) ? 'persons' : 'others';
}

/** The kind that most places speak for; a place that only says nothing counts for little. */
function likeliest({ kinds }: Found): NameKind {
  const weight = (kind: NameKind) => (kinds.get(kind) ?? 0) * (kind === 'others' ? 0.3 : 1);
  return nameKinds.reduce((best, kind) => (weight(kind) > weight(best) ? kind : best));
}
