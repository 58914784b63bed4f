import type { Problem } from '../../problem';
import type { XmlHandler } from '../../xml/scan';
import { importProblem } from '../importError';
import type { DocumentComment } from './comments';
import { dateOf } from './docxComments';
import { type Block, Flow } from './flow';

const skipped = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:ruby-text',
  'text:sequence-decls',
  // What says in words what a picture shows.
  'svg:title',
  'svg:desc',
]);
const pictures = new Set(['draw:frame', 'draw:object', 'draw:g', 'draw:control']);
const boxes = new Set(['draw:text-box', 'draw:custom-shape']);
const mostSpaces = 1000;

type Part = 'author' | 'date' | 'text';

/** Takes down the content of an OpenDocument text. */
export class OdtFlow implements XmlHandler {
  readonly warnings: Problem[] = [];
  readonly comments: DocumentComment[] = [];
  readonly #flow = new Flow();
  #skipping = 0;
  /** How many paragraphs the parser is in; text outside of them is layout. */
  #paragraphs = 0;
  #note: string | undefined;
  #comment:
    | { id: string; parent: string | undefined; part: Part; author: string; date: string; text: string }
    | undefined;
  #unnamed = 0;
  /** The pictures, and text boxes in them, that the parser is in. */
  readonly #frames: { readonly isBox: boolean; hasText: boolean }[] = [];

  constructor(private readonly file: string) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#skipping > 0 || skipped.has(name)) this.#skipping++;
    else if (this.#comment) this.#commentPart(name);
    else if (boxes.has(name) || pictures.has(name)) this.#startFrame(boxes.has(name));
    else if (this.#isInPicture) return;
    else if (name === 'office:annotation') this.#startComment(attributes);
    else if (name === 'office:annotation-end') this.#flow.mark('end', attributes.get('office:name') ?? '');
    else if (name === 'text:p' || name === 'text:h') this.#paragraphs++;
    else if (name === 'text:note') this.#note = '';
    else if (name === 'table:table') this.#flow.startTable();
    else if (name === 'text:s') this.#say(' '.repeat(spaces(attributes.get('text:c'))));
    else if (name === 'text:tab') this.#say('\t');
    else if (name === 'text:line-break') this.#say('\n');
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping--;
    else if (this.#comment) {
      if (name === 'office:annotation') this.#endComment();
    } else if (boxes.has(name) || pictures.has(name)) this.#endFrame();
    else if (this.#isInPicture) return;
    else if (name === 'text:note') this.#endNote();
    else if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    else if (name === 'table:table-cell') this.#flow.endCell();
    else if (name === 'table:table-row') this.#flow.endRow();
    else if (name === 'table:table') this.#flow.endTable();
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    const said = text
      .replace(/[ \t\r\n]+/g, ' ')
      .replaceAll('\u00ad', '')
      .replaceAll('\u2011', '-');
    if (this.#comment) this.#comment[this.#comment.part] += said;
    else if (this.#paragraphs > 0 && !this.#isInPicture) this.#say(said);
  }

  end(): readonly Block[] {
    return this.#flow.end();
  }

  #say(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.hasText = true;
    if (this.#note === undefined) this.#flow.text(text);
    else this.#note += text;
  }

  #endParagraph(): void {
    this.#paragraphs--;
    if (this.#note === undefined) this.#flow.endParagraph();
    else this.#note += ' ';
  }

  #endNote(): void {
    const note = this.#note?.trim();
    this.#note = undefined;
    if (note) this.#flow.text(` [${note}]`);
  }

  #startComment(attributes: ReadonlyMap<string, string>): void {
    const id = attributes.get('office:name') ?? `unnamed ${++this.#unnamed}`;
    this.#flow.mark('start', id);
    const parent = attributes.get('parent-name');
    this.#comment = { id, parent, part: 'text', author: '', date: '', text: '' };
  }

  #commentPart(name: string): void {
    const comment = this.#comment!;
    if (name === 'dc:creator') comment.part = 'author';
    else if (name === 'dc:date') comment.part = 'date';
    else if (name === 'text:p') {
      comment.part = 'text';
      if (comment.text !== '') comment.text += '\n';
    } else if (name.startsWith('meta:') || name.endsWith('initials')) this.#skipping++;
  }

  #endComment(): void {
    const { id, parent, author, date, text } = this.#comment!;
    this.#comment = undefined;
    this.comments.push({
      id,
      author: author.trim(),
      at: dateOf(date.trim() || undefined),
      text: text.trim(),
      parent,
    });
  }

  get #isInPicture(): boolean {
    return this.#frames.at(-1)?.isBox === false;
  }

  #startFrame(isBox: boolean): void {
    this.#frames.push({ isBox, hasText: false });
    if (isBox) this.#flow.startBox();
  }

  #endFrame(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.isBox) this.#flow.endBox();
    const around = this.#frames.at(-1);
    if (frame.hasText && around) around.hasText = true;
    if (frame.hasText || around?.isBox === false || this.warnings.length > 0) return;
    this.warnings.push(importProblem(this.file, this.#flow.paragraph, 'import-picture'));
  }
}

function spaces(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, mostSpaces) : 1;
}
