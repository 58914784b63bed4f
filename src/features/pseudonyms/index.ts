import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import type { NamesRequest } from './askNames';
import { type BringBackRequest, bringBackFrom } from './bringBack';
import { checkNames } from './checkNames';
import { type CopyRequest, makeCopy } from './makeCopy';
import { NameProblems } from './nameProblems';
import { PseudonymPreview } from './preview';
import { type SuggestRequest, suggest } from './suggest';

/** Replaces names by pseudonyms in a copy of a study, and brings back what is coded in it. */
export function register(services: Services): vscode.Disposable {
  const problems = new NameProblems();
  const preview = new PseudonymPreview(services, problems);
  const { command } = services;
  return vscode.Disposable.from(
    problems,
    preview,
    command('interviewCoding.suggestNames', (request?: SuggestRequest) => suggest(services, request ?? {})),
    command('interviewCoding.previewPseudonyms', (request?: NamesRequest) => preview.open(request ?? {})),
    command('interviewCoding.pseudonymize', (request?: CopyRequest) =>
      makeCopy(services, problems, request ?? {}),
    ),
    command('interviewCoding.restoreNames', (request?: BringBackRequest) =>
      bringBackFrom(services, problems, request ?? {}),
    ),
    command('interviewCoding.checkNames', (request?: NamesRequest) =>
      checkNames(services, problems, request ?? {}),
    ),
  );
}
