import * as vscode from 'vscode';
import type { Code, Codebook } from '../../core/codebook/codebook';
import { type Backdrop, markColor, tintColor } from '../../core/highlight/color';
import { DisposableStore } from '../../host/disposables';

/** The decoration types of one code. */
interface CodeTypes {
  readonly coding: vscode.TextEditorDecorationType;
  readonly hit: vscode.TextEditorDecorationType;
  readonly negatedHit: vscode.TextEditorDecorationType;
}

/** Codes differ by the style of their line too, for those who do not tell their colors apart. */
const lineStyles = ['solid', 'dashed', 'dotted', 'double'] as const;

/** The color of codings and hits whose code is not in the codebook. */
const unknownColor = '#808080';

/** The decoration types for a codebook under the present color theme; made as they are needed. */
export class DecorationTypes implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #types = new Map<string, CodeTypes>();
  readonly #backdrop: Backdrop;

  /** Text that several codings share: a neutral frame, and how many there are. */
  readonly overlap = this.#disposables.add(
    vscode.window.createTextEditorDecorationType({
      border: '1px dotted',
      borderColor: new vscode.ThemeColor('interviewCoding.overlapBorder'),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      after: {
        color: new vscode.ThemeColor('interviewCoding.labelForeground'),
        textDecoration: 'none; font-size: 70%; vertical-align: super; line-height: 0',
        margin: '0 0 0 1px',
      },
    }),
  );

  constructor(
    private readonly codebook: Codebook,
    theme: vscode.ColorTheme,
  ) {
    const { kind } = theme;
    this.#backdrop = {
      dark: kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast,
      highContrast:
        kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight,
    };
  }

  /** The types of the code with this id, or with this id in its `was`. */
  of(id: string): CodeTypes {
    const code = this.codebook.byId.get(id);
    const key = code?.id ?? '';
    let types = this.#types.get(key);
    if (!types) {
      types = this.#create(code);
      this.#types.set(key, types);
    }
    return types;
  }

  /** Every type made so far, so that what is no longer there can be cleared. */
  all(): vscode.TextEditorDecorationType[] {
    return [this.overlap, ...[...this.#types.values()].flatMap((types) => Object.values(types))];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #create(code: Code | undefined): CodeTypes {
    const color = code?.color ?? unknownColor;
    const mark = markColor(color, this.#backdrop);
    const line = lineStyles[(code ? this.codebook.codes.indexOf(code) : 0) % lineStyles.length]!;
    const make = (options: vscode.DecorationRenderOptions) =>
      this.#disposables.add(
        vscode.window.createTextEditorDecorationType({
          rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
          ...options,
        }),
      );
    return {
      coding: make({
        backgroundColor: tintColor(color, this.#backdrop),
        border: `0 ${line} ${mark}`,
        borderWidth: line === 'double' ? '0 0 3px 0' : '0 0 2px 0',
        overviewRulerColor: mark,
        overviewRulerLane: vscode.OverviewRulerLane.Center,
      }),
      hit: make({ textDecoration: `underline 1px ${mark}; text-underline-offset: 3px` }),
      negatedHit: make({
        textDecoration: 'line-through 1px var(--vscode-interviewCoding-negatedHit)',
        border: `0 dotted ${mark}`,
        borderWidth: '0 0 1px 0',
      }),
    };
  }
}
