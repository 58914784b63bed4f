import type * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { exportData } from './exportData';
import type { DataRequest } from './questions';

/** Exports the study's codings and codebook for other programs, into a file of one's choice. */
export function register(services: Services): vscode.Disposable {
  return services.command('interviewCoding.exportData', (request?: DataRequest) =>
    exportData(services, request ?? {}),
  );
}
