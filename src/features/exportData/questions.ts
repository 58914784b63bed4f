import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type ExportFormat, exportFormats } from '../../core/exchange/exportStudy';
import { type Dialect, dialects } from '../../core/exchange/refi/model';
import { HumanError } from '../../host/errors';
import type { StudySession } from '../../host/studySession';

/** What to export and where to, as far as it is known; what is left out is asked. */
export interface DataRequest {
  readonly format?: string;
  readonly dialect?: string;
  readonly uri?: vscode.Uri;
}

/** What comes after the name of the study in the name of a file. */
const fileNames: Record<ExportFormat, string> = {
  csv: 'codings',
  jsonl: 'codings',
  'matrix-transcripts': 'codes-by-interview',
  'matrix-cases': 'codes-by-case',
  webannotation: 'codings',
  'codebook-md': 'codebook',
  'codebook-docx': 'codebook',
  'codebook-csv': 'codebook',
  qdpx: '',
  qdc: 'codebook',
};

type FormatItem = vscode.QuickPickItem & { readonly format: ExportFormat };

/** The format to export in; undefined where the question was dismissed. */
export async function askFormat(asked: string | undefined): Promise<ExportFormat | undefined> {
  const items = formatItems();
  if (asked !== undefined) {
    const found = items.find(({ format }) => format === asked);
    if (!found) throw new HumanError(vscode.l10n.t('Data cannot be exported as “{0}”.', asked));
    return found.format;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Data'),
    placeHolder: vscode.l10n.t('In which format?'),
    matchOnDetail: true,
  });
  return picked?.format;
}

/** For which programs to export a project; undefined where the question was dismissed. */
export async function askDialect(asked: string | undefined): Promise<Dialect | undefined> {
  const known = dialects.find((dialect) => dialect === asked);
  if (known) return known;
  const items: (vscode.QuickPickItem & { readonly dialect: Dialect })[] = [
    {
      dialect: 'standard',
      label: vscode.l10n.t('As the standard says'),
      detail: vscode.l10n.t('For QualCoder, and for any program that keeps to REFI-QDA'),
    },
    { dialect: 'nvivo', label: 'NVivo', detail: vscode.l10n.t('Places are counted as this program does') },
    { dialect: 'maxqda', label: 'MAXQDA', detail: vscode.l10n.t('Places are counted as this program does') },
    { dialect: 'atlas', label: 'ATLAS.ti', detail: vscode.l10n.t('Places are counted as this program does') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Data'),
    placeHolder: vscode.l10n.t('For which program?'),
  });
  return picked?.dialect;
}

/** The file to write; undefined where the question was dismissed. */
export function askFile(session: StudySession, format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const extension = exportFormats[format];
  const what = fileNames[format];
  const name = `${posix.basename(session.folder.uri.path)}${what && `-${what}`}.${extension}`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Data'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: session.files.uri(name),
    filters: { [extension.toUpperCase()]: [extension] },
  });
}

function formatItems(): FormatItem[] {
  return [
    {
      format: 'csv',
      label: vscode.l10n.t('Codings as a table (CSV)'),
      detail: vscode.l10n.t('A row for each coding, for R, pandas or a spreadsheet'),
    },
    {
      format: 'jsonl',
      label: vscode.l10n.t('Codings as JSON Lines'),
      detail: vscode.l10n.t('A line for each coding, everything in it as it is'),
    },
    {
      format: 'matrix-transcripts',
      label: vscode.l10n.t('Matrix of codes by interview (CSV)'),
      detail: vscode.l10n.t('1 where a code was given in an interview, 0 where it was not'),
    },
    {
      format: 'matrix-cases',
      label: vscode.l10n.t('Matrix of codes by case (CSV)'),
      detail: vscode.l10n.t('1 where a code was given in a case, 0 where it was not'),
    },
    {
      format: 'webannotation',
      label: vscode.l10n.t('Web Annotations (JSON-LD)'),
      detail: vscode.l10n.t('The codings in the standard of the W3C'),
    },
    {
      format: 'codebook-md',
      label: vscode.l10n.t('Codebook as Markdown'),
      detail: vscode.l10n.t('For the appendix of a paper'),
    },
    {
      format: 'codebook-docx',
      label: vscode.l10n.t('Codebook for Word'),
      detail: vscode.l10n.t('For the appendix of a paper'),
    },
    {
      format: 'codebook-csv',
      label: vscode.l10n.t('Codebook as a table (CSV)'),
      detail: vscode.l10n.t('A row for each code'),
    },
    {
      format: 'qdpx',
      label: vscode.l10n.t('Project for other QDA programs (REFI-QDA, .qdpx)'),
      detail: vscode.l10n.t(
        'Interviews, codes, codings, reviews, cases and scores, for NVivo, MAXQDA, ATLAS.ti or QualCoder',
      ),
    },
    {
      format: 'qdc',
      label: vscode.l10n.t('Codebook for other QDA programs (REFI-QDA, .qdc)'),
      detail: vscode.l10n.t('The codes with their descriptions and colors'),
    },
  ];
}
