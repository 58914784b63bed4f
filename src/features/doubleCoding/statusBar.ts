import * as vscode from 'vscode';
import { parseProgressPath } from '../../core/review/paths';
import { studyFiles } from '../../core/study/files';
import { ContextKey } from '../../host/contextKey';
import { DisposableStore } from '../../host/disposables';
import { codersText, doubleCodingOf } from '../../host/doubleCoding';
import type { Services } from '../../host/services';
import type { OpenTranscript } from '../../host/studyStore';

/** Says in the status bar whether the active transcript is coded blind or done, and by whom it is coded too. */
export class DoubleCodingStatus implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    vscode.window.createStatusBarItem('interviewCoding.doubleCoding', vscode.StatusBarAlignment.Left, 9),
  );
  readonly #state = new ContextKey<'none' | 'blind' | 'seeing' | 'done'>('interviewCoding.doubleCoding');
  #newest = {};

  constructor(private readonly services: Services) {
    this.#item.name = vscode.l10n.t('Double coding');
    const update = () => void this.#update();
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
    this.#disposables.add(services.coder.onDidChange(update));
    this.#disposables.add(services.studies.onDidChangeSessions(update));
    this.#disposables.add(
      services.studies.onDidChange(({ paths }) => {
        if ([...paths].some(isOfRounds)) update();
      }),
    );
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #update(): Promise<void> {
    const request = {};
    this.#newest = request;
    const document = vscode.window.activeTextEditor?.document;
    const open = document && this.services.studies.transcriptOf(document);
    const found = open && (await this.#find(open));
    if (this.#newest !== request) return;
    this.#state.set(found?.state ?? 'none');
    if (!found) {
      this.#item.hide();
      return;
    }
    this.#item.text = found.text;
    this.#item.tooltip = found.tooltip;
    this.#item.command = found.command;
    this.#item.show();
  }

  async #find({ session, path }: OpenTranscript) {
    const coded = await doubleCodingOf(session, path);
    if (!coded) return undefined;
    const round = coded.rounds.map((one) => one.round).join(', ');
    const coders =
      round === ''
        ? vscode.l10n.t('Coded again by {0}.', codersText(coded.coders))
        : vscode.l10n.t('Double coded by {0} (round {1}).', codersText(coded.coders), round);
    const coder = this.services.coder.current();
    if (await session.isBlind(path)) {
      const hidden = vscode.l10n.t('What the others coded is hidden until you are done.');
      const next =
        coder === undefined
          ? vscode.l10n.t('Click to say who you are.')
          : vscode.l10n.t('Click when you are done with this transcript.');
      return {
        state: 'blind' as const,
        text: `$(eye-closed) ${vscode.l10n.t('Coding blind')}`,
        tooltip: [coders, hidden, next].join('\n'),
        command: coder === undefined ? 'interviewCoding.setCoder' : 'interviewCoding.markDone',
      };
    }
    const own = coded.coders.find((one) => one.coder === coder);
    if (own && !own.done) {
      return {
        state: 'seeing' as const,
        text: `$(eye) ${vscode.l10n.t('Double coding, not blind')}`,
        tooltip: [coders, vscode.l10n.t('Click when you are done with this transcript.')].join('\n'),
        command: 'interviewCoding.markDone',
      };
    }
    return {
      state: own ? ('done' as const) : ('none' as const),
      text: `$(check-all) ${codersText(coded.coders)}`,
      tooltip: [coders, vscode.l10n.t('Click to compare.')].join('\n'),
      command: 'interviewCoding.compareCoders',
    };
  }
}

function isOfRounds(path: string): boolean {
  return path === studyFiles.settings || parseProgressPath(path) !== undefined;
}
