import * as vscode from 'vscode';
import { emptyCodebook } from '../../core/codebook/codebook';
import { agreementOf } from '../../core/review/agreement/agreement';
import type { AgreementReport } from '../../core/review/agreement/model';
import { Debounced } from '../../host/debounce';
import { DisposableStore } from '../../host/disposables';
import type { Services } from '../../host/services';
import { type AgreementElement, type CellElement, type CodeElement, elementsOf } from './elements';
import { codeTooltip, itemOf, type Shown } from './items';
import { type Compared, type CompareQuestions, requestOf } from './settings';

/** How long the files of a study must be at rest before agreement is computed anew, in milliseconds. */
const rest = 500;

/** How coders agree, code by code, with the disagreements behind each figure; follows the study while it is seen. */
export class AgreementTree implements vscode.TreeDataProvider<AgreementElement>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<undefined>());
  readonly #computed = this.#disposables.add(new vscode.EventEmitter<AgreementReport | undefined>());
  readonly #again = this.#disposables.add(new Debounced(() => this.refresh(), rest));
  #elements: Promise<readonly CodeElement[]> | undefined;
  #shown: Shown = { coders: [], codebook: emptyCodebook, id: '' };

  /** Counts what was computed; what was overtaken is not told. */
  #build = 0;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires when agreement was computed; with undefined where nobody was chosen to be compared. */
  readonly onDidCompute = this.#computed.event;

  constructor(
    private readonly services: Services,
    private readonly questions: CompareQuestions,
  ) {
    const { studies } = services;
    this.#disposables.add(studies.onDidChangeSessions(() => this.#again.trigger()));
    this.#disposables.add(
      studies.onDidChange(({ session }) => {
        if (session === studies.current && this.#elements) this.#again.trigger();
      }),
    );
  }

  /** Shows how others agree. */
  async show(compared: Compared): Promise<void> {
    await this.questions.remember(compared);
    await this.refresh();
  }

  /** Computes everything again, at once where it is seen. */
  async refresh(): Promise<void> {
    this.#elements = undefined;
    this.#changed.fire(undefined);
  }

  async getChildren(element?: AgreementElement): Promise<AgreementElement[]> {
    if (element?.kind === 'code') return [...element.cells];
    if (element) return element.kind === 'cell' ? [...element.found] : [];
    this.#elements ??= this.#compute();
    return [...(await this.#elements)];
  }

  getTreeItem(element: AgreementElement): vscode.TreeItem {
    return itemOf(element, this.#shown);
  }

  resolveTreeItem(item: vscode.TreeItem, element: AgreementElement): vscode.TreeItem {
    if (element.kind === 'code') item.tooltip = codeTooltip(element, this.#shown);
    return item;
  }

  async getParent(element: AgreementElement): Promise<CodeElement | CellElement | undefined> {
    const codes = (await this.#elements) ?? [];
    if (element.kind === 'code') return undefined;
    if (element.kind === 'cell') return codes.find(({ cells }) => cells.includes(element));
    return codes.flatMap(({ cells }) => cells).find(({ found }) => found.includes(element));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #compute(): Promise<readonly CodeElement[]> {
    const build = ++this.#build;
    const session = this.services.studies.current;
    const compared = session && (await this.questions.last(session.study));
    if (!session || !compared) {
      this.#computed.fire(undefined);
      return [];
    }
    const report = await agreementOf(session.study, await requestOf(session, compared));
    const id = JSON.stringify([session.folder.uri.toString(), compared]);
    const codebook = await session.study.codebook();
    if (build === this.#build) {
      this.#shown = { coders: report.coders, codebook, id };
      this.#computed.fire(report);
    }
    return report.transcripts.length === 0 ? [] : elementsOf(report);
  }
}
