import { type Block, heading, type Inline, oneLine, paragraph, quoteBlock } from '../../report/blocks';
import { type MarkdownNode, markdownTree } from './markdownTree';

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
  const nodes = markdownTree(text);
  const first = nodes.find(({ type }) => type !== 'html_block');
  for (const node of nodes) {
    const level = node.type === 'heading' ? Number(node.token.tag.slice(1)) : Number.POSITIVE_INFINITY;
    if (level > 2) sections.at(-1)!.blocks.push(...blocksOf(node, 0));
    else if (node !== first || level > 1) sections.push({ title: plainText(node), blocks: [] });
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function blocksOf(node: MarkdownNode, depth: number): Block[] {
  switch (node.type) {
    case 'heading':
      return [heading(3, plainText(node))];
    case 'paragraph':
      return filled(inlinesOf(node), (content) => paragraph(...content));
    case 'blockquote':
      return node.children.flatMap((inner) =>
        inner.type === 'paragraph'
          ? filled(inlinesOf(inner), (content) => quoteBlock(...content))
          : blocksOf(inner, depth),
      );
    case 'bullet_list':
    case 'ordered_list':
      return listBlocks(node, depth);
    case 'table':
      return [tableBlock(node)];
    case 'fence':
    case 'code_block':
    case 'html_block':
      return filled([plainText(node)], (content) => paragraph(...content));
    default:
      return [];
  }
}

function filled(content: readonly Inline[], make: (content: readonly Inline[]) => Block): Block[] {
  return content.some((part) => typeof part !== 'string' || part.trim() !== '') ? [make(content)] : [];
}

/** A list, broken where an item holds another list or more. */
function listBlocks({ type, token, children }: MarkdownNode, depth: number): Block[] {
  const blocks: Block[] = [];
  const isOrdered = type === 'ordered_list';
  let items: (readonly Inline[])[] = [];
  let first = Number(token.attrGet('start') ?? 1);
  const close = () => {
    if (items.length === 0) return;
    blocks.push({ kind: 'list', items, ...(depth > 0 && { depth }), ...(isOrdered && { first }) });
    first += items.length;
    items = [];
  };
  for (const item of children) {
    const [line, ...more] = item.children.flatMap((part) => blocksOf(part, depth + 1));
    const words = line?.kind === 'paragraph' ? line.content : [];
    items.push(taskMarked(words));
    if (line && line.kind !== 'paragraph') more.unshift(line);
    if (more.length > 0) close();
    blocks.push(...more);
  }
  close();
  return blocks;
}

/** The words of an item, with a box where it is a task that is done or not (GitHub Flavored Markdown). */
function taskMarked(content: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = content;
  const [mark, state] = (typeof first === 'string' && /^\[([ xX])\] /.exec(first)) || [];
  if (mark === undefined) return content;
  return [state === ' ' ? '☐ ' : '☑ ', (first as string).slice(mark.length), ...others];
}

function tableBlock({ children }: MarkdownNode): Block {
  const [head, ...others] = children.flatMap((part) => part.children.map((row) => row.children));
  return {
    kind: 'table',
    caption: '',
    columns: head!.map((cell) => ({
      title: plainText(cell),
      kind: cell.token.attrGet('style') === 'text-align:right' ? 'number' : 'text',
    })),
    rows: others.map((row) => row.map(plainText)),
  };
}

function inlinesOf(node: MarkdownNode): Inline[] {
  return trimEnds(joinWords(node.children.flatMap(inlineOf)));
}

function inlineOf(node: MarkdownNode): Inline[] {
  switch (node.type) {
    case 'strong':
      return [{ kind: 'strong', text: plainText(node) }];
    case 'em':
      return [{ kind: 'emphasis', text: plainText(node) }];
    case 'link': {
      const href = String(node.token.attrGet('href') ?? '');
      const text = plainText(node);
      return leadsSomewhere(href) ? [{ kind: 'link', text, href: hrefOf(href) }] : [text];
    }
    default:
      return [wordsOf(node)];
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

/** The words of a node without their marks, on one line. */
function plainText(node: MarkdownNode): string {
  return oneLine(wordsOf(node));
}

function wordsOf({ type, token, children }: MarkdownNode): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  if (type === 'html_inline' || type === 'html_block') return withoutComments(token.content);
  return children.length > 0 ? children.map(wordsOf).join('') : token.content;
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}

/** Words next to each other as one part: to the reader, a line break or an escaped mark parts them. */
function joinWords(parts: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let words = '';
  const close = () => {
    if (words !== '') joined.push(words.replace(/\s+/gu, ' '));
    words = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      words += part;
      continue;
    }
    close();
    joined.push(part);
  }
  close();
  return joined;
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
