import type { Block, Inline, List, Table } from './blocks';

/** Writes a report as Markdown (CommonMark with the tables of GitHub's flavor); of pictures it has the numbers. */
export function renderMarkdown(blocks: readonly Block[]): string {
  let text = '';
  for (const part of markdownParts(blocks)) text += part;
  return text;
}

/** As `renderMarkdown`, in parts: one after the other they are the document. */
export function* markdownParts(blocks: readonly Block[]): Generator<string> {
  let before = '';
  for (const block of blocks) {
    if (block.kind === 'picture' && block.repeats) continue;
    yield `${before}${renderBlock(block)}\n`;
    before = '\n';
  }
  if (before === '') yield '\n';
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeHeadingEnd(escapeMarkdown(block.text))}`;
    case 'paragraph':
      return renderLine(block.content);
    case 'quote':
      return `> ${renderLine(block.content)}`;
    case 'list':
      return renderList(block);
    case 'table':
      return renderTable(block);
    case 'picture':
      return `${renderTable(block.table)}\n\n${escapeLineStart(escapeMarkdown(block.caption))}`;
  }
}

function renderList({ items, depth = 0, first }: List): string {
  const indent = '    '.repeat(depth);
  let lines = '';
  let number = first;
  for (const item of items) {
    const mark = number === undefined ? '-' : `${number++}.`;
    lines += `${lines === '' ? '' : '\n'}${indent}${mark} ${renderLine(item)}`;
  }
  return lines;
}

function renderTable({ caption, columns, rows, total }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const all = total ? [...rows, total] : rows;
  return [
    ...(caption === '' ? [] : [`*${escapeMarkdown(caption)}*`, '']),
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...all.map((cells) => line(cells.map((cell) => renderInline([cell])))),
  ].join('\n');
}

/** A line of its own. One that begins with a mark of Markdown can be taken for nothing else. */
function renderLine(content: readonly Inline[]): string {
  const line = renderInline(content);
  const [first] = content;
  return typeof first === 'object' && first.kind !== 'aside' ? line : escapeLineStart(line);
}

function renderInline(content: readonly Inline[]): string {
  let text = '';
  for (const part of content) text += renderPart(part);
  return text;
}

function renderPart(part: Inline): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if (part.kind === 'anchor') return `<a id="${part.id}"></a>`;
  const text = escapeMarkdown(part.text);
  switch (part.kind) {
    case 'link':
      return `[${bracketsSpelled(text)}](${part.href})`;
    case 'strong':
      return `**${text}**`;
    case 'emphasis':
      return `*${text}*`;
    case 'code':
      return `\`${part.text}\``;
    case 'aside':
      return text;
  }
}

/** Hashes at the end of a heading, or for all of it, would be taken for its close. */
function escapeHeadingEnd(text: string): string {
  return text.replace(/(^|\s)(?=#+$)/, '$1\\');
}

/**
 * Takes their meaning from the characters that Markdown, its tables, math (`$`) and HTML read as marks, and that
 * make an address into a link.
 */
function escapeMarkdown(text: string): string {
  if (!mayBeMarked.test(text)) return text;
  return text.replace(/[\\`*_[\]<>|~$@]|&(?=#?\w+;)|:(?=\/\/)|(?<=[Ww]{3})\./g, '\\$&');
}

/** Finds in words that need no escape, most of all, that they need none, sooner than what tells where one does. */
const mayBeMarked = /[\\`*_[\]<>|~$@&:]|[Ww]\./;

/** Keeps the beginning of a line from being read as a heading, a list, a rule or an underline. */
function escapeLineStart(line: string): string {
  return line.replace(/^(?=[#+=-])/, '\\').replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}

/** In the words of a link, where some readers overlook the backslash before a bracket. */
function bracketsSpelled(escaped: string): string {
  if (!escaped.includes('\\')) return escaped;
  return escaped.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
}
