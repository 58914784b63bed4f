import * as vscode from 'vscode';
import { type Problem, severityOf } from '../core/problem';
import { problemCatalog, type Severity } from '../core/problemCatalog';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** What core calls the parts of a file, in English, where it fills them into a message. */
const namesOfParts: Readonly<Record<string, () => string>> = {
  'a case': () => vscode.l10n.t('a case'),
  'a code': () => vscode.l10n.t('a code'),
  'a domain': () => vscode.l10n.t('a domain'),
  'a level': () => vscode.l10n.t('a level'),
  'a name': () => vscode.l10n.t('a name'),
  'a list of texts': () => vscode.l10n.t('a list of texts'),
  'a cost calculation': () => vscode.l10n.t('a cost calculation'),
  'a round of double coding': () => vscode.l10n.t('a round of double coding'),
  'a score': () => vscode.l10n.t('a score'),
  'a text': () => vscode.l10n.t('a text'),
  'agree, disagree or discuss': () => vscode.l10n.t('agree, disagree or discuss'),
  'an assignment': () => vscode.l10n.t('an assignment'),
  'an offset in the text': () => vscode.l10n.t('an offset in the text'),
  'an organization': () => vscode.l10n.t('an organization'),
  'true or false': () => vscode.l10n.t('true or false'),
  'the front matter': () => vscode.l10n.t('the front matter'),
  'the names': () => vscode.l10n.t('the names'),
  'the pseudonym': () => vscode.l10n.t('the pseudonym'),
};

/** A problem as the editor shows it, in the words of the display language. */
export function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const { start, end, code, args } = problem;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const words = args.map((arg) => (Object.hasOwn(namesOfParts, arg) ? namesOfParts[arg]!() : arg));
  const message = vscode.l10n.t(problemCatalog[code].text, ...words);
  const diagnostic = new vscode.Diagnostic(range, message, severities[severityOf(problem)]);
  diagnostic.source = 'Interview Coding';
  diagnostic.code = code;
  return diagnostic;
}
