import { characterOf } from './entities';

/** A tag of a fragment of HTML, or the text up to the next. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Tags are not longer than this; what is, is text. */
const longestTag = 4000;

/** The parts of a fragment of HTML as editors in browsers write it. The text is taken, nothing is ever rendered. */
export function* htmlParts(html: string): Generator<HtmlPart> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) yield { kind: 'text', text: decodeEntities(html.slice(at, end)) };
    if (open === -1) return;
    const tag = tagAt(html, open);
    if (!tag) yield { kind: 'text', text: '<' };
    else if (tag.part) yield tag.part;
    at = tag?.end ?? open + 1;
  }
}

/** The value of an attribute, decoded; undefined where it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

/** A text with its character references (`&amp;`, `&#233;`) as characters; unknown ones stay as they are. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,8});/gi,
    (all, name: string) => characterOf(name) ?? all,
  );
}

function tagAt(html: string, open: number): { part: HtmlPart | undefined; end: number } | undefined {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open);
    return { part: undefined, end: end === -1 ? html.length : end + 3 };
  }
  const end = tagEnd(html, open);
  if (end === undefined) return undefined;
  const match = /^<(\/?)([a-z][a-z\d]*)([\s\S]*)>$/i.exec(html.slice(open, end));
  if (!match) return /^<[!?]/.test(html.slice(open, open + 2)) ? { part: undefined, end } : undefined;
  const [, slash, name, attributes] = match;
  return {
    part: { kind: slash ? 'close' : 'open', name: name!.toLowerCase(), attributes: attributes! },
    end,
  };
}

/** After the `>` that ends a tag, not one in a quoted attribute. */
function tagEnd(html: string, open: number): number | undefined {
  let quote = '';
  for (let at = open + 1; at < Math.min(html.length, open + longestTag); at++) {
    const sign = html[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '<') return undefined;
  }
  return undefined;
}
