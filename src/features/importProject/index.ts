import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { importProject } from './importProject';

/** Imports a project or codebook of another QDA program: from a dialog, or from the explorer. */
export function register(services: Services): vscode.Disposable {
  return services.command('interviewCoding.importProject', (uri?: vscode.Uri) =>
    importProject(services, uri instanceof vscode.Uri ? uri : undefined),
  );
}
