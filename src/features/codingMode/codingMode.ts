import * as vscode from 'vscode';
import { ContextKey } from '../../host/contextKey';
import { DisposableStore } from '../../host/disposables';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';

/**
 * In coding mode, where every transcript of a study begins, the editor's own read-only state protects the
 * text and single keys code it. A transcript whose text is being corrected has left it.
 */
export class CodingMode implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #inTranscript = new ContextKey<boolean>('interviewCoding.inTranscript');
  readonly #codingMode = new ContextKey<boolean>('interviewCoding.codingMode');
  readonly #correcting = new Set<string>();
  readonly #protected = new Set<string>();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(() => void this.#follow()));
    this.#disposables.add(services.studies.onDidChangeSessions(() => void this.#follow()));
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#correcting.delete(uri.toString());
        this.#protected.delete(uri.toString());
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // The editor's own message offers to make the text writable: whoever takes that corrects it.
        if (document.isDirty && this.#protected.delete(document.uri.toString())) void this.#follow();
      }),
    );
    void this.#follow();
  }

  /** The mode of the active editor; undefined where it shows no transcript of a study. */
  get state(): 'coding' | 'correcting' | undefined {
    const document = this.#activeTranscript();
    if (!document) return undefined;
    return this.#correcting.has(document.uri.toString()) ? 'correcting' : 'coding';
  }

  /** Leaves coding mode to correct the text, or saves what was corrected and goes back to coding. */
  async toggle(): Promise<void> {
    const document = this.#activeTranscript();
    if (!document) throw new HumanError(vscode.l10n.t('Open a transcript of a study first.'));
    const key = document.uri.toString();
    if (this.#correcting.has(key)) {
      if (document.isDirty && !(await document.save())) {
        throw new HumanError(
          vscode.l10n.t('The corrections could not be saved, so the text stays open for them.'),
        );
      }
      this.#correcting.delete(key);
    } else {
      this.#correcting.add(key);
      this.#protected.delete(key);
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession');
    }
    await this.#follow();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #activeTranscript(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.services.studies.transcriptOf(document) ? document : undefined;
  }

  async #follow(): Promise<void> {
    const document = this.#activeTranscript();
    const key = document?.uri.toString();
    if (document?.isDirty && !this.#protected.has(key!)) this.#correcting.add(key!);
    const { state } = this;
    if (state === 'coding' && !this.#protected.has(key!)) {
      this.#protected.add(key!);
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    }
    this.#inTranscript.set(state !== undefined);
    this.#codingMode.set(state === 'coding');
    this.#changed.fire();
  }
}
