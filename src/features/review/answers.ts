import * as vscode from 'vscode';
import type { CodingChange } from '../../core/coding/change';
import { selectQuote } from '../../core/coding/coding';
import { type Opinion, type Proposal, proposalOf } from '../../core/review/discussion';
import type { Verdict } from '../../core/review/review';
import { activeTranscript } from '../../host/activeTranscript';
import { meaningOf, replacement, shorten } from '../../host/codingService';
import { type CodingReference, type CodingTarget, findTarget, needOwn } from '../../host/codingTarget';
import { Hint, HumanError } from '../../host/errors';
import { sayReview } from '../../host/reviewLabels';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { askReason } from './ask';
import { discussedIn } from './toAnswer';

/** What a command was called on: a tree's element, a hover's link, or nothing, which means the cursor. */
export type Called = CodingTarget | CodingReference | undefined;

/** A verdict on a coding of the person's own. */
interface Asked extends CodingTarget {
  readonly opinion: Opinion;
}

/** Answers what reviewers say of the person's own codings. */
export class Answers {
  constructor(private readonly services: Services) {}

  /** Does what the reviewer says: the coding gets the proposed code and bounds, or is removed. */
  async accept(called: Called): Promise<void> {
    const asked = await this.#find(called);
    if (!asked) return;
    const { session, coding, opinion } = asked;
    const { review, reviewer } = opinion;
    const text = (await session.study.transcript(coding.transcript))?.text ?? '';
    const proposal = proposalOf(text, review);
    if (review.verdict === 'disagree' && !proposal && !(await confirmRemoval(asked))) return;
    const answer = await this.#answer(asked, 'agree');
    if (!answer) return;
    const changes = proposal
      ? await changed(asked, proposal, text)
      : review.verdict === 'disagree'
        ? [{ log: coding.log, before: coding.coding }]
        : [];
    await this.services.codings.apply(session, [...changes, answer]);
    say(vscode.l10n.t('Accepted what {0} says. Press z in the transcript to undo.', reviewer));
  }

  /** Leaves the coding as it is, and says why. */
  async keep(called: Called, reason: string | undefined): Promise<void> {
    await this.#say(called, 'disagree', reason, vscode.l10n.t('Keep the coding: why?'));
  }

  /** Says what there is to discuss. */
  async discuss(called: Called, said: string | undefined): Promise<void> {
    await this.#say(called, 'discuss', said, vscode.l10n.t('Discuss it: what do you want to say?'));
  }

  async #say(called: Called, verdict: Verdict, given: string | undefined, title: string): Promise<void> {
    const asked = await this.#find(called);
    if (!asked) return;
    const { session, opinion } = asked;
    const { reviewer, review } = opinion;
    const prompt = sayReview(reviewer, review, await session.study.codebook());
    const comment = given ?? (await askReason(title, [prompt, review.comment].filter(Boolean).join(': ')));
    if (comment === undefined) return;
    const answer = await this.#answer(asked, verdict, comment.trim());
    if (!answer) return;
    await this.services.codings.apply(session, [answer]);
    say(vscode.l10n.t('Answered {0}. Press z in the transcript to undo.', reviewer));
  }

  #answer({ session, coding, opinion }: Asked, verdict: Verdict, comment?: string) {
    return this.services.reviews.draft(session, coding.transcript, {
      coding: coding.coding.id,
      verdict,
      ...(comment !== undefined && { comment }),
      answer: opinion.review.id,
    });
  }

  /** The verdict that is meant: of the coding that was named, or of those at the cursor. */
  async #find(called: Called): Promise<Asked | undefined> {
    const targets = called ? [await findTarget(this.services, called)] : await this.#atCursor();
    for (const { coding } of called ? targets : []) needOwn(this.services, coding);
    const asked: Asked[] = [];
    for (const { session, coding } of targets) {
      const discussion = (await session.discussions(coding.transcript)).get(coding.coding.id);
      const open = discussion?.opinions.filter((opinion) => opinion.open) ?? [];
      asked.push(...open.map((opinion) => ({ session, coding, opinion })));
    }
    if (asked.length > 1) return this.#choose(asked);
    if (asked[0]) return asked[0];
    throw new Hint(
      vscode.l10n.t('There is no verdict on your codings to answer here. Press x for the next one.'),
    );
  }

  async #atCursor(): Promise<CodingTarget[]> {
    const { session, path, selections, cursor } = await activeTranscript(this.services);
    const places = selections.length > 0 ? selections : [{ start: cursor, end: cursor }];
    return (await discussedIn(session, path))
      .filter(({ coding }) => this.services.codings.isOwn(coding))
      .filter(({ coding }) => places.some(({ start, end }) => coding.start <= end && start <= coding.end))
      .map(({ coding }) => ({ session, coding }));
  }

  async #choose(asked: readonly Asked[]): Promise<Asked | undefined> {
    const codebook = await asked[0]!.session.study.codebook();
    const items = asked.map((one) => ({
      label: sayReview(one.opinion.reviewer, one.opinion.review, codebook),
      description: shorten(one.coding.coding.quote),
      ...(one.opinion.review.comment !== undefined && { detail: one.opinion.review.comment }),
      asked: one,
    }));
    const placeHolder = vscode.l10n.t('Answer which verdict?');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.asked;
  }
}

/** What makes the coding what is proposed; nothing where it is that already. */
async function changed(
  { session, coding, opinion }: Asked,
  { code, range }: Proposal,
  text: string,
): Promise<CodingChange[]> {
  if (range === 'lost') {
    throw new HumanError(
      vscode.l10n.t(
        'The passage that {0} proposes is no longer in the transcript. Set the bounds yourself (b), then answer with Keep and say so.',
        opinion.reviewer,
      ),
    );
  }
  const { byId } = await session.study.codebook();
  const idOf = (id: string) => byId.get(id)?.id ?? id;
  const otherCode = code !== undefined && idOf(code) !== idOf(coding.coding.code);
  const otherRange = range && (range.start !== coding.start || range.end !== coding.end);
  if (!otherCode && !otherRange) return [];
  const { defined: _old, ...before } = coding.coding;
  const meaning = otherCode ? await meaningOf(session, idOf(code)) : {};
  const after = { ...(otherCode ? before : coding.coding), ...meaning };
  return [
    {
      ...replacement(coding, {}),
      after: { ...after, ...(otherRange && selectQuote(text, range)) },
    },
  ];
}

async function confirmRemoval({ coding, opinion }: Asked): Promise<boolean> {
  const remove = vscode.l10n.t('Remove Coding');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} would not code this so, and proposes nothing else. Remove your coding?',
      opinion.reviewer,
    ),
    { modal: true, detail: `“${shorten(coding.coding.quote, 200)}”` },
    remove,
  );
  return picked === remove;
}
