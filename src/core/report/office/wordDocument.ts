import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type INumberingOptions,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { type Block, deepestList, type List } from '../blocks';
import { WordFilling } from './wordFilling';
import { wordPicture } from './wordPicture';
import { wordStyles } from './wordStyles';
import { wordTable } from './wordTable';
import { xmlText } from './xmlText';

const words = {
  en: { contents: 'Contents', page: 'Page', of: 'of', spelling: 'en-US' },
  nl: { contents: 'Inhoud', page: 'Pagina', of: 'van', spelling: 'nl-NL' },
};

/** The margins of an A4 page, in twentieths of a point. */
const margin = 1134;
const [width, height] = [11_906, 16_838];
/** How far a list is moved in by each list that it stands in. */
const indent = 360;
const bullets = 'bullets';
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

/** A document as the library writes it, and what is still to be filled in. */
export interface WrittenDocument {
  readonly archive: ArrayBuffer;
  readonly filling: WordFilling;
}

/** Reports as a document of Word. Loaded with its library when first used. */
export async function wordDocument(
  articles: readonly (readonly Block[])[],
  language: 'en' | 'nl',
  title: string,
): Promise<WrittenDocument> {
  const { contents, page, of, spelling } = words[language];
  const blocks = articles.flat();
  const numbered = blocks.filter((block): block is List => isNumbered(block));
  // The library makes a bookmark of each heading in the contents.
  const filling = new WordFilling(blocks.filter(({ kind }) => kind === 'heading').length);
  const bodies = articles.map((own) => own.flatMap((block) => wordBlocks(block, filling, numbered)));
  const table = new TableOfContents(contents, {
    hyperlink: true,
    headingStyleRange: '1-2',
    beginDirty: false,
    tabLeader: LeaderType.NONE,
  });
  const document = new Document({
    title: xmlText(title),
    creator: '',
    lastModifiedBy: '',
    styles: wordStyles(spelling),
    numbering: numberingOf(numbered),
    sections: bodies.map((body, index) => ({
      properties: {
        page: {
          size: { width, height },
          margin: { top: margin, bottom: margin, left: margin, right: margin },
        },
      },
      footers: { default: new Footer({ children: [pageNumber(page, of)] }) },
      children: index === 0 ? withContents(body, table, contents) : body,
    })),
  });
  return { archive: await Packer.toArrayBuffer(document), filling };
}

/** The contents stand below the title and what is said with it. */
function withContents(body: readonly FileChild[], table: TableOfContents, title: string): FileChild[] {
  const head = new Paragraph({ style: 'ContentsHeading', children: [new TextRun(title)] });
  return [...body.slice(0, 2), head, table, ...body.slice(2)];
}

function pageNumber(page: string, of: string): Paragraph {
  const children = [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES];
  return new Paragraph({
    style: 'Footer',
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children })],
  });
}

function wordBlocks(block: Block, filling: WordFilling, numbered: readonly List[]): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level - 1]!,
          keepNext: true,
          children: [new TextRun(xmlText(block.text))],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: filling.paragraphs([block.content]) })];
    case 'quote':
      return [new Paragraph({ style: 'Quote', children: filling.paragraphs([block.content]) })];
    case 'list':
      return [listPattern(block, filling, numbered)];
    case 'table':
      return wordTable(block, width - 2 * margin, filling);
    case 'picture':
      return wordPicture(block, width - 2 * margin, filling);
  }
}

/** All items have the same place in the list of lists. */
function listPattern(list: List, filling: WordFilling, numbered: readonly List[]): Paragraph {
  const level = Math.min(list.depth ?? 0, deepestList);
  const reference = isNumbered(list) ? numberingName(numbered.indexOf(list)) : bullets;
  return new Paragraph({
    style: 'ListParagraph',
    numbering: { reference, level },
    children: filling.paragraphs(list.items),
  });
}

function isNumbered(block: Block): boolean {
  return block.kind === 'list' && block.first !== undefined;
}

const numberingName = (index: number) => `numbers-${index + 1}`;

function numberingOf(numbered: readonly List[]): INumberingOptions {
  const levels = Array.from({ length: deepestList + 1 }, (_, level) => level);
  const style = (level: number) => ({
    paragraph: { indent: { left: indent * (level + 1), hanging: indent } },
  });
  return {
    config: [
      {
        reference: bullets,
        levels: levels.map((level) => ({
          level,
          format: 'bullet',
          text: level % 2 === 0 ? '•' : '–',
          style: style(level),
        })),
      },
      ...numbered.map(({ first }, index) => ({
        reference: numberingName(index),
        levels: levels.map((level) => ({
          level,
          format: 'decimal' as const,
          text: `%${level + 1}.`,
          start: first ?? 1,
          style: style(level),
        })),
      })),
    ],
  };
}
