import * as vscode from 'vscode';
import { caseIds, noCase } from '../../core/summary/cases';
import { notesPath } from '../../core/summary/notes/paths';
import { notesTemplate } from '../../core/summary/notes/template';
import { localize } from '../../core/text/localized';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { CaseElement } from './elements';

/** Opens what researchers write about a case, for its report; a file with its headings where there is none yet. */
export async function openCaseNotes({ studies }: Services, element?: Partial<CaseElement>): Promise<void> {
  const session = element?.session ?? studies.needCurrent();
  const caseId = element?.caseId ?? (await askCase(session));
  if (caseId === undefined) return;
  const path = notesPath(caseId);
  const [codebook, { language }] = await Promise.all([session.study.codebook(), session.study.settings()]);
  const name = await caseName(session, caseId, language);
  await session.files.rewrite(path, (before) =>
    before ? undefined : notesTemplate(name, codebook, language),
  );
  await vscode.window.showTextDocument(session.files.uri(path));
}

async function askCase(session: StudySession): Promise<string | undefined> {
  const ids = await caseIds(session.study);
  if (ids.length === 0) {
    throw new HumanError(
      vscode.l10n.t('There is no case yet. Put transcripts in transcripts/<case>/ first.'),
    );
  }
  if (ids.length === 1) return ids[0];
  const items = await Promise.all(
    ids.map(async (id) => ({ id, label: await caseName(session, id, vscode.env.language) })),
  );
  const placeHolder = vscode.l10n.t('Notes on which case?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
}

async function caseName({ study }: StudySession, id: string, language: string): Promise<string> {
  const listed = (await study.settings()).cases.find((one) => one.id === id);
  if (listed) return localize(listed.name, language);
  return id === noCase ? vscode.l10n.t('Interviews without a case') : id;
}
