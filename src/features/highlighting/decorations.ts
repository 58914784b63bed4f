import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { type Backdrop, markColor, tintColor } from '../../core/highlight/color';
import type { CodeMark } from '../../core/highlight/marks';
import { DisposableStore } from '../../host/disposables';

/** Codes differ by the style of their line too, for those who do not tell their colors apart. */
const lineStyles = ['solid', 'dashed', 'dotted', 'double'] as const;

/** The color of codings and hits whose code is not in the codebook. */
const unknownColor = '#808080';

/** The decoration types for a codebook under the present color theme; made as they are needed. */
export class DecorationTypes implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #ofCode = new Map<string, vscode.TextEditorDecorationType>();
  readonly #ofPassage = new Map<string, vscode.TextEditorDecorationType>();
  readonly #all: vscode.TextEditorDecorationType[] = [];
  readonly #backdrop: Backdrop;

  constructor(
    private readonly codebook: Codebook,
    { kind }: vscode.ColorTheme,
  ) {
    this.#backdrop = {
      dark: kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast,
      highContrast:
        kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight,
    };
  }

  /** The type of one kind of mark of the code with this id, or with this id in its `was`. */
  of(id: string, kind: CodeMark['kind']): vscode.TextEditorDecorationType {
    const key = `${kind} ${id}`;
    let type = this.#ofCode.get(key);
    if (!type) {
      type = this.#make(this.#options(kind, this.#mark(id)));
      this.#ofCode.set(key, type);
    }
    return type;
  }

  /** The type of coded text: a tint, or stripes where several codes hold, with how many there are. */
  passage(codes: readonly string[]): vscode.TextEditorDecorationType {
    const key = codes.join('\n');
    let type = this.#ofPassage.get(key);
    if (!type) {
      type = this.#make(codes.length === 1 ? this.#single(codes[0]!) : this.#striped(codes));
      this.#ofPassage.set(key, type);
    }
    return type;
  }

  /** Every type made so far, so that what is no longer there can be cleared. */
  all(): readonly vscode.TextEditorDecorationType[] {
    return this.#all;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #options(kind: CodeMark['kind'], mark: string): vscode.DecorationRenderOptions {
    switch (kind) {
      case 'coding':
        return { overviewRulerColor: mark, overviewRulerLane: vscode.OverviewRulerLane.Center };
      case 'hit':
        return { textDecoration: `underline 1px ${mark}; text-underline-offset: 3px` };
      case 'negatedHit':
        return {
          textDecoration:
            'underline dotted 2px var(--vscode-interviewCoding-negatedHit); text-underline-offset: 3px',
        };
    }
  }

  #single(id: string): vscode.DecorationRenderOptions {
    const style = lineStyles[Math.max(0, this.#indexOf(id)) % lineStyles.length]!;
    return {
      backgroundColor: tintColor(this.#color(id), this.#backdrop),
      border: `0 ${style} ${this.#mark(id)}`,
      borderWidth: style === 'double' ? '0 0 3px 0' : '0 0 2px 0',
    };
  }

  /** Editors have no option for a background of several colors: it goes in as CSS behind another property. */
  #striped(codes: readonly string[]): vscode.DecorationRenderOptions {
    const width = 8;
    const stripes = codes.map((id, index) => {
      const tint = tintColor(this.#color(id), this.#backdrop);
      return `${tint} ${index * width}px ${(index + 1) * width}px`;
    });
    const lines = codes.map((id, index) => `inset 0 -${2 * (index + 1)}px 0 ${this.#mark(id)}`);
    return {
      textDecoration: `none; background-image: repeating-linear-gradient(135deg, ${stripes.join(', ')}); box-shadow: ${lines.join(', ')}`,
      borderWidth: '1px 0 0 0',
      borderStyle: 'dotted',
      borderColor: new vscode.ThemeColor('interviewCoding.overlapBorder'),
      after: {
        contentText: String(codes.length),
        color: new vscode.ThemeColor('interviewCoding.labelForeground'),
        textDecoration: 'none; font-size: 70%; vertical-align: super; line-height: 0',
        margin: '0 0 0 1px',
      },
    };
  }

  #indexOf(id: string): number {
    return this.codebook.codes.findIndex((code) => code.id === id);
  }

  #color(id: string): string {
    return this.codebook.byId.get(id)?.color ?? unknownColor;
  }

  #mark(id: string): string {
    return markColor(this.#color(id), this.#backdrop);
  }

  #make(options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    const type = this.#disposables.add(
      vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...options,
      }),
    );
    this.#all.push(type);
    return type;
  }
}
