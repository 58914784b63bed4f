import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { newStudy } from './newStudy';
import { openSample } from './sampleStudy';

/** Makes a new study, and a copy of the sample study to try everything on. */
export function register({ command, context }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    command('interviewCoding.newStudy', (request) => newStudy(context.extensionUri, request)),
    command('interviewCoding.openSample', (request) => openSample(context.extensionUri, request)),
  );
}
