import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import {
  type Choice,
  type SettleContext,
  type Settling,
  settle,
  settleAgreements,
} from '../../core/review/settle';
import type { Range } from '../../core/text/range';
import { trimRange } from '../../core/transcript/turns';
import { pickCode } from '../../host/codePicker';
import { meaningOf, shorten } from '../../host/codingService';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import { RecentCodes } from '../../host/recentCodes';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { type Comparison, isDisagreement, type OpenComparison, type ShownItem } from './comparing';
import { codeName, letters } from './labels';
import { itemMeant, needShown, step } from './navigate';

/** Settles what two coders differ in, and goes to the next of it. */
export class Settler {
  readonly #recent: RecentCodes;

  constructor(
    private readonly services: Services,
    private readonly open: OpenComparison,
  ) {
    this.#recent = new RecentCodes(services.context.workspaceState);
  }

  /** Takes the codings of one or both coders, or none. */
  async take(take: 'first' | 'second' | 'both' | 'neither', called: ShownItem | undefined): Promise<void> {
    const item = itemMeant(this.open, called);
    const { first, second } = item.compared;
    const lacks = (take === 'first' && !first) || (take === 'second' && !second);
    if (lacks) {
      const side = take === 'first' ? 0 : 1;
      throw new Hint(
        vscode.l10n.t(
          '{0} ({1}) has no coding here to take. Press x to take neither.',
          letters[side],
          needShown(this.open).coders[side],
        ),
      );
    }
    await this.#settle(item, { take }, takenLabel(take, needShown(this.open)));
  }

  /** Takes a new coding: a code that is picked, on the selection, or on the passage where nothing is selected. */
  async takeNew(called: ShownItem | undefined): Promise<void> {
    const item = itemMeant(this.open, called);
    const shown = needShown(this.open);
    const range = selectionIn(this.open, shown) ?? item.compared;
    const quote = shorten(shown.text.slice(range.start, range.end), 40);
    const code = await pickCode(shown.session, this.#recent, vscode.l10n.t('Settle “{0}” as', quote));
    if (code === undefined) return;
    const meaning = await meaningOf(shown.session, code);
    const label = vscode.l10n.t('Settled as {0}.', codeName(code, await shown.session.study.codebook()));
    await this.#settle(item, { take: 'new', meaning, range: { start: range.start, end: range.end } }, label);
  }

  /** Leaves it open, with the reason that is asked for. */
  async leaveOpen(called: ShownItem | undefined, given?: unknown): Promise<void> {
    const item = itemMeant(this.open, called);
    const shown = needShown(this.open);
    const quote = shorten(shown.text.slice(item.compared.start, item.compared.end));
    const reason = typeof given === 'string' ? given : await askReason(quote);
    if (reason === undefined) return;
    await this.#settle(item, { take: 'open', reason: reason.trim() }, vscode.l10n.t('Left open.'));
  }

  /** Settles everything that the two coders agree on. */
  async agreements(): Promise<void> {
    const shown = needShown(this.open);
    const context = await this.#context(shown);
    if (!context) return;
    const settling = settleAgreements(
      shown.items.map(({ compared }) => compared),
      context,
    );
    const count = new Set(settling.codings.map(({ after, before }) => (after ?? before)!.id)).size;
    await this.#write(shown, settling);
    if (count === 0) say(vscode.l10n.t('There are no agreements here that are not settled yet.'));
    else if (count === 1) say(vscode.l10n.t('1 agreement settled. Press z to undo.'));
    else say(vscode.l10n.t('{0} agreements settled. Press z to undo.', count));
  }

  async #settle(item: ShownItem, choice: Choice, label: string): Promise<void> {
    const shown = needShown(this.open);
    const context = await this.#context(shown);
    if (!context) return;
    await this.#write(shown, settle(item.compared, choice, context));
    const left = this.open.shown?.items.filter((one) => isDisagreement(one) && one.state === 'unsettled');
    if (!left) return;
    if (left.length > 0) await step(this.open, 'next');
    say(
      left.length === 0
        ? vscode.l10n.t('{0} Nothing is left to settle. Press g to settle all agreements.', label)
        : vscode.l10n.t('{0} {1} to go; press z to undo.', label, left.length),
    );
  }

  async #write(shown: Comparison, { codings, reviews }: Settling): Promise<void> {
    await this.services.codings.apply(shown.session, [...codings, ...reviews]);
    await this.open.update();
  }

  async #context({ session, path, text }: Comparison): Promise<SettleContext | undefined> {
    const by = await this.services.coder.need(session);
    if (by === undefined) return undefined;
    return {
      transcript: path,
      text,
      codings: await session.codings(path),
      reviews: await session.study.reviews(path),
      by,
      at: new Date().toISOString(),
      newId: randomUUID,
    };
  }
}

function takenLabel(take: 'first' | 'second' | 'both' | 'neither', { coders }: Comparison): string {
  switch (take) {
    case 'first':
      return vscode.l10n.t('Taken: {0}’s.', coders[0]);
    case 'second':
      return vscode.l10n.t('Taken: {0}’s.', coders[1]);
    case 'both':
      return vscode.l10n.t('Both taken.');
    case 'neither':
      return vscode.l10n.t('Neither taken.');
  }
}

/** What is selected in the active editor of the two, without white space at its ends. */
function selectionIn(open: OpenComparison, { text }: Comparison): Range | undefined {
  const editor = open.editors().find((one) => one && one === vscode.window.activeTextEditor);
  if (!editor || editor.selection.isEmpty) return undefined;
  const { start, end } = new RangeBridge(text).toRange(editor.selection);
  const range = trimRange(text, start, end);
  return range.end > range.start ? range : undefined;
}

function askReason(quote: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Leave open'),
    prompt: `“${quote}”`,
    placeHolder: vscode.l10n.t('Why can it not be settled yet?'),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' ? vscode.l10n.t('Say why, so that you can take it up again.') : undefined,
  });
}
