import * as vscode from 'vscode';
import { drawPicture } from '../../core/pictures/draw';
import type { PictureData } from '../../core/pictures/model';
import { tabbedLines } from '../../core/report/csv';
import { Debounced } from '../../host/debounce';
import { DisposableStore } from '../../host/disposables';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { pageHtml } from '../../host/webviewPage';
import { readToEditor, type ToEditor, type ToView } from '../../protocol/pictures';
import { existingTarget, readPicture, stateOf, textTable } from './state';
import type { Target } from './target';

/** The pictures of a study in an editor tab, one at a time. */
export class PicturesPanel implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #refresh = this.#disposables.add(new Debounced(() => this.#showOrTell(), 150));
  #target: Target;
  #shown = '';
  #data: PictureData | undefined;

  constructor(
    private readonly services: Services,
    readonly session: StudySession,
    target: Target,
    readonly panel: vscode.WebviewPanel,
  ) {
    this.#target = target;
    const { context, studies, coder, webviews } = services;
    const refresh = () => this.#refresh.trigger();
    this.#disposables.add(
      studies.onDidChange((change) => {
        if (change.session === session) refresh();
      }),
    );
    this.#disposables.add(coder.onDidChange(refresh));
    this.#disposables.add(vscode.window.onDidChangeActiveColorTheme(refresh));
    this.#disposables.add(panel.onDidChangeViewState(refresh));
    this.#disposables.add(panel.webview.onDidReceiveMessage((message) => this.#receive(message)));
    webviews.set('pictures', {
      shown: () => (this.#shown === '' ? undefined : JSON.parse(this.#shown)),
      receive: (message) => this.#receive(message),
    });
    this.#disposables.add(new vscode.Disposable(() => webviews.delete('pictures')));
    panel.webview.html = pageHtml(panel.webview, context.extensionUri, 'pictures', panel.title);
  }

  /** Shows another picture. */
  async choose(target: Target): Promise<void> {
    this.#target = target;
    await this.#show();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #receive(message: unknown): Promise<void> {
    const said = readToEditor(message);
    if (!said) {
      this.services.log.warn('pictures: a message of the view was not understood');
      return;
    }
    await this.#telling(said.type, () => this.#act(said));
  }

  async #act(said: ToEditor): Promise<void> {
    switch (said.type) {
      case 'ready':
        this.#shown = '';
        await this.#show();
        break;
      case 'choose':
        await this.choose({ picture: said.picture, of: said.of ?? this.#target.of });
        break;
      case 'open':
        await this.#open(said.mark);
        break;
      case 'save':
        await this.#save();
        break;
      case 'copy':
        await this.#copy();
        break;
    }
  }

  /** Opens the passage of a mark in its transcript, beside the view. */
  async #open(mark: number): Promise<void> {
    const data = this.#data;
    if (data?.kind !== 'code-line') return;
    const { log, id } = data.marks[mark] ?? {};
    const codings = await this.session.codings(data.transcript);
    const coding = codings.find((one) => one.log === log && one.coding.id === id);
    if (!coding) return;
    const uri = this.session.files.uri(data.transcript);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    await vscode.commands.executeCommand('interviewCoding.revealCoding', { session: this.session, coding });
  }

  /** Asks for a file and writes the picture into it, black on white. */
  async #save(): Promise<void> {
    await this.services.names.needNoneLeft(this.session);
    const { picture, of } = this.#target;
    const data = await readPicture(this.session, this.#target);
    const about = of.replace(/^case:|^transcripts\/|\.[^./]+$/g, '');
    const name = [picture, about]
      .join('-')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/-$/, '');
    const uri = await vscode.window.showSaveDialog({
      defaultUri: this.session.files.uri(`summaries/${name}.svg`),
      filters: { SVG: ['svg'] },
      title: vscode.l10n.t('Save the picture'),
    });
    if (!uri) return;
    const { svg } = await drawPicture(data, 'print');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${svg}\n`));
    say(vscode.l10n.t('Picture saved in {0}.', vscode.workspace.asRelativePath(uri)));
  }

  async #copy(): Promise<void> {
    if (!this.#data) return;
    const { columns, rows } = textTable(this.#data);
    await vscode.env.clipboard.writeText(tabbedLines([columns, ...rows]));
    say(vscode.l10n.t('Table copied; paste it into a spreadsheet or a document.'));
  }

  #showOrTell(): Promise<void> {
    return this.#telling('show', () => this.#show());
  }

  async #show(): Promise<void> {
    if (!this.panel.visible) return;
    const asked = this.#target;
    const target = await existingTarget(this.session, asked);
    if (!target || this.#target !== asked) return;
    this.#target = target;
    const { state, data } = await stateOf(this.session, target);
    const shown = JSON.stringify(state);
    // What was chosen meanwhile is shown by who chose it.
    if (this.#target !== target || shown === this.#shown) return;
    this.#shown = shown;
    this.#data = data;
    const message: ToView = { type: 'state', state };
    void this.panel.webview.postMessage(message);
  }

  async #telling(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.services.log.error(`pictures, ${what}: ${reason}`);
      void vscode.window.showWarningMessage(reason);
    }
  }
}
