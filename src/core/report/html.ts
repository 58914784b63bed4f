import {
  type Block,
  type Column,
  deepestList,
  type Inline,
  type List,
  mostLevelTitles,
  type Picture,
  type Table,
} from './blocks';
import { htmlStyle } from './htmlStyle';

/** Writes a report as an HTML page that needs nothing else: no script, no file, no network. */
export function renderHtml(blocks: readonly Block[], language: string, title: string): string {
  let page = htmlHead(language, title);
  for (const part of articleParts(blocks)) page += part;
  return page + htmlTail;
}

/** What a page has before its articles. */
export function htmlHead(language: string, title: string): string {
  return `${[
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${htmlStyle}\n</style>`,
    '</head>',
    '<body>',
  ].join('\n')}\n`;
}

/** What a page has after its articles. */
export const htmlTail = '</body>\n</html>\n';

/** A report as an article of a page, in parts: one after the other they are the article. */
export function* articleParts(blocks: readonly Block[]): Generator<string> {
  yield '<article>\n';
  for (const block of blocks) yield `${renderBlock(block)}\n`;
  yield '</article>\n';
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${renderInline(block.content)}</p>`;
    case 'quote':
      return `<blockquote>${renderInline(block.content)}</blockquote>`;
    case 'list':
      return renderList(block);
    case 'table':
      return renderTable(block);
    case 'picture':
      return renderPicture(block);
  }
}

function renderList({ items, depth = 0, first }: List): string {
  const tag = first === undefined ? 'ul' : 'ol';
  const start = first === undefined || first === 1 ? '' : ` start="${first}"`;
  const level = depth === 0 ? '' : ` class="depth-${Math.min(depth, deepestList)}"`;
  let lines = '';
  for (const item of items) lines += `<li>${renderInline(item)}</li>\n`;
  return `<${tag}${start}${level}>\n${lines}</${tag}>`;
}

/** The picture with its title, and its numbers behind a line that opens. */
function renderPicture({ drawing, title, caption, table }: Picture): string {
  const inline = (drawing?.svg ?? '').replace(/^<\?xml[^>]*\?>\s*/, '').replace(/ xmlns="[^"]*"/, '');
  return [
    `<figure><p class="title">${escapeHtml(title)}</p>`,
    `<div class="scroll">${inline}</div>`,
    `<figcaption>${escapeHtml(caption)}</figcaption>`,
    `<details><summary>${escapeHtml(title)}</summary>\n${renderTable(table)}</details></figure>`,
  ].join('\n');
}

function renderTable({ caption, columns, rows, total }: Table): string {
  const upright = columns.filter(({ kind }) => kind === 'number').length > mostLevelTitles;
  const row = (cells: readonly Inline[]) =>
    `<tr>${cells.map((cell, index) => renderCell(cell, index, columns[index]!)).join('')}</tr>`;
  return [
    '<div class="scroll"><table>',
    ...(caption === '' ? [] : [`<caption>${escapeHtml(caption)}</caption>`]),
    `<thead><tr>${columns.map((column) => renderTitle(column, upright)).join('')}</tr></thead>`,
    `<tbody>\n${rows.map(row).join('\n')}\n</tbody>`,
    ...(total ? [`<tfoot>${row(total)}</tfoot>`] : []),
    '</table></div>',
  ].join('\n');
}

function renderTitle({ title, kind }: Column, upright: boolean): string {
  const text = escapeHtml(title);
  return upright && kind === 'number'
    ? `<th scope="col" class="number upright"><span>${text}</span></th>`
    : `<th scope="col" class="${kind}">${text}</th>`;
}

function renderCell(cell: Inline, index: number, { kind }: Column): string {
  const content = renderInline([cell]);
  return index === 0 ? `<th scope="row">${content}</th>` : `<td class="${kind}">${content}</td>`;
}

function renderInline(content: readonly Inline[]): string {
  let text = '';
  for (const part of content) text += renderPart(part);
  return text;
}

function renderPart(part: Inline): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (part.kind === 'anchor') return `<a id="${escapeHtml(part.id)}"></a>`;
  const text = escapeHtml(part.text);
  switch (part.kind) {
    case 'link':
      return `<a class="place" href="${escapeHtml(part.href)}">${text}</a>`;
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'emphasis':
      return `<em>${text}</em>`;
    case 'code':
      return `<code>${text}</code>`;
    case 'aside':
      return `<span class="aside">${text}</span>`;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Finds in words that need no escape, most of all, that they need none, sooner than replacing does. */
const mayBeMarked = /[&<>"']/;

function escapeHtml(text: string): string {
  if (!mayBeMarked.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
