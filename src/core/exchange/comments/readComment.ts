/** What a comment says of the passage it is on: the codes, as they were written, and the memo. */
export interface ReadComment {
  readonly labels: readonly string[];
  readonly memo: string;
}

const separators = /\s*[;,|]\s*/;
const tag = /(?:^|(?<=\s))#[\p{L}\p{N}][\p{L}\p{M}\p{N}_/.-]*/gu;
const mostWords = 3;
const longest = 40;

/**
 * Reads a comment as people code in Word: `code`, `code: memo`, `code1; code2`, `#code`, and the memo after a line
 * break. Words that are no code yet are labels too where they can be the name of one; a comment without labels is
 * a remark.
 * @param isCode whether there is a code that is called this
 */
export function readComment(text: string, isCode: (label: string) => boolean): ReadComment {
  const said = text.trim();
  const tags = [...said.matchAll(tag)].map(([label]) => label.slice(1).replace(/[./-]+$/, ''));
  if (tags.length > 0) return { labels: unique(tags), memo: withoutTags(said) };
  if (isCode(said)) return { labels: [said], memo: '' };
  const [first = '', ...rest] = said.split('\n').map((line) => line.trim());
  const colon = /^([^:]+?)\s*:(?:\s+|$)([\s\S]*)$/.exec(first);
  if (colon) {
    const listed = labelsIn(colon[1]!, isCode);
    if (listed.labels.length > 0) return { ...listed, memo: joined(listed.memo, colon[2]!, ...rest) };
  }
  const listed = labelsIn(first, isCode);
  let at = 0;
  const labels = [...listed.labels];
  // More codes, a line each.
  while (at < rest.length && labels.length > 0 && rest[at]!.split(separators).every(isCode)) {
    labels.push(...rest[at++]!.split(separators));
  }
  return labels.length > 0
    ? { labels: unique(labels), memo: joined(listed.memo, ...rest.slice(at)) }
    : { labels: [], memo: said };
}

/** What is a code in a list, or can be one; beside a code that is there, longer words are the memo. */
function labelsIn(list: string, isCode: (label: string) => boolean): ReadComment {
  if (isCode(list)) return { labels: [list], memo: '' };
  const parts = list.split(separators).filter((part) => part !== '');
  const isKnown = parts.some(isCode);
  const isLabel = (part: string) => isCode(part) || canBeCode(part);
  if (!isKnown && !parts.every(isLabel)) return { labels: [], memo: '' };
  return { labels: unique(parts.filter(isLabel)), memo: parts.filter((part) => !isLabel(part)).join(', ') };
}

function canBeCode(part: string): boolean {
  return (
    part.length <= longest &&
    part.split(/\s+/).length <= mostWords &&
    /\p{L}/u.test(part) &&
    !/[.?!…"“”()<>]/.test(part)
  );
}

function withoutTags(text: string): string {
  return text
    .replace(tag, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^[\s:;,–-]+|\s+$/g, '');
}

function joined(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .trim();
}

function unique(labels: readonly string[]): string[] {
  return [...new Set(labels)];
}
