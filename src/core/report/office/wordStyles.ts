import type { IStylesOptions } from 'docx';

const font = 'Calibri';
const ink = '1F3864';

/** The styles of a report in Word: those that Word has, so that a template of one's own can take them over. */
export function wordStyles(spelling: string): IStylesOptions {
  const headingOf = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, language: { value: spelling } },
        paragraph: { spacing: { after: 120, line: 264 } },
      },
      heading1: headingOf(34, 0, 120),
      heading2: headingOf(26, 360, 120),
      heading3: headingOf(22, 240, 80),
      hyperlink: { run: { color: '1155CC', underline: { type: 'single' } } },
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: { left: 397, right: 397 },
          spacing: { before: 60, after: 120 },
          border: { left: { style: 'single', size: 12, color: 'A6A6A6', space: 8 } },
        },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { bold: true, size: 19 },
        paragraph: { keepNext: true, spacing: { before: 200, after: 60 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: 20, after: 20, line: 240 } },
      },
      {
        id: 'ContentsHeading',
        name: 'TOC Heading',
        basedOn: 'Normal',
        run: { bold: true, size: 24, color: ink },
        paragraph: { keepNext: true, spacing: { before: 240, after: 60 } },
      },
      {
        id: 'TOC1',
        name: 'toc 1',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { spacing: { after: 40 } },
      },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: 'Normal',
        paragraph: { indent: { left: 220 }, spacing: { after: 20 } },
      },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: '595959' } },
    ],
  };
}
