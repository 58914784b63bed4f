import type * as vscode from 'vscode';
import { register as agreement } from './features/agreement';
import { register as auditTrail } from './features/auditTrail';
import { register as casesView } from './features/casesView';
import { register as codebookView } from './features/codebookView';
import { register as codeOperations } from './features/codeOperations';
import { register as codingMode } from './features/codingMode';
import { register as compactLog } from './features/compactLog';
import { register as compare } from './features/compare';
import { register as conflictedCopies } from './features/conflictedCopies';
import { register as doubleCoding } from './features/doubleCoding';
import { register as exportData } from './features/exportData';
import { register as exportSummary } from './features/exportSummary';
import { register as gitMerge } from './features/gitMerge';
import { register as highlighting } from './features/highlighting';
import { register as hover } from './features/hover';
import { register as importProject } from './features/importProject';
import { register as importTranscripts } from './features/importTranscripts';
import { register as navigation } from './features/navigation';
import { register as newStudy } from './features/newStudy';
import { register as outline } from './features/outline';
import { register as pictures } from './features/pictures';
import { register as problems } from './features/problems';
import { register as pseudonyms } from './features/pseudonyms';
import { register as quotesView } from './features/quotesView';
import { register as relink } from './features/relink';
import { register as repair } from './features/repair';
import { register as review } from './features/review';
import { register as reviewInWord } from './features/reviewInWord';
import { register as scoring } from './features/scoring';
import { register as tagging } from './features/tagging';
import { createServices, type Shown } from './host/services';

const features = [
  highlighting, hover, codingMode, tagging, navigation, exportData, exportSummary, newStudy,
  outline, problems, codebookView, codeOperations, doubleCoding, quotesView, repair, relink,
  casesView, review, scoring, pictures, compare, agreement, auditTrail, compactLog,
  conflictedCopies, importTranscripts, importProject, reviewInWord, pseudonyms, gitMerge,
]; // biome-ignore format: a list

/** Wires the services to the features; everything else is theirs. */
export async function activate(context: vscode.ExtensionContext): Promise<Shown> {
  const services = createServices(context);
  await services.studies.refresh();
  context.subscriptions.push(...features.map((register) => register(services)));
  return services;
}
