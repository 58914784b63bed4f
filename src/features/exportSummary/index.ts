import * as vscode from 'vscode';
import { caseIds } from '../../core/summary/cases';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { openSavedSummary, type SavedSummary } from './open';
import { openPlace, openPlaceCommand } from './page';
import { ExportQuestions, type ExportRequest } from './questions';
import { showResult } from './result';
import { mayExport } from './whileBlind';
import { writeSummaries } from './write';

/** Exports summaries of cases into the study's folder of summaries, and opens the result. */
export function register(services: Services): vscode.Disposable {
  const questions = new ExportQuestions(services.context.workspaceState);
  const run = async (session: StudySession, request: ExportRequest) => {
    await services.names.needNoneLeft(session);
    const order = await questions.complete(session.study, request);
    if (!order) return undefined;
    const { overview, cases } = order;
    const ids = overview ? await caseIds(session.study) : cases.map(({ id }) => id);
    if (!(await mayExport(session, ids))) return undefined;
    const written = await writeSummaries(session, order);
    if (request.open !== false) await showResult(session, written);
    return written.files.map(({ uri }) => uri);
  };
  return vscode.Disposable.from(
    services.command(openPlaceCommand, openPlace),
    services.command('interviewCoding.openSummary', (saved: SavedSummary) => openSavedSummary(saved)),
    services.command('interviewCoding.exportSummary', (request?: ExportRequest) =>
      run(services.studies.needCurrent(), request ?? {}),
    ),
    services.command('interviewCoding.exportCase', (element?: CaseElement) =>
      element ? run(element.session, { cases: [element.caseId] }) : run(services.studies.needCurrent(), {}),
    ),
  );
}

/** What the Cases view hands over. */
interface CaseElement {
  readonly caseId: string;
  readonly session: StudySession;
}
