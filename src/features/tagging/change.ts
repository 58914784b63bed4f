import * as vscode from 'vscode';
import type { CodingChange } from '../../core/coding/change';
import { isPlaced, selectQuote } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { localize } from '../../core/text/localized';
import { replacement, shorten } from '../../host/codingService';
import type { CodingReference, CodingTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { pickCode } from './codePicker';
import { activeTranscript, ownCodingsHere } from './passage';
import type { RecentCodes } from './recentCodes';

/** What a command was called on: tree elements, a hover's link, or nothing, which means the cursor. */
export type Called = CodingTarget | CodingReference | undefined;

/** Changes and removes codings of the person's own. */
export class CodingEditor {
  constructor(
    private readonly services: Services,
    private readonly recent: RecentCodes,
  ) {}

  async remove(called: Called, all?: readonly CodingTarget[]): Promise<void> {
    const targets =
      all && all.length > 1 ? [...all] : [await this.#target(called, vscode.l10n.t('Remove which coding?'))];
    const [first] = targets;
    if (!first) return;
    const changes: CodingChange[] = targets.flatMap((target) =>
      target ? [{ log: target.coding.log, before: target.coding.coding }] : [],
    );
    await this.services.codings.apply(first.session, changes);
    say(
      vscode.l10n.t(
        'Removed: “{0}”. Press z in the transcript to undo.',
        shorten(first.coding.coding.quote, 60),
      ),
    );
  }

  async changeCode(called: Called): Promise<void> {
    const target = await this.#target(called, vscode.l10n.t('Change the code of which coding?'));
    const code =
      target && (await pickCode(target.session, this.recent, vscode.l10n.t('Replace the code by')));
    if (code === undefined || code === target!.coding.coding.code) return;
    await this.services.codings.apply(target!.session, [replacement(target!.coding, { code })]);
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

  async resize(): Promise<void> {
    const active = await activeTranscript(this.services);
    const [range] = active.selections;
    if (!range) throw new Hint(vscode.l10n.t('Select the text that the coding should cover first.'));
    const target = await this.#target(undefined, vscode.l10n.t('Resize which coding?'));
    if (!target) return;
    const selectors = selectQuote(active.transcript.text, range);
    await this.services.codings.apply(active.session, [replacement(target.coding, selectors)]);
  }

  async #target(called: Called, question: string): Promise<CodingTarget | undefined> {
    if (called && 'coding' in called) return this.#ifOwn(called);
    if (called && 'id' in called) return this.#referred(called);
    const active = await activeTranscript(this.services);
    const here = await ownCodingsHere(this.services, active);
    if (here.length > 1) return this.#choose(active.session, here, question);
    const [coding] = here;
    if (coding) return { session: active.session, coding };
    const others = (await active.session.study.codings(active.path)).some(
      (one) => isPlaced(one) && one.start <= active.cursor && active.cursor <= one.end,
    );
    throw new Hint(
      others
        ? vscode.l10n.t('This coding is another coder’s; only they can change it.')
        : vscode.l10n.t('There is no coding of yours here. Press q for the next one.'),
    );
  }

  async #referred({ transcript, log, id }: CodingReference): Promise<CodingTarget> {
    const session = this.services.studies.needCurrent();
    const coding = (await session.study.codings(transcript)).find(
      (one) => one.log === log && one.coding.id === id,
    );
    if (!coding) throw new Hint(vscode.l10n.t('This coding is no longer there.'));
    return this.#ifOwn({ session, coding });
  }

  #ifOwn(target: CodingTarget): CodingTarget {
    if (target.coding.coding.by === this.services.coder.current()) return target;
    throw new Hint(vscode.l10n.t('This coding is another coder’s; only they can change it.'));
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
