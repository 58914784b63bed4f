import type { Problem } from '../problem';
import { ProblemList } from '../problem';
import { detach } from '../text/detach';
import type { Range } from '../text/range';
import { isEmpty, YamlReader } from '../yaml/reader';
import type { FrontMatter } from './transcript';

const textKeys = ['case', 'organization', 'participant', 'role', 'date', 'language'] as const;

const nothing: FrontMatter = {
  case: undefined,
  organization: undefined,
  participant: undefined,
  role: undefined,
  interviewers: undefined,
  date: undefined,
  language: undefined,
};

/** Front matter as read, the range it takes with its fences, and where its values stand. */
export interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly head: Range;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly problems: readonly Problem[];
}

/** Reads the optional YAML between `---` lines at the beginning of a transcript. */
export function parseFrontMatter(file: string, text: string): ParsedFrontMatter {
  const none = { frontMatter: nothing, head: { start: 0, end: 0 }, ranges: new Map<string, Range>() };
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return { ...none, problems: [] };
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;
  const rest = text.slice(opening[0].length);
  const end = closing.exec(rest);
  if (!end) {
    const list = new ProblemList(file, text);
    list.add('transcript-open-front-matter', { start: 0, end: 3 });
    return { ...none, problems: list.problems };
  }
  const reader = new YamlReader(file, detach(rest.slice(0, end.index)), opening[0].length, text);
  const head = { start: 0, end: opening[0].length + end.index + end[0].length };
  return { ...readFields(reader), head, problems: reader.problems };
}

function readFields(reader: YamlReader): Pick<ParsedFrontMatter, 'frontMatter' | 'ranges'> {
  const ranges = new Map<string, Range>();
  if (isEmpty(reader.root)) return { frontMatter: nothing, ranges };
  const frontMatter: Record<string, string | readonly string[] | undefined> = { ...nothing };
  for (const { key, value } of reader.entries(reader.root, 'the front matter') ?? []) {
    const textKey = textKeys.find((known) => known === key);
    if ((!textKey && key !== 'interviewer') || isEmpty(value)) continue;
    ranges.set(key, reader.rangeOf(value));
    if (textKey) frontMatter[textKey] = reader.text(value, key);
    else frontMatter.interviewers = reader.textOrTexts(value, key);
  }
  return { frontMatter: frontMatter as unknown as FrontMatter, ranges };
}
