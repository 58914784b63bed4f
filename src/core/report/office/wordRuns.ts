import { escapeXml } from '../../xml/escape';
import type { Inline } from '../blocks';
import { xmlText } from './xmlText';

/** The size of what stands back, in half points. */
const small = 17;

/**
 * Writes the parts of lines as what a paragraph of Word holds: WordprocessingML (ECMA-376, part 1, 17.3). Links out
 * of the document and the places that links lead to are numbered in the order in which they are written.
 */
export class WordRuns {
  /** The ids of relations, by the file that each leads to. */
  readonly #targets = new Map<string, string>();
  #bookmark: number;

  /** @param bookmarks how many bookmarks the document has already, numbered from 1 */
  constructor(bookmarks: number) {
    this.#bookmark = bookmarks;
  }

  /** @param size that of the letters, in half points; the paragraph's where left out */
  write(content: readonly Inline[], size?: number): string {
    let xml = '';
    for (const part of content) xml += this.#part(part, size);
    return xml;
  }

  /** The relations of the document to the files that links lead to. */
  relations(): string {
    const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    return [...this.#targets]
      .map(
        ([target, id]) =>
          `<Relationship Id="${id}" Type="${link}" Target="${safe(target)}" TargetMode="External"/>`,
      )
      .join('');
  }

  #part(part: Inline, size: number | undefined): string {
    if (typeof part === 'string') return run(part, sized(size));
    switch (part.kind) {
      case 'anchor': {
        const id = ++this.#bookmark;
        return `<w:bookmarkStart w:name="${safe(part.id)}" w:id="${id}"/><w:bookmarkEnd w:id="${id}"/>`;
      }
      case 'link': {
        const words = run(part.text, `<w:rStyle w:val="Hyperlink"/>${sized(size)}`);
        return `<w:hyperlink w:history="1"${this.#place(part.href)}>${words}</w:hyperlink>`;
      }
      case 'emphasis':
        return run(part.text, `<w:i/><w:iCs/>${sized(size)}`);
      case 'strong':
        return run(part.text, `<w:b/><w:bCs/>${sized(size)}`);
      case 'aside':
        return run(part.text, `<w:color w:val="595959"/>${sized(Math.min(small, size ?? small))}`);
      case 'code':
        return run(part.text, `${codeFont}${sized(Math.min(small, size ?? small))}`);
    }
  }

  /** Where a link leads: to a file, to a place, or to a place in a file. */
  #place(href: string): string {
    const at = href.indexOf('#');
    const target = at === -1 ? href : href.slice(0, at);
    const anchor = at === -1 ? '' : ` w:anchor="${safe(href.slice(at + 1))}"`;
    return target === '' ? anchor : `${anchor} r:id="${this.#relation(target)}"`;
  }

  #relation(target: string): string {
    const id = this.#targets.get(target) ?? `link${this.#targets.size + 1}`;
    this.#targets.set(target, id);
    return id;
  }
}

const codeFont = `<w:rFonts ${['ascii', 'cs', 'eastAsia', 'hAnsi'].map((use) => `w:${use}="Consolas"`).join(' ')}/>`;

function run(text: string, properties: string): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${safe(text)}</w:t></w:r>`;
}

function sized(size: number | undefined): string {
  return size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}

function safe(text: string): string {
  return escapeXml(xmlText(text));
}
