import type { Problem } from '../../problem';
import type { ProblemCode } from '../../problemCatalog';
import type { XmlHandler } from '../../xml/scan';
import { importProblem } from '../importError';
import { type Block, Flow } from './flow';

/** What is no text of the document as it reads with all changes accepted, or stands in it twice. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:sectPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
]);
/** What a transcript cannot have, but for the text boxes in it. */
const pictures = new Set(['w:drawing', 'w:pict', 'w:object']);
const box = 'w:txbxContent';
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:ptab': '\t',
};

/** A picture, or a text box in one, that the parser is in. */
interface Frame {
  readonly kind: 'picture' | 'box';
  hasText: boolean;
  /** Whether the end of the paragraph around it was removed. */
  readonly isRemovedEnd: boolean;
}

/** Takes down the body of a document of Word, or of one of its notes and comments. */
export class DocxFlow implements XmlHandler {
  readonly warnings: Problem[] = [];
  readonly #told = new Set<ProblemCode>();
  readonly #flow = new Flow();
  /** How deep the parser is in what is skipped. */
  #skipping = 0;
  #inProperties = 0;
  #inText = false;
  #keepsSpace = false;
  #isRemovedEnd = false;
  readonly #frames: Frame[] = [];

  /** @param notes the texts of footnotes and endnotes, by `w:footnote:` or `w:endnote:` and their ids */
  constructor(
    private readonly file: string,
    private readonly notes: ReadonlyMap<string, string>,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#skipping > 0 || (skipped.has(name) && this.#inProperties === 0)) this.#skipping++;
    else if (name === 'w:pPr' || this.#inProperties > 0) this.#property(name);
    else if (name === box || pictures.has(name)) this.#startFrame(name === box ? 'box' : 'picture');
    else if (this.#isInPicture) return;
    else if (name === 'w:t') {
      this.#inText = true;
      this.#keepsSpace = attributes.get('xml:space') === 'preserve';
    } else if (Object.hasOwn(signs, name)) this.#flow.text(signs[name]!);
    else if (name === 'w:tbl') this.#flow.startTable();
    else this.#reference(name, attributes);
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping--;
    else if (this.#inProperties > 0) this.#inProperties--;
    else if (name === box || pictures.has(name)) this.#endFrame();
    else if (this.#isInPicture) return;
    else if (name === 'w:t') this.#inText = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tc') this.#flow.endCell();
    else if (name === 'w:tr') this.#flow.endRow();
    else if (name === 'w:tbl') this.#flow.endTable();
  }

  text(text: string): void {
    if (!this.#inText || this.#skipping > 0) return;
    const said = this.#keepsSpace ? text : text.trim();
    this.#flow.text(said.replaceAll('\u00ad', '').replace(/[\n\r]/g, ' '));
  }

  end(): readonly Block[] {
    return this.#flow.end();
  }

  #property(name: string): void {
    this.#inProperties++;
    if (name === 'w:del' || name === 'w:moveFrom') this.#isRemovedEnd = true;
  }

  /** Where the end of a paragraph was removed, the next one goes on in it. */
  #endParagraph(): void {
    if (!this.#isRemovedEnd) this.#flow.endParagraph();
    this.#isRemovedEnd = false;
  }

  #reference(name: string, attributes: ReadonlyMap<string, string>): void {
    const id = attributes.get('w:id') ?? '';
    if (name === 'w:commentRangeStart') this.#flow.mark('start', id);
    else if (name === 'w:commentRangeEnd') this.#flow.mark('end', id);
    else if (name === 'w:commentReference') this.#flow.mark('point', id);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const note = this.notes.get(`${name.replace('Reference', '')}:${id}`);
      if (note) this.#flow.text(` [${note}]`);
    } else if (name === 'w:sym') this.#tell('import-symbol');
  }

  get #isInPicture(): boolean {
    return this.#frames.at(-1)?.kind === 'picture';
  }

  #startFrame(kind: Frame['kind']): void {
    const around = this.#frames.at(-1);
    if (around && kind === 'box') around.hasText = true;
    this.#frames.push({ kind, hasText: false, isRemovedEnd: this.#isRemovedEnd });
    if (kind === 'picture') return;
    this.#isRemovedEnd = false;
    this.#flow.startBox();
  }

  #endFrame(): void {
    const frame = this.#frames.pop();
    if (frame?.kind === 'picture' && !frame.hasText) this.#tell('import-picture');
    if (frame?.kind !== 'box') return;
    this.#flow.endBox();
    this.#isRemovedEnd = frame.isRemovedEnd;
  }

  #tell(code: ProblemCode): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.warnings.push(importProblem(this.file, this.#flow.paragraph, code));
  }
}
