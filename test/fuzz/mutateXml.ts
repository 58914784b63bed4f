import type { Draw } from './draw';
import { hostileNames, hostileTexts } from './hostile';

/** The most signs of a text in a case. */
const most = 300_000;
const deep = 300;

/** A tag or the text up to the next. */
type Tokens = string[];

/**
 * Makes a bad XML text of a good one, mostly one that is well-formed still: elements that come twice, are gone, stand
 * elsewhere or in each other, with other names, attributes and texts.
 * @param other another text, of which elements are taken
 * @param fragments that have broken readers of this kind before
 */
export function mutateXml(draw: Draw, xml: string, other: string, fragments: readonly string[]): string {
  let tokens = tokensOf(xml);
  if (tokens.length === 0) return draw.pick(fragments);
  for (let left = 1 + draw.below(5); left > 0 && tokens.length > 0; left--)
    tokens = changed(draw, tokens, other, fragments);
  return tokens.join('').slice(0, most);
}

function tokensOf(xml: string): Tokens {
  return xml.match(/<[^>]*>|[^<]+/g) ?? [];
}

function changed(draw: Draw, tokens: Tokens, other: string, fragments: readonly string[]): Tokens {
  const [start, end] = elementIn(draw, tokens);
  const own = tokens.slice(start, end);
  const at = draw.below(tokens.length + 1);
  switch (draw.below(13)) {
    case 0:
      return tokens.toSpliced(start, end - start);
    case 1:
      return tokens.toSpliced(start, 0, ...Array.from({ length: 1 + draw.below(4) }, () => own).flat());
    case 2:
      return tokens.toSpliced(start, end - start).toSpliced(Math.min(at, start), 0, ...own);
    case 3: {
      const [from, to] = elementIn(draw, tokens);
      return tokens.toSpliced(from, to - from, ...own);
    }
    case 4: {
      const around = draw.pick(tokens.filter((one) => /^<[^/!?][^>]*[^/]>$/.test(one)).concat('<w:p>'));
      return [...tokens.slice(0, start), around, ...own, closeOf(around), ...tokens.slice(end)];
    }
    case 5:
      return renamed(draw, tokens, start, end);
    case 6:
      return withValue(draw, tokens, start);
    case 7:
      return tokens.with(start, own[0]?.replace(/\s[\w:]+="[^"]*"/, '') ?? '');
    case 8:
      return withText(draw, tokens);
    case 9:
      return tokens.toSpliced(at, 0, draw.pick(fragments));
    case 10:
      return tokens.toSpliced(Math.min(at, tokens.length - 1), 1);
    case 11: {
      const times = 1 + draw.below(deep);
      const open = own[0] && own[0].length < 200 ? own[0] : '<a>';
      return [
        ...tokens.slice(0, start),
        open.replace(/\/>$/, '>').repeat(times),
        ...own,
        closeOf(open).repeat(times),
        ...tokens.slice(end),
      ];
    }
    default: {
      const theirs = tokensOf(other);
      return tokens.toSpliced(at, 0, ...theirs.slice(...elementIn(draw, theirs)));
    }
  }
}

/** Where some element begins and ends, smaller ones more often than the one that holds all. */
function elementIn(draw: Draw, tokens: Tokens): [start: number, end: number] {
  let start = draw.below(Math.max(1, tokens.length));
  while (start > 0 && !/^<[^/!?]/.test(tokens[start]!)) start--;
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (/^<\//.test(token)) depth--;
    else if (/^<[^!?]/.test(token) && !token.endsWith('/>')) depth++;
    if (depth <= 0) return [start, at + 1];
  }
  return [start, tokens.length];
}

function nameOf(tag: string): string {
  return /^<\/?([^\s/>]*)/.exec(tag)?.[1] ?? '';
}

function closeOf(tag: string): string {
  return `</${nameOf(tag)}>`;
}

function renamed(draw: Draw, tokens: Tokens, start: number, end: number): Tokens {
  const name = nameOf(tokens[start] ?? '');
  const other = draw.chance(0.7) ? nameOf(draw.pick(tokens)) : draw.pick(hostileNames);
  const rename = (token: string) => token.replace(/^(<\/?)[^\s/>]*/, (_, open: string) => open + other);
  return tokens.map((token, at) =>
    at === start || (at === end - 1 && nameOf(token) === name) ? rename(token) : token,
  );
}

function withValue(draw: Draw, tokens: Tokens, start: number): Tokens {
  const values = tokens.flatMap((token) => token.match(/(?<==")[^"]*/g) ?? []);
  const value = draw.chance(0.5) && values.length > 0 ? draw.pick(values) : escaped(draw.pick(hostileTexts));
  const tag = tokens[start] ?? '';
  const attributes = tag.match(/(?<![\w:])[\w:]+="[^"]*"/g) ?? [];
  if (attributes.length === 0)
    return tokens.with(
      start,
      tag.replace(/\/?>$/, (end) => ` id="${value}"${end}`),
    );
  const attribute = draw.pick(attributes);
  return tokens.with(
    start,
    tag.replace(attribute, () => `${attribute.slice(0, attribute.indexOf('"'))}"${value}"`),
  );
}

function withText(draw: Draw, tokens: Tokens): Tokens {
  const texts = [...tokens.keys()].filter((at) => !tokens[at]!.startsWith('<'));
  if (texts.length === 0) return tokens;
  return tokens.with(draw.pick(texts), draw.chance(0.2) ? '' : escaped(draw.pick(hostileTexts)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
