import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { type Verdict, verdicts } from '../../core/review/review';
import { DisposableStore } from '../../host/disposables';
import { RangeBridge } from '../../host/ranges';
import { marks } from '../../host/reviewLabels';
import type { Services } from '../../host/services';
import { ShownDecorations } from '../../host/shownDecorations';
import type { Reviewing } from './reviewing';
import { discussedIn } from './toAnswer';

const rulerColors: Readonly<Record<Verdict, string>> = {
  agree: 'charts.green',
  disagree: 'charts.red',
  discuss: 'charts.yellow',
};

/** Marks in visible transcripts what is said of each coding, and which one is being reviewed. */
export class ReviewMarks implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #underReview = this.#disposables.add(
    vscode.window.createTextEditorDecorationType({
      border: '2px solid',
      borderColor: new vscode.ThemeColor('interviewCoding.reviewBorder'),
      overviewRulerColor: new vscode.ThemeColor('interviewCoding.reviewBorder'),
      overviewRulerLane: vscode.OverviewRulerLane.Full,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #open = this.#types(true);
  readonly #settled = this.#types(false);
  /** The newest request for each editor; what an older one comes up with is stale. */
  readonly #newest = new WeakMap<vscode.TextEditor, object>();
  readonly #shown = new WeakMap<vscode.TextEditor, ShownDecorations>();

  constructor(
    private readonly services: Services,
    private readonly reviewing: Reviewing,
  ) {
    this.#disposables.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()));
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.#shown.get(editor)?.edit(contentChanges);
        }
      }),
    );
    this.#disposables.add(services.studies.onDidChange(() => this.#showAll()));
    this.#disposables.add(services.studies.onDidChangeSessions(() => this.#showAll()));
    this.#disposables.add(reviewing.onDidChange(() => this.#showAll()));
    this.#showAll();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #showAll(): void {
    for (const editor of vscode.window.visibleTextEditors) void this.#show(editor);
  }

  async #show(editor: vscode.TextEditor): Promise<void> {
    const open = this.services.studies.transcriptOf(editor.document);
    if (!open) return;
    const request = {};
    this.#newest.set(editor, request);
    const { version } = editor.document;
    const transcript = await open.session.study.transcript(open.path);
    const discussed = (await discussedIn(open.session, open.path)).filter(({ coding }) => isPlaced(coding));
    const stale = this.#newest.get(editor) !== request || editor.document.version !== version;
    if (stale || !transcript) return;
    const bridge = new RangeBridge(transcript.text);
    const decorations = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const verdict of verdicts) {
      const of = discussed.filter(({ discussion }) => discussion.verdict === verdict);
      const isOpen = ({ discussion }: (typeof of)[number]) => discussion.opinions.some((one) => one.open);
      const rangesOf = (some: typeof of) => some.map(({ coding }) => bridge.toEditor(coding));
      decorations.set(this.#open[verdict], rangesOf(of.filter(isOpen)));
      decorations.set(this.#settled[verdict], rangesOf(of.filter((one) => !isOpen(one))));
    }
    const { shown } = this.reviewing;
    const isHere = shown?.session === open.session && shown.current.transcript === open.path;
    decorations.set(this.#underReview, isHere ? [bridge.toEditor(shown.current)] : []);
    const known = this.#shown.get(editor) ?? new ShownDecorations();
    this.#shown.set(editor, known);
    known.show(editor, decorations);
  }

  /** A sign behind the passage; for what is open also a mark in the overview ruler. */
  #types(open: boolean): Readonly<Record<Verdict, vscode.TextEditorDecorationType>> {
    const typeOf = (verdict: Verdict) =>
      this.#disposables.add(
        vscode.window.createTextEditorDecorationType({
          rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
          ...(open && {
            overviewRulerColor: new vscode.ThemeColor(rulerColors[verdict]),
            overviewRulerLane: vscode.OverviewRulerLane.Right,
          }),
          after: {
            contentText: marks[verdict],
            color: new vscode.ThemeColor('interviewCoding.labelForeground'),
            fontWeight: open ? 'bold' : 'normal',
            margin: '0 1px 0 2px',
            ...(open && {
              border: '1px solid',
              borderColor: new vscode.ThemeColor('interviewCoding.labelForeground'),
            }),
          },
        }),
      );
    return { agree: typeOf('agree'), disagree: typeOf('disagree'), discuss: typeOf('discuss') };
  }
}
