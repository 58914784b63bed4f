import * as vscode from 'vscode';
import { shorten } from '../../host/codingService';
import { DisposableStore } from '../../host/disposables';
import { RangeBridge } from '../../host/ranges';
import { codeName, sayReview } from '../../host/reviewLabels';
import type { Services } from '../../host/services';
import { definitionOf } from './labels';
import type { Reviewing, ShownReview } from './reviewing';

/** Shows above the coding under review what is asked, with the keys that answer, and below it what its code means. */
export class ReviewLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(
    private readonly services: Services,
    private readonly reviewing: Reviewing,
  ) {
    this.#disposables.add(reviewing.onDidChange(() => this.#changed.fire()));
    this.#disposables.add(vscode.languages.registerCodeLensProvider({ pattern: '**/transcripts/**' }, this));
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const open = this.services.studies.transcriptOf(document);
    const { shown } = this.reviewing;
    if (!open || !shown || open.session !== shown.session || open.path !== shown.current.transcript)
      return [];
    const transcript = await open.session.study.transcript(open.path);
    if (!transcript) return [];
    const { start, end } = new RangeBridge(transcript.text).toEditor(shown.current);
    const below = Math.min(end.line + 1, document.lineCount - 1);
    const lensesAt = (line: number, commands: readonly vscode.Command[]) =>
      commands.map((command) => new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command));
    return [
      ...lensesAt(start.line, [...(await question(shown)), ...answers()]),
      ...lensesAt(below, await meaning(shown)),
    ];
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** What the coder noted, and what the code means; in full where one points at it. */
async function meaning({ session, current }: ShownReview): Promise<vscode.Command[]> {
  const codebook = await session.study.codebook();
  const { code, by, memo } = current.coding;
  const definition = definitionOf(code, codebook);
  const plain = (title: string, tooltip: string) => ({ title, command: '', tooltip });
  return [
    ...(memo ? [plain(vscode.l10n.t('{0} noted: {1}', by, shorten(memo, 60)), memo)] : []),
    ...(definition ? [plain(`${codeName(code, codebook)}: ${shorten(definition, 100)}`, definition)] : []),
  ];
}

/** What is asked, short enough to leave room for the keys, and what the reviewer said before. */
async function question({ session, reviewer, current, done, all }: ShownReview): Promise<vscode.Command[]> {
  const codebook = await session.study.codebook();
  const { code, by, id } = current.coding;
  const said = (await session.discussions(current.transcript))
    .get(id)
    ?.opinions.find((opinion) => opinion.reviewer === reviewer);
  const plain = (title: string): vscode.Command => ({ title, command: '' });
  return [
    plain(
      `$(checklist) ${vscode.l10n.t('{0} of {1}: {2} by {3}?', done, all, codeName(code, codebook), by)}`,
    ),
    ...(said ? [plain(`$(history) ${sayReview(reviewer, said.review, codebook)}`)] : []),
  ];
}

function answers(): vscode.Command[] {
  const command = (title: string, id: string) => ({ title, command: `interviewCoding.${id}` });
  return [
    command(`a ${vscode.l10n.t('agree')}`, 'reviewAgree'),
    command(`d ${vscode.l10n.t('disagree')}`, 'reviewDisagree'),
    command(`b ${vscode.l10n.t('other bounds')}`, 'reviewBounds'),
    command(`o ${vscode.l10n.t('discuss')}`, 'reviewDiscuss'),
    command(`n ${vscode.l10n.t('next')}`, 'nextReview'),
  ];
}
