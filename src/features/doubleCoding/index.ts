import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { codeAgain } from './codeAgain';
import { assignInterviews, drawRound } from './draw';
import { type InterviewTarget, ProgressCommands } from './progress';
import { DoubleCodingStatus } from './statusBar';

/** Double coding: rounds are drawn, coded blind, and said to be done. */
export function register(services: Services): vscode.Disposable {
  const progress = new ProgressCommands(services);
  const { command } = services;
  return vscode.Disposable.from(
    new DoubleCodingStatus(services),
    command('interviewCoding.drawRound', () => drawRound(services)),
    command('interviewCoding.assignInterviews', (on?: InterviewTarget, all?: Partial<InterviewTarget>[]) =>
      assignInterviews(on, all),
    ),
    command('interviewCoding.markDone', (on?: InterviewTarget) => progress.markDone(on)),
    command('interviewCoding.reopenTranscript', (on?: InterviewTarget) => progress.reopen(on)),
    command('interviewCoding.codeAgain', (given?: unknown) => codeAgain(services, given)),
    command('interviewCoding.showOthers', (on?: InterviewTarget) => progress.showOthers(on)),
  );
}
