import { type FileChild, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx';
import type { Drawing, Picture } from '../blocks';
import { renderEmf } from './emf';
import type { WordFilling } from './wordFilling';
import { wordTable } from './wordTable';
import { xmlText } from './xmlText';

/** Twentieths of a point in a pixel, at 96 to the inch. */
const pixel = 15;

/**
 * A picture with its title above and its numbers below it, as wide as the text at most: SVG for programs that read it,
 * and a metafile for the others. `width` in twentieths of a point.
 */
export function wordPicture(picture: Picture, width: number, filling: WordFilling): FileChild[] {
  const { drawing, title, caption, table, repeats } = picture;
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(xmlText(title))] }),
    ...(drawing ? [imageParagraph(drawing, picture, width)] : []),
    new Paragraph({ children: filling.paragraphs([[{ kind: 'aside', text: caption }]]) }),
    ...(repeats ? [] : wordTable({ ...table, caption: '' }, width, filling)),
  ];
}

function imageParagraph({ svg, ...size }: Drawing, { title, caption }: Picture, width: number): Paragraph {
  const scale = Math.min(1, width / pixel / size.width);
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: xmlText(title), title: xmlText(title), description: xmlText(caption) },
    // The library knows no metafiles; what is written gets its proper name: see `nameMetafiles`.
    fallback: { type: 'bmp', data: renderEmf(svg, size.width, size.height) },
  });
  const spacing = { line: 240, lineRule: LineRuleType.AUTO };
  return new Paragraph({ keepNext: true, spacing, children: [image] });
}
