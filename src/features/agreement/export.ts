import * as vscode from 'vscode';
import { type AgreementFormat, agreementFormats, renderAgreement } from '../../core/review/agreement/render';
import { summaryPath } from '../../core/summary/paths';
import type { StudySession } from '../../host/studySession';
import { type Compared, requestOf } from './settings';

const memoryKey = 'interviewCoding.agreementFormats';

/** The formats, the one that reads best first. */
const preference: readonly AgreementFormat[] = ['html', 'md', 'csv', 'json'];

/**
 * Writes the report into the study's folder of summaries, in the formats asked for, and opens the first one.
 * @param formats asked where left out
 */
export async function exportReport(
  session: StudySession,
  compared: Compared,
  memory: vscode.Memento,
  formats?: readonly AgreementFormat[],
): Promise<vscode.Uri[]> {
  const wanted = formats ?? (await askFormats(memory));
  if (!wanted || wanted.length === 0) return [];
  const request = await requestOf(session, compared);
  const paths = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Exporting') },
    async () => {
      const written: string[] = [];
      for (const format of preference.filter((one) => wanted.includes(one))) {
        const path = summaryPath(nameOf(compared), format);
        await session.files.replace(path, await renderAgreement(session.study, request, format));
        written.push(path);
      }
      return written;
    },
  );
  if (!formats) await open(session, paths[0]!, compared);
  return paths.map((path) => session.files.uri(path));
}

/** `agreement-anna-bram`, with the case and the unit where they are not the usual ones. */
function nameOf({ coders, case: caseId, unit }: Compared): string {
  const parts = ['agreement', ...coders, caseId, unit === 'turn' ? undefined : unit];
  return parts.filter((part) => part !== undefined).join('-');
}

async function open(session: StudySession, path: string, { coders }: Compared): Promise<void> {
  const caseName = vscode.l10n.t('Agreement: {0}', coders.join(', '));
  await vscode.commands.executeCommand('interviewCoding.openSummary', { session, path, caseName });
}

async function askFormats(memory: vscode.Memento): Promise<AgreementFormat[] | undefined> {
  const last = memory.get<readonly string[]>(memoryKey, ['html']);
  const descriptions: Record<AgreementFormat, string> = {
    md: vscode.l10n.t('to read here and go on writing in'),
    html: vscode.l10n.t('to print or send'),
    json: vscode.l10n.t('for other programs'),
    csv: vscode.l10n.t('the matrix of units, to compute the figures again'),
  };
  const items = agreementFormats.map((format) => ({
    format,
    label: format === 'md' ? 'Markdown' : format.toUpperCase(),
    description: descriptions[format],
    picked: last.includes(format),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Agreement Report'),
    placeHolder: vscode.l10n.t('In which formats?'),
    canPickMany: true,
  });
  const formats = picked?.map(({ format }) => format);
  if (formats && formats.length > 0) await memory.update(memoryKey, formats);
  return formats;
}
