import * as vscode from 'vscode';
import type { ImportedTranscript } from '../../core/exchange/transcripts/importedTranscript';
import type { Problem } from '../../core/problem';
import { problemCatalog } from '../../core/problemCatalog';
import type { RecognizedFile } from './readFiles';

/** What was recognized in a file, on one line. */
export function describeFile({ imported }: RecognizedFile): string {
  const { turns, timestamps, comments, exported } = imported;
  const commented = vscode.l10n.t('comments: {0}', comments.length);
  if (exported) return `${vscode.l10n.t('comes back from review')} · ${commented}`;
  return [
    vscode.l10n.t('turns: {0}', turns),
    timestamps === 0 ? vscode.l10n.t('no times') : vscode.l10n.t('times: {0}', timestamps),
    languageName(imported),
    ...(comments.length > 0 ? [commented] : []),
  ].join(' · ');
}

/** Who speaks in a file, and who of them asks the questions; of one that comes back, what it is of. On one line. */
export function describeSpeakers({ imported, interviewers }: RecognizedFile): string {
  if (imported.exported) {
    return vscode.l10n.t('The text of {0} stays as it is', imported.exported.transcript);
  }
  const names = imported.speakers.map(({ name }) => name);
  const answering = names.filter((name) => !interviewers.includes(name));
  if (names.length === 0) return vscode.l10n.t('no speakers');
  if (interviewers.length === 0) {
    return vscode.l10n.t('Who of these asks the questions is not known: {0}', names.join(', '));
  }
  const asks = vscode.l10n.t('Asks the questions: {0}', interviewers.join(', '));
  return answering.length === 0 ? asks : `${asks} · ${vscode.l10n.t('Answers: {0}', answering.join(', '))}`;
}

function languageName({ language }: ImportedTranscript): string {
  if (language === undefined) return vscode.l10n.t('language not recognized');
  const names = new Intl.DisplayNames([vscode.env.language], { type: 'language', fallback: 'code' });
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}

/** A problem of a file that is taken in, in the language of the display. */
export function describeWarning({ code, args }: Problem): string {
  return vscode.l10n.t(problemCatalog[code].text, ...args);
}

/** Problems as lines to read, each with its file and line. */
export function warningLines(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.file}:${problem.start.line + 1}: ${describeWarning(problem)}`);
}
