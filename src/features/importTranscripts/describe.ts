import * as vscode from 'vscode';
import type { ImportedTranscript } from '../../core/exchange/transcripts/importedTranscript';
import type { Problem } from '../../core/problem';
import { problemCatalog } from '../../core/problemCatalog';
import type { RecognizedFile } from './readFiles';

/** What was recognized in a file, on one line. */
export function describeFile({ imported, interviewers }: RecognizedFile): string {
  const { speakers, turns, timestamps, comments, exported } = imported;
  const names = speakers.map(({ name }) =>
    interviewers.includes(name) ? vscode.l10n.t('{0} (interviewer)', name) : name,
  );
  return [
    ...(exported ? [vscode.l10n.t('comes back from review')] : []),
    names.length === 0 ? vscode.l10n.t('no speakers') : names.join(', '),
    vscode.l10n.t('turns: {0}', turns),
    timestamps === 0 ? vscode.l10n.t('no times') : vscode.l10n.t('times: {0}', timestamps),
    languageName(imported),
    ...(comments.length > 0 ? [vscode.l10n.t('comments: {0}', comments.length)] : []),
  ].join(' · ');
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
