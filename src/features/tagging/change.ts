import * as vscode from 'vscode';
import type { CodingChange } from '../../core/coding/change';
import { isPlaced, selectQuote } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { localize } from '../../core/text/localized';
import { activeTranscript } from '../../host/activeTranscript';
import { pickCode } from '../../host/codePicker';
import { meaningOf, replacement, shorten } from '../../host/codingService';
import {
  type CodingReference,
  type CodingTarget,
  distinctTargets,
  findTarget,
  needOwn,
} from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import type { RecentCodes } from '../../host/recentCodes';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { ownCodingsHere } from './passage';

/** What a command was called on: tree elements, a hover's link, or nothing, which means the cursor. */
export type Called = CodingTarget | CodingReference | undefined;

/** Changes and removes codings of the person's own. */
export class CodingEditor {
  constructor(
    private readonly services: Services,
    private readonly recent: RecentCodes,
  ) {}

  /** Removes the coding that is meant, or of several selected in a view those that are the person's own. */
  async remove(called: Called, selected: readonly Partial<CodingTarget>[] = []): Promise<void> {
    const targets = await this.#targets(called, selected, vscode.l10n.t('Remove which coding?'));
    const [first] = targets;
    if (!first) return;
    const changes = targets.map(({ coding }): CodingChange => ({ log: coding.log, before: coding.coding }));
    await this.services.codings.apply(first.session, changes);
    const quote = shorten(first.coding.coding.quote, 60);
    say(
      targets.length === 1
        ? vscode.l10n.t('Removed: “{0}”. Press z in the transcript to undo.', quote)
        : vscode.l10n.t('{0} of your codings removed. Press z in a transcript to undo.', targets.length),
    );
  }

  async changeCode(called: Called): Promise<void> {
    const target = await this.#target(called, vscode.l10n.t('Change the code of which coding?'));
    const code =
      target && (await pickCode(target.session, this.recent, vscode.l10n.t('Replace the code by')));
    if (code === undefined || code === target!.coding.coding.code) return;
    await this.services.codings.apply(target!.session, [
      replacement(target!.coding, await meaningOf(target!.session, code)),
    ]);
  }

  async editMemo(called: Called): Promise<void> {
    const target = await this.#target(called, vscode.l10n.t('A memo for which coding?'));
    if (!target) return;
    const { coding } = target.coding;
    const memo = await vscode.window.showInputBox({
      title: vscode.l10n.t('Memo'),
      prompt: `“${shorten(coding.quote)}”`,
      value: coding.memo ?? '',
    });
    if (memo === undefined || memo === (coding.memo ?? '')) return;
    const { memo: _old, ...rest } = coding;
    const after = memo.trim() === '' ? rest : { ...rest, memo };
    await this.services.codings.apply(target.session, [{ log: target.coding.log, before: coding, after }]);
  }

  /** Stars the coding that is meant, or all that are selected; where they have a star already, takes it away. */
  async toggleStar(called: Called, selected: readonly Partial<CodingTarget>[] = []): Promise<void> {
    const targets = await this.#targets(called, selected, vscode.l10n.t('Star which coding?'));
    const [first] = targets;
    if (!first) return;
    const starred = targets.every(({ coding }) => coding.coding.star);
    const changes = targets
      .filter(({ coding: { coding } }) => starred || !coding.star)
      .map(({ coding: { coding, log } }): CodingChange => {
        const { star: _old, ...rest } = coding;
        return { log, before: coding, after: starred ? rest : { ...rest, star: true } };
      });
    await this.services.codings.apply(first.session, changes);
    const quote = shorten(first.coding.coding.quote, 60);
    say(
      targets.length > 1
        ? starred
          ? vscode.l10n.t('Stars taken away: {0}.', changes.length)
          : vscode.l10n.t('Starred: {0}. The report of the case shows them.', changes.length)
        : starred
          ? vscode.l10n.t('Star taken away: “{0}”', quote)
          : vscode.l10n.t('Starred: “{0}”. The report of the case shows it.', quote),
    );
  }

  async resize(): Promise<void> {
    const active = await activeTranscript(this.services);
    const [range] = active.selections;
    if (!range) throw new Hint(vscode.l10n.t('Select the text that the coding should cover first.'));
    const target = await this.#target(undefined, vscode.l10n.t('Resize which coding?'));
    if (!target) return;
    const selectors = selectQuote(active.transcript.text, range);
    await this.services.codings.apply(active.session, [replacement(target.coding, selectors)]);
  }

  /** The coding that is meant, or of several selected in a view those that are the person's own. */
  async #targets(
    called: Called,
    selected: readonly Partial<CodingTarget>[],
    question: string,
  ): Promise<CodingTarget[]> {
    if (selected.length <= 1) {
      const target = await this.#target(called, question);
      return target ? [target] : [];
    }
    const own = distinctTargets(selected).filter(({ coding }) => this.services.codings.isOwn(coding));
    if (own.length === 0) throw new Hint(vscode.l10n.t('None of the selected codings is yours.'));
    return own;
  }

  async #target(called: Called, question: string): Promise<CodingTarget | undefined> {
    if (called) {
      const target = await findTarget(this.services, called);
      needOwn(this.services, target.coding);
      return target;
    }
    const active = await activeTranscript(this.services);
    const here = await ownCodingsHere(this.services, active);
    if (here.length > 1) return this.#choose(active.session, here, question);
    const [coding] = here;
    if (coding) return { session: active.session, coding };
    const other = (await active.session.codings(active.path)).find(
      (one) => isPlaced(one) && one.start <= active.cursor && active.cursor <= one.end,
    );
    if (other) needOwn(this.services, other);
    throw new Hint(vscode.l10n.t('There is no coding of yours here. Press q for the next one.'));
  }

  async #choose(session: StudySession, codings: readonly StudyCoding[], question: string) {
    const { byId } = await session.study.codebook();
    const items = codings.map((coding) => ({
      label: localize(byId.get(coding.coding.code)?.name ?? coding.coding.code, vscode.env.language),
      description: shorten(coding.coding.quote),
      target: { session, coding },
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder: question }))?.target;
  }
}
