import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { coderOf } from '../../core/coding/paths';
import { type Compared, codingsOf, compareCoders } from '../../core/review/compare';
import type { Consensus } from '../../core/review/consensus';
import { type ItemState, stateOf } from '../../core/review/settle';
import type { StudyCoding } from '../../core/study';
import { ContextKey } from '../../host/contextKey';
import { Debounced } from '../../host/debounce';
import { DisposableStore } from '../../host/disposables';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** What is compared: a transcript, and the two coders, the one on the left first. */
export interface Comparing {
  readonly session: StudySession;
  readonly path: string;
  readonly document: vscode.TextDocument;
  readonly coders: readonly [string, string];
}

/** An item of the comparison that is shown, the same object as long as its key is. */
export interface ShownItem {
  readonly kind: 'item';
  readonly key: string;
  readonly compared: Compared;
  readonly state: ItemState;
}

/** A comparison as it now stands. */
export interface Comparison extends Comparing {
  readonly text: string;
  readonly codebook: Codebook;
  readonly consensus: Consensus;
  /** By place. */
  readonly items: readonly ShownItem[];
  readonly unplaced: readonly StudyCoding[];
}

/** The editor columns of the first and the second coder. */
export const columns = [vscode.ViewColumn.One, vscode.ViewColumn.Two] as const;

/** The comparison of two coders that is open, kept in step with the files, and the item that is looked at. */
export class OpenComparison implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #isOpen = new ContextKey<boolean>('interviewCoding.comparisonOpen');
  readonly #keysWork = new ContextKey<boolean>('interviewCoding.comparing');
  readonly #read = this.#disposables.add(new Debounced(() => this.update(), 20));
  #comparing: Comparing | undefined;
  #shown: Comparison | undefined;
  #current: string | undefined;

  /** Fires when a comparison was opened, closed or changed, or another item is looked at. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {
    const { studies, coder } = services;
    this.#disposables.add(
      studies.onDidChange(({ session }) => {
        if (session === this.#comparing?.session) this.#read.trigger();
      }),
    );
    this.#disposables.add(studies.onDidChangeSessions(() => this.#endIfGone()));
    this.#disposables.add(vscode.window.tabGroups.onDidChangeTabs(() => this.#endIfGone()));
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(() => this.#followKeys()));
    this.#disposables.add(coder.onDidChange(() => void this.#endIfBlind()));
  }

  /** The comparison that is open. */
  get shown(): Comparison | undefined {
    return this.#shown;
  }

  /** The item that is looked at. */
  get current(): ShownItem | undefined {
    return this.#shown?.items.find(({ key }) => key === this.#current);
  }

  /** Opens a transcript in two columns, each with the codings of one coder. */
  async open(comparing: Comparing): Promise<void> {
    const { document, coders } = comparing;
    const show = (column: vscode.ViewColumn) =>
      vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
    const left = await show(columns[0]);
    await show(columns[1]);
    await vscode.window.showTextDocument(document, { viewColumn: columns[0], selection: left.selection });
    this.#comparing = comparing;
    this.#current = undefined;
    this.services.shownCoders.show(
      document.uri,
      columns.map((column, index) => ({ column, coder: coders[index]! })),
    );
    this.#isOpen.set(true);
    await this.update();
  }

  /** Reads what is compared again. */
  async update(): Promise<void> {
    const comparing = this.#comparing;
    if (!comparing) return;
    const { session, path, coders } = comparing;
    const [codings, consensus, codebook, transcript] = await Promise.all([
      session.codings(path),
      session.consensus(path),
      session.study.codebook(),
      session.study.transcript(path),
    ]);
    if (this.#comparing !== comparing) return;
    const of = (coder: string) => codings.filter((one) => coderOf(one) === coder);
    const text = transcript?.text ?? '';
    const { items, unplaced } = compareCoders(text, of(coders[0]), of(coders[1]), codebook);
    const shown = items.map((compared) => shownItem(compared, consensus));
    this.#shown = { ...comparing, text, codebook, consensus, items: shown, unplaced };
    this.#followKeys();
    this.#changed.fire();
  }

  /** Looks at an item. */
  look(item: ShownItem): void {
    this.#current = item.key;
    this.#changed.fire();
  }

  /** Goes back to one editor that shows the codings of all coders. */
  async end(): Promise<void> {
    if (!this.#comparing) return;
    const uri = this.#comparing.document.uri.toString();
    this.#forget();
    const [, right] = vscode.window.tabGroups.all;
    const tab = right?.tabs.find((one) => uriOf(one) === uri);
    if (tab) await vscode.window.tabGroups.close(tab);
  }

  /** The two editors, as far as they are visible, the first coder's first. */
  editors(): (vscode.TextEditor | undefined)[] {
    return columns.map((column) =>
      vscode.window.visibleTextEditors.find((one) => one.viewColumn === column && this.#isOf(one)),
    );
  }

  dispose(): void {
    this.#forget();
    this.#disposables.dispose();
  }

  #isOf({ document }: vscode.TextEditor): boolean {
    return document.uri.toString() === this.#comparing?.document.uri.toString();
  }

  #followKeys(): void {
    const editor = vscode.window.activeTextEditor;
    this.#keysWork.set(this.#shown !== undefined && editor !== undefined && this.#isOf(editor));
  }

  /** A comparison is over when one of its editors was closed, or its study. */
  #endIfGone(): void {
    if (!this.#comparing) return;
    const uri = this.#comparing.document.uri.toString();
    const isOpen = (column: vscode.ViewColumn) =>
      vscode.window.tabGroups.all.some(
        (group) => group.viewColumn === column && group.tabs.some((tab) => uriOf(tab) === uri),
      );
    const hasStudy = this.services.studies.all.includes(this.#comparing.session);
    if (!hasStudy || !columns.every(isOpen)) this.#forget();
  }

  async #endIfBlind(): Promise<void> {
    const comparing = this.#comparing;
    if (comparing && (await comparing.session.isBlind(comparing.path))) await this.end();
  }

  #forget(): void {
    if (!this.#comparing) return;
    this.#comparing = undefined;
    this.#shown = undefined;
    this.#current = undefined;
    this.services.shownCoders.show(undefined);
    this.#isOpen.set(false);
    this.#followKeys();
    this.#changed.fire();
  }
}

/** True for what the coders differ in. */
export function isDisagreement({ compared }: ShownItem): boolean {
  return compared.kind !== 'agreement';
}

function shownItem(compared: Compared, consensus: Consensus): ShownItem {
  const key = codingsOf(compared)
    .map(({ log, coding }) => `${log}#${coding.id}`)
    .join('\n');
  return { kind: 'item', key, compared, state: stateOf(compared, consensus) };
}

function uriOf({ input }: vscode.Tab): string | undefined {
  return input instanceof vscode.TabInputText ? input.uri.toString() : undefined;
}
