import type * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { type CodeMark, type Mark, MarkFinder } from '../../core/highlight/marks';
import type { StudyCoding } from '../../core/study';
import type { Hit } from '../../core/terms/matcher';
import { RangeBridge } from '../../host/ranges';
import { ShownDecorations } from '../../host/shownDecorations';
import type { DecorationTypes } from './decorations';

type Decorations = Map<vscode.TextEditorDecorationType, vscode.Range[]>;

/** What an editor is to show of its transcript as it now is. */
export interface ToShow {
  readonly codebook: Codebook;
  readonly types: DecorationTypes;
  readonly text: string;
  /** By place. */
  readonly codings: readonly StudyCoding[];
  readonly hits: readonly Hit[];
}

interface Found {
  readonly marks: readonly Mark[];
  readonly decorations: Decorations;
}

/** The marks of one editor. Only what was coded anew since they were last shown is worked out again. */
export class EditorMarks {
  readonly #found = new MarkFinder();
  readonly #shown = new ShownDecorations();
  #types: DecorationTypes | undefined;
  #text: string | undefined;
  #bridge = new RangeBridge('');
  /** Of passages, by their list of codes. */
  #ofCodes = new Map<readonly string[], vscode.TextEditorDecorationType>();
  /** Of codings and passages. */
  #ranges: ReadonlyMap<Mark, vscode.Range> = new Map();
  #hits: { readonly marks: readonly CodeMark[]; readonly decorations: Decorations } | undefined;

  /** Takes note of edits of its document. */
  edit(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.#shown.edit(changes);
  }

  /** Shows the marks in the editor, and gives them. */
  show(editor: vscode.TextEditor, toShow: ToShow): readonly Mark[] {
    const { marks, decorations } = this.find(toShow);
    // Those of types that have none left are to go.
    for (const type of toShow.types.all()) if (!decorations.has(type)) decorations.set(type, []);
    this.#shown.show(editor, decorations);
    return marks;
  }

  /** The marks, and the ranges of each type of decoration. What was found once is at hand when it is to be shown. */
  find({ codebook, types, text, codings, hits }: ToShow): Found {
    const { ofCodings, ofHits } = this.#found.find(codebook, codings, hits);
    if (types !== this.#types) this.#ofCodes.clear();
    if (types !== this.#types || text !== this.#text) this.#forget(types, text);
    if (this.#hits?.marks !== ofHits) {
      const decorations = this.#toDecorations(ofHits, types, (mark) => this.#bridge.toEditor(mark));
      this.#hits = { marks: ofHits, decorations };
    }
    const before = this.#ranges;
    this.#ranges = new Map(ofCodings.map((mark) => [mark, before.get(mark) ?? this.#bridge.toEditor(mark)]));
    const ofMarks = this.#toDecorations(ofCodings, types, (mark) => this.#ranges.get(mark)!);
    return {
      marks: [...ofCodings, ...ofHits],
      decorations: new Map([...this.#hits.decorations, ...ofMarks]),
    };
  }

  #forget(types: DecorationTypes, text: string): void {
    this.#types = types;
    this.#text = text;
    this.#bridge = new RangeBridge(text);
    this.#ranges = new Map();
    this.#hits = undefined;
  }

  /** The ranges of marks by their types of decoration. */
  #toDecorations(
    marks: readonly Mark[],
    types: DecorationTypes,
    rangeOf: (mark: Mark) => vscode.Range,
  ): Decorations {
    const decorations: Decorations = new Map();
    for (const mark of marks) {
      const type = mark.kind === 'passage' ? this.#typeOf(mark.codes, types) : types.of(mark.code, mark.kind);
      const list = decorations.get(type);
      if (list) list.push(rangeOf(mark));
      else decorations.set(type, [rangeOf(mark)]);
    }
    return decorations;
  }

  #typeOf(codes: readonly string[], types: DecorationTypes): vscode.TextEditorDecorationType {
    const known = this.#ofCodes.get(codes);
    if (known) return known;
    const type = types.passage(codes);
    this.#ofCodes.set(codes, type);
    return type;
  }
}
