import * as vscode from 'vscode';
import type { Compared } from '../../core/review/compare';
import { DisposableStore } from '../../host/disposables';
import { plainMarkdown } from '../../host/markdown';
import { RangeBridge } from '../../host/ranges';
import type { Comparison, OpenComparison, ShownItem } from './comparing';
import { codeName, kindLabel, letters, stateLabel } from './labels';
import { signUri } from './signs';

type Sign = Compared['kind'] | 'open' | 'settled';

const signs: readonly Sign[] = [
  'agreement',
  'only-one',
  'different-code',
  'different-bounds',
  'open',
  'settled',
];

/**
 * Marks in both editors what the coders differ in: a box, solid for A and dashed for B, dotted where a coder has no
 * coding, with a sign of the kind in the margin and the coder's letter and code behind it.
 */
export class CompareMarks implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #boxes = (['solid', 'dashed'] as const).map((style) => this.#box(style));
  readonly #missing = this.#box('dotted');
  readonly #current = this.#type({
    borderWidth: '2px',
    borderStyle: 'double',
    borderColor: disagreement(),
    overviewRulerColor: disagreement(),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
  readonly #head = this.#type({});
  readonly #signs = new Map(signs.map((sign) => [sign, this.#sign(sign)]));

  constructor(private readonly open: OpenComparison) {
    this.#disposables.add(open.onDidChange(() => this.#show()));
    this.#disposables.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#show()));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #show(): void {
    const { shown } = this.open;
    const sides = this.open.editors();
    for (const editor of vscode.window.visibleTextEditors) {
      if (!shown || !sides.includes(editor)) this.#clear(editor);
    }
    if (!shown) return;
    const bridge = new RangeBridge(shown.text);
    for (const side of [0, 1] as const) {
      const editor = sides[side];
      if (editor) this.#showIn(editor, side, shown, bridge);
    }
  }

  #showIn(editor: vscode.TextEditor, side: 0 | 1, shown: Comparison, bridge: RangeBridge): void {
    const { current } = this.open;
    const differing = shown.items.filter(
      ({ compared, state }) => compared.kind !== 'agreement' && state !== 'settled',
    );
    const own = ({ first, second }: Compared) => (side === 0 ? first : second);
    const label = (item: ShownItem) => {
      const coding = own(item.compared);
      const code = coding ? codeName(coding.coding.code, shown.codebook) : vscode.l10n.t('not coded');
      return ` ${letters[side]} · ${code} `;
    };
    const decoration = (item: ShownItem, text: string): vscode.DecorationOptions => ({
      range: bridge.toEditor(own(item.compared) ?? item.compared),
      hoverMessage: describe(item, shown),
      renderOptions: { after: { contentText: text } },
    });
    const box = (item: ShownItem) => decoration(item, label(item));
    editor.setDecorations(this.#boxes[side]!, differing.filter(({ compared }) => own(compared)).map(box));
    editor.setDecorations(this.#boxes[1 - side]!, []);
    editor.setDecorations(this.#missing, differing.filter(({ compared }) => !own(compared)).map(box));
    for (const [sign, type] of this.#signs) {
      const items = shown.items.filter((item) => signOf(item) === sign);
      editor.setDecorations(
        type,
        items.map(({ compared }) => startLine(bridge, own(compared) ?? compared)),
      );
    }
    const now = current && decoration(current, ` ◂ ${told(current, shown)} `);
    editor.setDecorations(this.#current, now ? [now] : []);
    const head = ` ${letters[side]} · ${shown.coders[side]} `;
    const top = new vscode.Range(0, 0, 0, 0);
    editor.setDecorations(this.#head, [{ range: top, renderOptions: { before: { contentText: head } } }]);
  }

  #clear(editor: vscode.TextEditor): void {
    for (const type of [...this.#boxes, this.#missing, this.#current, this.#head, ...this.#signs.values()]) {
      editor.setDecorations(type, []);
    }
  }

  #box(style: 'solid' | 'dashed' | 'dotted'): vscode.TextEditorDecorationType {
    return this.#type({
      border: `1px ${style}`,
      borderColor: disagreement(),
      overviewRulerColor: disagreement(),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    });
  }

  #sign(sign: Sign): vscode.TextEditorDecorationType {
    return this.#type({
      light: { gutterIconPath: signUri(sign, '#424242') },
      dark: { gutterIconPath: signUri(sign, '#e0e0e0') },
      gutterIconSize: 'contain',
    });
  }

  #type(options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    const attached = {
      color: new vscode.ThemeColor('interviewCoding.labelForeground'),
      textDecoration: 'none; font-size: 80%',
    };
    return this.#disposables.add(
      vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        after: attached,
        before: attached,
        ...options,
      }),
    );
  }
}

function disagreement(): vscode.ThemeColor {
  return new vscode.ThemeColor('interviewCoding.disagreement');
}

function signOf({ compared, state }: ShownItem): Sign {
  return state === 'unsettled' ? compared.kind : state;
}

/** A sign stands once, on the line where its passage begins. */
function startLine(bridge: RangeBridge, { start }: { readonly start: number }): vscode.Range {
  return bridge.toEditor({ start, end: start });
}

function told(item: ShownItem, shown: Comparison): string {
  return [kindLabel(item.compared, shown.coders), stateLabel(item, shown)].filter(Boolean).join(' · ');
}

function describe(item: ShownItem, shown: Comparison): vscode.MarkdownString {
  const lines = ([0, 1] as const).map((side) => {
    const coding = side === 0 ? item.compared.first : item.compared.second;
    const said = coding ? codeName(coding.coding.code, shown.codebook) : vscode.l10n.t('not coded');
    const memo = coding?.coding.memo ? `: ${coding.coding.memo}` : '';
    return `${letters[side]} ${shown.coders[side]} — ${said}${memo}`;
  });
  const text = [`**${plainMarkdown(told(item, shown))}**`, ...lines.map(plainMarkdown)].join('\n\n');
  return new vscode.MarkdownString(text);
}
