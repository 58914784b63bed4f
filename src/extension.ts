import type * as vscode from 'vscode';
import { createServices } from './host/services';

/** Wires the services to the features; everything else is theirs. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const services = createServices(context);
  await services.studies.refresh();
}
