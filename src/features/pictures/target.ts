import * as vscode from 'vscode';
import { noCase } from '../../core/summary/cases';
import { compareStrings } from '../../core/text/compare';
import { localize } from '../../core/text/localized';
import { Hint } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { ShownPicture } from '../../protocol/pictures';

/** What is shown: a picture of a case by its id, of all cases together, or of a transcript by its path. */
export interface Target {
  readonly picture: ShownPicture;
  /** `case:<id>`, `all`, or a path. */
  readonly of: string;
}

const allCases = 'all';

/** How the choice of a case stands in messages; an empty id is that of interviews without a case. */
export function choiceOfCase(caseId: string): string {
  return `case:${caseId}`;
}

/** The case of a choice; undefined for all cases together. */
export function caseOfChoice(of: string): string | undefined {
  return of.startsWith('case:') ? of.slice('case:'.length) : undefined;
}

/** What a row of the Cases view hands over: a case, or an interview. */
export type Called =
  | { readonly session: StudySession; readonly caseId: string }
  | { readonly in: { readonly session: StudySession }; readonly interview: { readonly path: string } };

/** The study that is meant, and what to show of it first. */
export function targetOf({ studies }: Services, called: Called | undefined) {
  if (!called) {
    return { session: studies.needCurrent(), target: { picture: 'codes', of: allCases } satisfies Target };
  }
  return 'caseId' in called
    ? {
        session: called.session,
        target: { picture: 'codes', of: choiceOfCase(called.caseId) } satisfies Target,
      }
    : {
        session: called.in.session,
        target: { picture: 'code-line', of: called.interview.path } satisfies Target,
      };
}

/** The code line of an interview of the Cases view, else of the transcript in the active editor. */
export function codeLineTarget({ studies }: Services, called: Called | undefined) {
  if (called && 'interview' in called) {
    return {
      session: called.in.session,
      target: { picture: 'code-line', of: called.interview.path } as const,
    };
  }
  const document = vscode.window.activeTextEditor?.document;
  const open = document && studies.transcriptOf(document);
  if (!open) throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  return { session: open.session, target: { picture: 'code-line', of: open.path } as const };
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a picture can be of: all cases and each of them, or each transcript where it is a code line. */
export async function choicesOf(session: StudySession, picture: ShownPicture): Promise<Choice[]> {
  return picture === 'code-line' ? transcriptChoices(session) : caseChoices(session);
}

async function caseChoices({ study }: StudySession): Promise<Choice[]> {
  const { cases } = await study.settings();
  const facts = await Promise.all((await study.transcriptPaths()).map((path) => study.transcriptFacts(path)));
  const named = facts.map((one) => one?.case ?? noCase).sort(compareStrings);
  const others = [...new Set(named)].filter((id) => !cases.some((one) => one.id === id));
  const nameOf = (id: string) => (id === noCase ? vscode.l10n.t('Interviews without a case') : id);
  return [
    { id: allCases, name: vscode.l10n.t('All cases') },
    ...cases.map(({ id, name }) => ({ id: choiceOfCase(id), name: localize(name, vscode.env.language) })),
    ...others.map((id) => ({ id: choiceOfCase(id), name: nameOf(id) })),
  ];
}

async function transcriptChoices({ study }: StudySession): Promise<Choice[]> {
  const paths = await study.transcriptPaths();
  return Promise.all(
    paths.map(async (path) => {
      const { participant, role } = (await study.transcriptFacts(path))?.frontMatter ?? {};
      const who = [participant, role?.trim()].filter(Boolean).join(', ');
      const file = path.replace(/^transcripts\//, '');
      return { id: path, name: who ? `${file} (${who})` : file };
    }),
  );
}
