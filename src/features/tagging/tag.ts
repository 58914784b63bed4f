import * as vscode from 'vscode';
import { numberedCodes } from '../../core/codebook/codebook';
import { isPlaced, selectQuote } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { localize } from '../../core/text/localized';
import { overlaps, type Range } from '../../core/text/range';
import { type ActiveTranscript, activeTranscript } from '../../host/activeTranscript';
import { pickCode } from '../../host/codePicker';
import { replacement, shorten } from '../../host/codingService';
import { Hint } from '../../host/errors';
import { createCode } from '../../host/newCode';
import type { RecentCodes } from '../../host/recentCodes';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { OpenTranscript } from '../../host/studyStore';
import { passageAtCursor } from './passage';

/** A range of a transcript and the code it is to get, as a hover hands it over. */
export interface TagRequest extends Range {
  readonly transcript: string;
  readonly code: string;
}

/** Gives quotes their codes. */
export class Tagger {
  constructor(
    private readonly services: Services,
    private readonly recent: RecentCodes,
  ) {}

  /** Tags with the code whose number, from 1, stands beside it in the Codebook view. */
  async withNumber(number: number): Promise<void> {
    const active = await activeTranscript(this.services);
    const code = numberedCodes(await active.session.study.codebook())[number - 1];
    if (!code) throw new Hint(vscode.l10n.t('The codebook has no code number {0}.', number));
    await this.#tag(active, code.id);
  }

  /** Tags with a code that is picked, or made. */
  async withPicked(): Promise<void> {
    const active = await activeTranscript(this.services);
    const code = await pickCode(active.session, this.recent, vscode.l10n.t('Tag with a code'));
    if (code !== undefined) await this.#tag(active, code);
  }

  /** Tags the sentence of the term hit at the cursor with the hit's code. */
  async acceptHit(): Promise<void> {
    const active = await activeTranscript(this.services);
    const { session, path, cursor } = active;
    const hits = (await session.study.hits(path)).filter(
      ({ start, end }) => start <= cursor && cursor <= end,
    );
    const codes = [...new Set(hits.map(({ code }) => code))];
    if (codes.length === 0) {
      throw new Hint(vscode.l10n.t('There is no term hit at the cursor. Press h for the next one.'));
    }
    const code = codes.length === 1 ? codes[0] : await this.#chooseAmong(active, codes);
    if (code !== undefined) await this.#tag(active, code);
  }

  /** Tags the sentence around a range that a hover names. */
  async range(request: TagRequest): Promise<void> {
    const active = await activeTranscript(this.services);
    if (active.path !== request.transcript) return;
    await this.#tag({ ...active, selections: [], cursor: request.start }, request.code);
  }

  /** Makes a code in the words of the selection, and tags the selection with it. */
  async inVivo(): Promise<void> {
    const active = await activeTranscript(this.services);
    const [range] = active.selections;
    if (!range) throw new Hint(vscode.l10n.t('Select the words that should become a code first.'));
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('In-vivo code'),
      prompt: vscode.l10n.t('The name of the new code, in the respondent’s own words'),
      value: shorten(active.transcript.text.slice(range.start, range.end), 40),
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A code needs a name.') : undefined),
    });
    if (name === undefined) return;
    await this.#tag(active, await createCode(active.session, name.trim()));
  }

  async #chooseAmong(active: OpenTranscript, ids: readonly string[]): Promise<string | undefined> {
    const { byId } = await active.session.study.codebook();
    const items = ids.map((id) => ({ id, label: localize(byId.get(id)?.name ?? id, vscode.env.language) }));
    const placeHolder = vscode.l10n.t('Several codes have a term here: which one fits?');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
  }

  async #tag(active: ActiveTranscript, code: string): Promise<void> {
    // Asked first, so that what this coder has done here before is known below.
    if ((await this.services.coder.need(active.session)) === undefined) return;
    const own = await this.services.codings.own(active.session, active.path);
    const same = own.filter((one) => isPlaced(one) && one.coding.code === code);
    if (active.selections.length > 0) await this.#tagRanges(active, code, active.selections, same);
    else await this.#tagAtCursor(active, code, same);
    await this.recent.add(code);
    void vscode.commands.executeCommand('setContext', 'interviewCoding.hasTagged', true);
  }

  async #tagRanges(
    active: ActiveTranscript,
    code: string,
    ranges: readonly Range[],
    same: readonly StudyCoding[],
  ): Promise<void> {
    const fresh = ranges.filter(
      (range) => !same.some((one) => one.start === range.start && one.end === range.end),
    );
    const drafts = await Promise.all(fresh.map((range) => this.services.codings.draft(active, range, code)));
    const codings = drafts.filter((draft) => draft !== undefined);
    await this.services.codings.add(active, codings);
    await this.#report(active, code, codings[0]?.quote);
  }

  /** The sentence; where that has the code already, its coding grows to the turn. */
  async #tagAtCursor(active: ActiveTranscript, code: string, same: readonly StudyCoding[]): Promise<void> {
    const { sentence, turn } = passageAtCursor(active);
    const before = same.find((one) => one.start === sentence.start && one.end === sentence.end);
    const covered = same.some(
      (one) => overlaps(one, sentence) && one.start <= turn.start && one.end >= turn.end,
    );
    if (covered) await this.#report(active, code, undefined);
    else if (before) {
      const selectors = selectQuote(active.transcript.text, turn);
      await this.services.codings.apply(active.session, [replacement(before, selectors)]);
      await this.#report(active, code, selectors.quote);
    } else await this.#tagRanges(active, code, [sentence], same);
  }

  async #report(active: OpenTranscript, id: string, quote: string | undefined): Promise<void> {
    const code = (await active.session.study.codebook()).byId.get(id);
    const name = localize(code?.name ?? id, vscode.env.language);
    if (quote === undefined) say(vscode.l10n.t('This passage has the code {0} already.', name));
    else say(vscode.l10n.t('Tagged as {0}: “{1}”', name, shorten(quote, 60)));
  }
}
