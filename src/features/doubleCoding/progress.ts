import * as vscode from 'vscode';
import { doubleCodingOf } from '../../host/doubleCoding';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { OpenTranscript } from '../../host/studyStore';

/** What a command is called with where not the active transcript is meant: an interview of the Cases view. */
export interface InterviewTarget {
  readonly in: { readonly session: OpenTranscript['session'] };
  readonly interview: { readonly path: string };
}

type Place = Pick<OpenTranscript, 'session' | 'path'>;

/** Lets coders of a round say how far they are, which decides what they see of each other. */
export class ProgressCommands {
  constructor(private readonly services: Services) {}

  /** Says that the coder is done with a transcript: the others' codings come into sight, and can be compared. */
  async markDone(target?: InterviewTarget): Promise<void> {
    const { session, path } = this.#place(target);
    const coded = await this.#rounds(session, path);
    const coder = await this.#coderOf(session, coded.coders);
    if (coder === undefined) return;
    const own = await this.services.codings.own(session, path);
    if (own.length === 0 && !(await this.#isSure(noCodings()))) return;
    const blind = (await session.study.progress()).get(path)?.get(coder)?.blind ?? true;
    if (!(await this.services.reviews.setProgress(session, path, true, blind))) return;
    const waiting = coded.coders.filter((one) => one.coder !== coder && !one.done).map((one) => one.coder);
    if (waiting.length === 0) {
      await vscode.commands.executeCommand('interviewCoding.compareCoders', { session, path });
      return;
    }
    say(vscode.l10n.t('Done. You can compare when {0} is done too.', waiting.join(', ')));
  }

  /** Says that a transcript is not done after all. What was seen of the others stays seen. */
  async reopen(target?: InterviewTarget): Promise<void> {
    const { session, path } = this.#place(target);
    const { coders } = await this.#rounds(session, path);
    const coder = await this.#coderOf(session, coders);
    if (coder === undefined) return;
    const said = (await session.study.progress()).get(path)?.get(coder);
    if (!said?.done) throw new Hint(vscode.l10n.t('You have not said that this transcript is done.'));
    await this.services.reviews.setProgress(session, path, false, false);
    say(vscode.l10n.t('Open again. What the others coded stays in sight.'));
  }

  /** Ends blind coding before the coder is done, which is noted and told in the report on agreement. */
  async showOthers(target?: InterviewTarget): Promise<void> {
    const { session, path } = this.#place(target);
    const { coders } = await this.#rounds(session, path);
    if (!(await session.isBlind(path))) {
      throw new Hint(vscode.l10n.t('Nothing is hidden from you in this transcript.'));
    }
    const coder = await this.#coderOf(session, coders);
    if (coder === undefined || !(await this.#isSure(whatLookingMeans()))) return;
    await this.services.reviews.setProgress(session, path, false, false);
  }

  #place(target: InterviewTarget | undefined): Place {
    if (target) return { session: target.in.session, path: target.interview.path };
    const document = vscode.window.activeTextEditor?.document;
    const open = document && this.services.studies.transcriptOf(document);
    if (open) return open;
    throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  }

  async #rounds(session: Place['session'], path: string) {
    const coded = await doubleCodingOf(session, path);
    if (coded) return coded;
    throw new Hint(
      vscode.l10n.t(
        'This transcript is not double coded. “Draw Transcripts for Double Coding” begins a round.',
      ),
    );
  }

  /** The coder at the screen, who must be one of the round. */
  async #coderOf(
    session: Place['session'],
    coders: readonly { readonly coder: string }[],
  ): Promise<string | undefined> {
    const coder = await this.services.coder.need(session);
    if (coder === undefined || coders.some((one) => one.coder === coder)) return coder;
    throw new Hint(
      vscode.l10n.t(
        'This transcript is double coded by {0}, and you are {1}.',
        coders.map((one) => one.coder).join(', '),
        coder,
      ),
    );
  }

  async #isSure({ question, detail, answer }: Question): Promise<boolean> {
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, answer)) === answer;
  }
}

interface Question {
  readonly question: string;
  readonly detail: string;
  readonly answer: string;
}

function noCodings(): Question {
  return {
    question: vscode.l10n.t('You have no codings in this transcript. Is it done?'),
    detail: vscode.l10n.t('It then counts as coded by you, with nothing found.'),
    answer: vscode.l10n.t('It Is Done'),
  };
}

function whatLookingMeans(): Question {
  return {
    question: vscode.l10n.t('Look at what the others coded before you are done?'),
    detail: vscode.l10n.t(
      'Your codings of this transcript are then no longer independent. This is noted, and the report on agreement says so.',
    ),
    answer: vscode.l10n.t('Look Anyway'),
  };
}
