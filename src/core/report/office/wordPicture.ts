import { type FileChild, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx';
import type { Drawing, Picture } from '../blocks';
import type { WordFilling } from './wordFilling';
import { wordTable } from './wordTable';
import { xmlText } from './xmlText';

/** Twentieths of a point in a pixel, at 96 to the inch. */
const pixel = 15;
/** As tall as a picture may be, in twentieths of a point: a page with a title above it. Word cuts what is taller. */
const tallest = 13_400;

/**
 * A picture with its title above and its numbers below it, as wide as the text at most: SVG for programs that read it,
 * and a metafile for the others. `width` in twentieths of a point.
 */
export function wordPicture(picture: Picture, width: number, filling: WordFilling): FileChild[] {
  const { drawing, title, caption, table, repeats } = picture;
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(xmlText(title))] }),
    ...(drawing ? [imageParagraph(drawing, picture, width, filling)] : []),
    new Paragraph({ children: filling.paragraphs([[{ kind: 'aside', text: caption }]]) }),
    ...(repeats ? [] : wordTable({ ...table, caption: '' }, width, filling)),
  ];
}

function imageParagraph(
  drawing: Drawing,
  { title, caption }: Picture,
  width: number,
  filling: WordFilling,
): Paragraph {
  const scale = Math.min(1, width / pixel / drawing.width, tallest / pixel / drawing.height);
  const data = filling.picture(drawing);
  const image = new ImageRun({
    type: 'svg',
    data,
    transformation: {
      width: Math.round(drawing.width * scale),
      height: Math.round(drawing.height * scale),
    },
    altText: { name: xmlText(title), title: xmlText(title), description: xmlText(caption) },
    // The library knows no metafiles; what is written gets its proper name: see `nameMetafiles`.
    fallback: { type: 'bmp', data },
  });
  const spacing = { line: 240, lineRule: LineRuleType.AUTO };
  return new Paragraph({ keepNext: true, spacing, children: [image] });
}
