import type * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { exportInterview, type InterviewTarget, type WordRequest } from './exportInterview';

/** Exports an interview with its codings as comments of Word; what comes back is imported like any document. */
export function register(services: Services): vscode.Disposable {
  return services.command('interviewCoding.exportForReview', (called?: InterviewTarget | WordRequest) =>
    exportInterview(services, called ?? {}),
  );
}
