import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../blocks';
import { xmlText } from './xmlText';

/** The size of what stands back, in half points. */
const small = 17;

/** The parts of a line as those of a paragraph in Word. */
export function wordRuns(content: readonly Inline[], size?: number): ParagraphChild[] {
  return content.map((part) => wordRun(part, size));
}

function wordRun(part: Inline, size: number | undefined): ParagraphChild {
  const sized = size === undefined ? {} : { size };
  if (typeof part === 'string') return new TextRun({ text: xmlText(part), ...sized });
  if (part.kind === 'anchor') return new Bookmark({ id: part.id, children: [] });
  const text = xmlText(part.text);
  switch (part.kind) {
    case 'link': {
      const children = [new TextRun({ text, style: 'Hyperlink', ...sized })];
      return part.href.startsWith('#')
        ? new InternalHyperlink({ anchor: part.href.slice(1), children })
        : new ExternalHyperlink({ link: part.href, children });
    }
    case 'emphasis':
      return new TextRun({ text, italics: true, ...sized });
    case 'strong':
      return new TextRun({ text, bold: true, ...sized });
    case 'aside':
      return new TextRun({ text, color: '595959', size: Math.min(small, size ?? small) });
    case 'code':
      return new TextRun({ text, font: 'Consolas', size: Math.min(small, size ?? small) });
  }
}
