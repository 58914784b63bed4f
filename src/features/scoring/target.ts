import * as vscode from 'vscode';
import { compareStrings } from '../../core/text/compare';
import { localize } from '../../core/text/localized';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** What a row of the Cases view hands over, a case or an organization's scores; or an organization by its id. */
export type Called =
  | { readonly session: StudySession; readonly caseId: string }
  | { readonly in: { readonly session: StudySession }; readonly total: { readonly organization: string } }
  | { readonly organization: string };

/** An organization to score. */
export interface ScoringTarget {
  readonly session: StudySession;
  readonly organization: string;
}

/** The organization that is meant; asks which one where that is open. Undefined where the question was dismissed. */
export async function findOrganization(
  { studies }: Services,
  called: Called | undefined,
): Promise<ScoringTarget | undefined> {
  if (called && 'total' in called)
    return { session: called.in.session, organization: called.total.organization };
  if (called && 'organization' in called) {
    return { session: studies.needCurrent(), organization: called.organization };
  }
  const session = called?.session ?? studies.needCurrent();
  const choices = await choicesIn(session, called?.caseId);
  if (choices.length === 0) {
    throw new HumanError(
      vscode.l10n.t('There is no organization to score. List the organizations of your cases in study.yaml.'),
    );
  }
  const picked =
    choices.length === 1 && called
      ? choices[0]
      : await vscode.window.showQuickPick(choices, {
          title: vscode.l10n.t('Score an organization'),
          placeHolder: vscode.l10n.t('Which organization?'),
          matchOnDescription: true,
        });
  return picked && { session, organization: picked.organization };
}

/**
 * The organizations of study.yaml, of one case where it is given. Those that transcripts name where it lists none:
 * scores of others are not read.
 */
async function choicesIn(session: StudySession, caseId: string | undefined) {
  const { study } = session;
  const { cases } = await study.settings();
  const shown = caseId === undefined ? cases : cases.filter(({ id }) => id === caseId);
  const listed = shown.flatMap((one) =>
    one.organizations.map(({ id, name }) => ({
      label: localize(name, vscode.env.language),
      description: localize(one.name, vscode.env.language),
      organization: id,
    })),
  );
  if (cases.some(({ organizations }) => organizations.length > 0)) return listed;
  const facts = await Promise.all((await study.transcriptPaths()).map((path) => study.transcriptFacts(path)));
  const named = facts
    .filter((one) => caseId === undefined || one?.case === caseId)
    .flatMap((one) => one?.frontMatter.organization ?? []);
  return [...new Set(named)]
    .sort(compareStrings)
    .map((id) => ({ label: id, description: '', organization: id }));
}

/** What an organization is called. */
export async function nameOf({ session, organization }: ScoringTarget): Promise<string> {
  const { cases } = await session.study.settings();
  const listed = cases.flatMap(({ organizations }) => organizations).find(({ id }) => id === organization);
  return listed ? localize(listed.name, vscode.env.language) : organization;
}
