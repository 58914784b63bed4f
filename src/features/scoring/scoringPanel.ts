import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { consensusScorer } from '../../core/maturity/maturity';
import { settledOn } from '../../core/maturity/verification';
import { Debounced } from '../../host/debounce';
import { DisposableStore } from '../../host/disposables';
import type { Services } from '../../host/services';
import { pageHtml } from '../../host/webviewPage';
import { readToEditor, type ToEditor, type ToView, type Who } from '../../protocol/scoring';
import { addEvidence } from './addEvidence';
import { ScoreWriter, type WriteState } from './scoreWriter';
import { readScoring, verify } from './scoring';
import { readEvidence, stateOf } from './state';
import type { ScoringTarget } from './target';
import { statusText } from './words';

/** The scoring of one organization in an editor tab, for the scorer at the screen. */
export class ScoringPanel implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #writer: ScoreWriter;
  readonly #refresh = this.#disposables.add(new Debounced(() => this.#show(), 100));
  #shown = '';

  constructor(
    private readonly services: Services,
    readonly target: ScoringTarget,
    readonly panel: vscode.WebviewPanel,
  ) {
    const { session, organization } = target;
    const { context, log, studies, coder } = services;
    this.#writer = this.#disposables.add(new ScoreWriter(session, organization, context.workspaceState, log));
    this.#disposables.add(this.#writer.onDidChange((state) => this.#tell(state)));
    this.#disposables.add(
      studies.onDidChange((change) => {
        if (change.session === session) this.#refresh.trigger();
      }),
    );
    this.#disposables.add(coder.onDidChange(() => this.#refresh.trigger()));
    this.#disposables.add(panel.webview.onDidReceiveMessage((message) => this.#receive(message)));
    const name = `scoring:${organization}`;
    services.webviews.set(name, {
      shown: () => (this.#shown === '' ? undefined : JSON.parse(this.#shown)),
      receive: (message) => this.#receive(message),
    });
    this.#disposables.add(new vscode.Disposable(() => services.webviews.delete(name)));
    panel.webview.html = pageHtml(panel.webview, context.extensionUri, 'scoring', panel.title);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #receive(message: unknown): Promise<void> {
    const said = readToEditor(message);
    if (!said) {
      this.services.log.warn('scoring: a message of the view was not understood');
      return;
    }
    try {
      await this.#act(said);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.services.log.error(`scoring, ${said.type}: ${reason}`);
      void vscode.window.showWarningMessage(reason);
    }
  }

  async #act(said: ToEditor): Promise<void> {
    if (said.type === 'ready') {
      this.#shown = '';
      await this.#show();
      return;
    }
    const viewer = this.services.coder.current();
    if (viewer === undefined) return;
    switch (said.type) {
      case 'score':
        if (said.who === 'consensus') await this.#settle(said.domain, said.score);
        else this.#writer.change(viewer, said.domain, { score: said.score });
        break;
      case 'rationale': {
        const rationale = said.rationale.trim() === '' ? '' : said.rationale;
        const { revision } = said;
        this.#writer.change(this.#scorer(said.who, viewer), said.domain, { rationale, revision });
        break;
      }
      case 'rely':
        await this.#rely(said.domain, said.quote, said.relied);
        break;
      case 'open':
        await this.#open(said.domain, said.quote);
        break;
      case 'addEvidence':
        await this.#add(said.domain);
        break;
    }
  }

  /** Settles a domain on a score, with the reasons and evidence of those who gave it where nothing is settled yet. */
  async #settle(domain: string, score: number | null): Promise<void> {
    const scoring = await this.#read();
    if (!scoring) return;
    const { own, others, consensus } = verify(scoring, domain);
    if (!own) return;
    const taken = score !== null && !consensus ? settledOn(score, [own, ...others]) : {};
    this.#writer.change(consensusScorer, domain, { score, ...taken });
  }

  async #rely(domain: string, quote: string, relied: boolean): Promise<void> {
    const found = await this.#quote(domain, quote);
    const viewer = this.services.coder.current();
    if (!found || viewer === undefined) return;
    this.#writer.change(viewer, domain, relied ? { rely: [quote] } : { drop: found.ids });
  }

  /** Opens a quote in its transcript, beside the view. */
  async #open(domain: string, quote: string): Promise<void> {
    const found = await this.#quote(domain, quote);
    if (!found) return;
    const { session } = this.target;
    const { coding } = found;
    const beside = { viewColumn: vscode.ViewColumn.Beside };
    if (isPlaced(coding)) await vscode.window.showTextDocument(session.files.uri(coding.transcript), beside);
    await vscode.commands.executeCommand('interviewCoding.revealCoding', { session, coding });
  }

  async #add(domain: string): Promise<void> {
    const scoring = await this.#read();
    if (!scoring) return;
    const { quotes } = await readEvidence(scoring, domain, this.#writer);
    const ids = await addEvidence(scoring, domain, quotes);
    if (ids.length === 0) return;
    this.#writer.change(scoring.viewer, domain, { rely: ids });
    this.panel.reveal();
  }

  async #quote(domain: string, id: string) {
    const scoring = await this.#read();
    const evidence = scoring && (await readEvidence(scoring, domain, this.#writer));
    return evidence?.quotes.find(({ coding }) => coding.coding.id === id);
  }

  #read() {
    const { session, organization } = this.target;
    return readScoring(session, organization, this.services.coder.current() ?? '');
  }

  async #show(): Promise<void> {
    const scoring = await this.#read();
    if (!scoring) return;
    const state = await stateOf(scoring, this.#writer);
    const shown = JSON.stringify(state);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#post({ type: 'state', state });
  }

  #tell({ scorer, domain, status, revision, reason }: WriteState): void {
    const who = scorer === consensusScorer ? 'consensus' : 'own';
    const said = statusText(status, reason);
    this.#post({ type: 'status', domain, who, status, said, revision });
    if (status !== 'saving') this.#refresh.trigger();
  }

  #scorer(who: Who, viewer: string): string {
    return who === 'consensus' ? consensusScorer : viewer;
  }

  #post(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }
}
