import * as vscode from 'vscode';
import type { Pace } from '../../core/cache/bounded';
import type { Study } from '../../core/study';
import { noCase, transcriptsByCase } from '../../core/summary/cases';
import { type SummaryFormat, summaryFormats } from '../../core/summary/paths';
import { localize } from '../../core/text/localized';
import { HumanError } from '../../host/errors';
import { longWork } from '../../host/longWork';

/** What to export, as far as it is known; what is left out is asked. `open: false` leaves the result unseen. */
export interface ExportRequest {
  readonly cases?: readonly string[];
  /** True for the report over all cases too. */
  readonly overview?: boolean;
  readonly formats?: readonly string[];
  readonly open?: boolean;
}

/** A case by its id and the name to call it by. */
interface NamedCase {
  readonly id: string;
  readonly name: string;
}

/** What to export. */
export interface ExportOrder {
  readonly cases: readonly NamedCase[];
  /** True for the report over all cases too. */
  readonly overview: boolean;
  readonly formats: readonly SummaryFormat[];
}

type CaseItem = vscode.QuickPickItem & NamedCase;
type FormatItem = vscode.QuickPickItem & { readonly format: SummaryFormat };

const memoryKey = 'interviewCoding.summaryFormats';

/** Asks which cases to export, and in which formats; the formats are remembered. */
export class ExportQuestions {
  constructor(private readonly memory: vscode.Memento) {}

  /** The order that a request stands for; undefined where a question was dismissed. */
  async complete(study: Study, request: ExportRequest): Promise<ExportOrder | undefined> {
    const known = await longWork(vscode.l10n.t('Looking for cases'), (breather) =>
      caseItems(study, breather),
    );
    if (!known) return undefined;
    if (known.length === 0) {
      throw new HumanError(
        vscode.l10n.t('There is nothing to export yet. Put transcripts in transcripts/<case>/ first.'),
      );
    }
    const isAsked = request.cases === undefined && request.overview === undefined;
    const chosen = isAsked ? await askCases(known) : requested(known, request);
    if (!chosen || (chosen.cases.length === 0 && !chosen.overview)) return undefined;
    const formats = request.formats ? request.formats.map(knownFormat) : await this.#askFormats();
    if (!formats || formats.length === 0) return undefined;
    return { ...chosen, formats: summaryFormats.filter((format) => formats.includes(format)) };
  }

  async #askFormats(): Promise<SummaryFormat[] | undefined> {
    const last = this.memory.get<readonly string[]>(memoryKey, ['md']);
    const items = formatItems().map((item) => ({ ...item, picked: last.includes(item.format) }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Export Summary'),
      placeHolder: vscode.l10n.t('In which formats?'),
      canPickMany: true,
    });
    const formats = picked?.map(({ format }) => format);
    if (formats && formats.length > 0) await this.memory.update(memoryKey, formats);
    return formats;
  }
}

async function caseItems(study: Study, pace: Pace): Promise<CaseItem[]> {
  const { cases: listed } = await study.settings();
  return [...(await transcriptsByCase(study, pace))].map(([id, transcripts]) => {
    const found = listed.find((one) => one.id === id);
    const name = found
      ? localize(found.name, vscode.env.language)
      : id === noCase
        ? vscode.l10n.t('Interviews without a case')
        : id;
    const interviews = transcripts.filter(({ exists }) => exists).length;
    const quotes = transcripts.reduce((sum, { codings }) => sum + codings.length, 0);
    const description = vscode.l10n.t('Interviews: {0}, quotes: {1}', interviews, quotes);
    return { id, name, label: name, description, picked: true };
  });
}

function named(known: readonly CaseItem[], id: string): CaseItem {
  const found = known.find((one) => one.id === id);
  if (!found) throw new HumanError(vscode.l10n.t('The study has no case “{0}”.', id));
  return found;
}

function knownFormat(format: string): SummaryFormat {
  const found = summaryFormats.find((known) => known === format);
  if (!found) throw new HumanError(vscode.l10n.t('Summaries cannot be exported as “{0}”.', format));
  return found;
}

type Chosen = Pick<ExportOrder, 'cases' | 'overview'>;

function requested(known: readonly CaseItem[], { cases = [], overview = false }: ExportRequest): Chosen {
  return { cases: cases.map((id) => named(known, id)), overview };
}

async function askCases(known: readonly CaseItem[]): Promise<Chosen | undefined> {
  if (known.length === 1) return { cases: known, overview: false };
  const overview: vscode.QuickPickItem = {
    label: vscode.l10n.t('All cases side by side'),
    description: vscode.l10n.t('one report: the scores, and what recurs across cases'),
  };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>([...known, overview], {
    title: vscode.l10n.t('Export Summary'),
    placeHolder: vscode.l10n.t('Of which cases?'),
    canPickMany: true,
  });
  return (
    picked && { cases: known.filter((one) => picked.includes(one)), overview: picked.includes(overview) }
  );
}

function formatItems(): FormatItem[] {
  return [
    { format: 'md', label: 'Markdown', description: vscode.l10n.t('to read here and go on writing in') },
    { format: 'html', label: 'HTML', description: vscode.l10n.t('to print or send') },
    { format: 'docx', label: 'Word', description: vscode.l10n.t('to go on writing in') },
    { format: 'xlsx', label: 'Excel', description: vscode.l10n.t('the tables and the quotes') },
    { format: 'json', label: 'JSON', description: vscode.l10n.t('for other programs') },
    { format: 'csv', label: 'CSV', description: vscode.l10n.t('the quotes, for a spreadsheet') },
  ];
}
