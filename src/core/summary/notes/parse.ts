import { lexer, type Token, type Tokens } from 'marked';
import { type Block, heading, type Inline, oneLine, paragraph, quoteBlock } from '../../report/blocks';

/** What stands under one heading of a case's notes; without a title what stands before the first. */
export interface NoteSection {
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
}

/**
 * Reads the notes on a case, Markdown with a heading for each section. A heading of the first level at the very top
 * is the file's title and no section; comments, and sections that hold nothing, are left out.
 */
export function parseNotes(text: string): NoteSection[] {
  const sections: { title: string | undefined; blocks: Block[] }[] = [{ title: undefined, blocks: [] }];
  const tokens = tokensOf(text);
  const first = tokens.find(({ type }) => type !== 'space' && type !== 'html');
  for (const token of tokens) {
    if (token.type !== 'heading' || (token as Tokens.Heading).depth > 2) {
      sections.at(-1)!.blocks.push(...blocksOf(token, 0));
    } else if (token !== first || (token as Tokens.Heading).depth > 1) {
      sections.push({ title: plainText(token), blocks: [] });
    }
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** The parts of a Markdown text; one that is nested too deep to be read is a text without marks. */
function tokensOf(text: string): Token[] {
  try {
    return lexer(text);
  } catch {
    return text
      .split(/\n\s*\n/)
      .map(
        (part): Tokens.Paragraph => ({ type: 'paragraph', raw: part, text: part, tokens: [textToken(part)] }),
      );
  }
}

const textToken = (text: string): Tokens.Text => ({ type: 'text', raw: text, text, escaped: false });

function blocksOf(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'heading':
      return [heading(3, plainText(token))];
    case 'paragraph':
    case 'text':
      return filled(inlinesOf(token), (content) => paragraph(...content));
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) =>
        inner.type === 'paragraph' || inner.type === 'text'
          ? filled(inlinesOf(inner), (content) => quoteBlock(...content))
          : blocksOf(inner, depth),
      );
    case 'list':
      return listBlocks(token as Tokens.List, depth);
    case 'table':
      return [tableBlock(token as Tokens.Table)];
    case 'code':
      return filled([oneLine((token as Tokens.Code).text)], (content) => paragraph(...content));
    case 'html':
      return filled([oneLine(withoutComments((token as Tokens.HTML).text))], (content) =>
        paragraph(...content),
      );
    default:
      return [];
  }
}

function filled(content: readonly Inline[], make: (content: readonly Inline[]) => Block): Block[] {
  return content.some((part) => typeof part !== 'string' || part.trim() !== '') ? [make(content)] : [];
}

/** A list, broken where an item holds another list or more. */
function listBlocks(list: Tokens.List, depth: number): Block[] {
  const blocks: Block[] = [];
  let items: (readonly Inline[])[] = [];
  let first = list.start === '' ? 1 : list.start;
  const close = () => {
    if (items.length === 0) return;
    blocks.push({ kind: 'list', items, ...(depth > 0 && { depth }), ...(list.ordered && { first }) });
    first += items.length;
    items = [];
  };
  for (const item of list.items) {
    const [line, ...others] = item.tokens.filter(({ type }) => type !== 'checkbox' && type !== 'space');
    const mark = item.task ? [item.checked ? '☑ ' : '☐ '] : [];
    items.push([...mark, ...(line ? inlinesOf(line) : [])]);
    const more = others.flatMap((other) => blocksOf(other, depth + 1));
    if (more.length > 0) close();
    blocks.push(...more);
  }
  close();
  return blocks;
}

function tableBlock({ header, align, rows }: Tokens.Table): Block {
  const cellOf = (cell: Tokens.TableCell): Inline => oneLine(cell.tokens.map(wordsOf).join(''));
  return {
    kind: 'table',
    caption: '',
    columns: header.map((cell, index) => ({
      title: oneLine(cell.tokens.map(wordsOf).join('')),
      kind: align[index] === 'right' ? 'number' : 'text',
    })),
    rows: rows.map((row) => row.map(cellOf)),
  };
}

function inlinesOf(token: Token): Inline[] {
  const parts = 'tokens' in token && token.tokens ? token.tokens : [token];
  return trimEnds(parts.flatMap((part) => inlineOf(part)));
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', text: plainText(token) }];
    case 'em':
      return [{ kind: 'emphasis', text: plainText(token) }];
    case 'codespan':
      return [(token as Tokens.Codespan).text];
    case 'link': {
      const { href } = token as Tokens.Link;
      const text = plainText(token);
      return leadsSomewhere(href) ? [{ kind: 'link', text, href: hrefOf(href) }] : [text];
    }
    default:
      return [wordsOf(token).replace(/\s+/gu, ' ')];
  }
}

/** Links to the web, to mail, and to files of the study: notes stand as deep in it as summaries do. */
function leadsSomewhere(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|\.\.\/)/i.test(href);
}

function hrefOf(href: string): string {
  return href.replace(/[\s<>"'()\\^`{|}]|\p{Cc}|\p{Surrogate}/gu, (character) =>
    /\p{Surrogate}/u.test(character)
      ? '%EF%BF%BD'
      : `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** The words of a token without their marks, on one line. */
function plainText(token: Token): string {
  return oneLine(wordsOf(token));
}

function wordsOf(token: Token): string {
  if (token.type === 'br') return ' ';
  if (token.type === 'html') return withoutComments((token as Tokens.HTML).text);
  if ('tokens' in token && token.tokens && token.tokens.length > 0) return token.tokens.map(wordsOf).join('');
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return token.type === 'text' ? decodeEntities(text) : text;
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity]!);
}

function trimEnds(parts: readonly Inline[]): Inline[] {
  return parts
    .map((part, index) => {
      if (typeof part !== 'string') return part;
      const start = index === 0 ? part.trimStart() : part;
      return index === parts.length - 1 ? start.trimEnd() : start;
    })
    .filter((part) => part !== '');
}
