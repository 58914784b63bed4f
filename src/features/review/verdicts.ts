import * as vscode from 'vscode';
import { selectQuote } from '../../core/coding/coding';
import type { Verdict } from '../../core/review/review';
import { trimRange } from '../../core/transcript/turns';
import { activeTranscript } from '../../host/activeTranscript';
import { Hint } from '../../host/errors';
import type { ReviewDraft } from '../../host/reviewService';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { askComment, askInstead } from './ask';
import type { Reviewing, ShownReview } from './reviewing';

type Instead = Partial<Pick<ReviewDraft, 'code' | 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>>;

/** Gives verdicts on the coding that is looked at, and goes on to the next one. */
export class Verdicts {
  constructor(
    private readonly services: Services,
    private readonly reviewing: Reviewing,
  ) {}

  async agree(withComment: boolean): Promise<void> {
    const shown = await this.#current();
    if (shown) await this.#give(shown, 'agree', {}, withComment);
  }

  async discuss(withComment: boolean): Promise<void> {
    const shown = await this.#current();
    if (shown) await this.#give(shown, 'discuss', {}, withComment);
  }

  /** Asks for the code that it should have; a selection of other words gives other bounds along with it. */
  async disagree(withComment: boolean): Promise<void> {
    const shown = await this.#current();
    if (!shown) return;
    const bounds = await this.#otherBounds(shown);
    const instead = await askInstead(shown, bounds?.quote);
    if (!instead) return;
    const { code } = instead;
    const withBounds = instead.bounds ? bounds : undefined;
    await this.#give(shown, 'disagree', { ...(code !== undefined && { code }), ...withBounds }, withComment);
  }

  /** The code is right, and the selection is what it should be given to. */
  async bounds(withComment: boolean): Promise<void> {
    const shown = await this.#current();
    if (!shown) return;
    const bounds = await this.#otherBounds(shown);
    if (!bounds) {
      throw new Hint(vscode.l10n.t('Select the words that the coding should cover first, then press b.'));
    }
    await this.#give(shown, 'disagree', bounds, withComment);
  }

  /** The coding that is looked at; undefined where another transcript was open, which leads back to it. */
  async #current(): Promise<ShownReview | undefined> {
    const { shown } = this.reviewing;
    const document = vscode.window.activeTextEditor?.document;
    const open = document && this.services.studies.transcriptOf(document);
    const inSight = shown && open?.session === shown.session && open.path === shown.current.transcript;
    if (inSight) return shown;
    await this.reviewing.show();
    return undefined;
  }

  async #otherBounds({ current }: ShownReview) {
    const { transcript, selections } = await activeTranscript(this.services);
    const [range] = selections;
    // Selections are without the white space at their ends, and so is the coding that they are held against.
    const own = trimRange(transcript.text, current.start, current.end);
    const differs = range && (range.start !== own.start || range.end !== own.end);
    return differs ? selectQuote(transcript.text, range) : undefined;
  }

  async #give(
    { session, current }: ShownReview,
    verdict: Verdict,
    instead: Instead,
    withComment: boolean,
  ): Promise<void> {
    const comment = withComment ? await askComment(verdict, current) : '';
    if (comment === undefined) return;
    const said = comment.trim() === '' ? {} : { comment: comment.trim() };
    const draft = { coding: current.coding.id, verdict, ...instead, ...said };
    if (!(await this.services.reviews.give(session, current.transcript, draft))) return;
    const labels: Readonly<Record<Verdict, string>> = {
      agree: vscode.l10n.t('Agreed. Press z to take it back.'),
      disagree: vscode.l10n.t('Disagreed. Press z to take it back.'),
      discuss: vscode.l10n.t('To be discussed. Press z to take it back.'),
    };
    say(labels[verdict]);
    await this.reviewing.advance();
  }
}
