import * as vscode from 'vscode';
import type { QueueRequest } from '../../core/review/queue';
import type { Services } from '../../host/services';
import { Answers, type Called } from './answers';
import { askWhat } from './ask';
import { registerHover } from './hover';
import { ReviewLens } from './lens';
import { ReviewMarks } from './marks';
import { Reviewing } from './reviewing';
import { type CalledFor, scopeOf } from './scope';
import { createStatusBar } from './statusBar';
import { goToAnswer } from './toAnswer';
import { Verdicts } from './verdicts';

/** Reviewing other coders' codings from the keyboard, and answering what reviewers say of one's own. */
export function register(services: Services): vscode.Disposable {
  const reviewing = new Reviewing(services);
  const verdicts = new Verdicts(services, reviewing);
  const answers = new Answers(services);
  const command = (id: string, run: (...args: never[]) => unknown) =>
    services.command(`interviewCoding.${id}`, run);
  const start = async (called?: CalledFor, request?: QueueRequest) => {
    const session = services.studies.needCurrent();
    if (request) return reviewing.start(session, request);
    if ((await services.coder.need(session)) === undefined) return;
    const chosen = await askWhat(services, session, scopeOf(called), reviewing.saved(session));
    const first = called?.kind === 'quote' ? called.coding.coding.id : chosen?.first;
    if (chosen) await reviewing.start(session, chosen.request, first);
  };
  return vscode.Disposable.from(
    reviewing,
    new ReviewMarks(services, reviewing),
    new ReviewLens(services, reviewing),
    createStatusBar(reviewing),
    registerHover(services),
    command('startReview', start),
    command('showReview', () => reviewing.show()),
    command('reviewAgree', () => verdicts.agree(false)),
    command('reviewAgreeComment', () => verdicts.agree(true)),
    command('reviewDisagree', () => verdicts.disagree(false)),
    command('reviewDisagreeComment', () => verdicts.disagree(true)),
    command('reviewBounds', () => verdicts.bounds(false)),
    command('reviewBoundsComment', () => verdicts.bounds(true)),
    command('reviewDiscuss', () => verdicts.discuss(false)),
    command('reviewDiscussComment', () => verdicts.discuss(true)),
    command('nextReview', () => reviewing.go(1)),
    command('previousReview', () => reviewing.go(-1)),
    command('endReview', () => reviewing.end()),
    command('acceptVerdict', (called: Called) => answers.accept(called)),
    command('keepCoding', (called: Called, reason?: unknown) => answers.keep(called, textOf(reason))),
    command('discussVerdict', (called: Called, said?: unknown) => answers.discuss(called, textOf(said))),
    command('nextToAnswer', () => goToAnswer(services, 1)),
    command('previousToAnswer', () => goToAnswer(services, -1)),
  );
}

/** What a command was given to say; views give the elements that are selected with it. */
function textOf(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}
