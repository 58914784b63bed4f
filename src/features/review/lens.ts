import * as vscode from 'vscode';
import { shorten } from '../../host/codingService';
import { DisposableStore } from '../../host/disposables';
import { RangeBridge } from '../../host/ranges';
import { codeName, sayReview } from '../../host/reviewLabels';
import type { Services } from '../../host/services';
import { definitionOf } from './labels';
import type { Reviewing, ShownReview } from './reviewing';

/** Shows above the coding under review what is asked, with the keys that answer. */
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
    const { start } = new RangeBridge(transcript.text).toEditor(shown.current);
    const range = new vscode.Range(start, start);
    const commands = [...(await question(shown)), ...answers()];
    return commands.map((command) => new vscode.CodeLens(range, command));
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** What is asked: the code, who gave it and what it means; the memo; what the reviewer said before. */
async function question({ session, reviewer, current, done, all }: ShownReview): Promise<vscode.Command[]> {
  const codebook = await session.study.codebook();
  const { code, by, memo, id } = current.coding;
  const definition = definitionOf(code, codebook);
  const tooltip = [definition, memo].filter(Boolean).join('\n\n');
  const asked = vscode.l10n.t('{0} by {1}?', codeName(code, codebook), by);
  const said = (await session.discussions(current.transcript))
    .get(id)
    ?.opinions.find((opinion) => opinion.reviewer === reviewer);
  const plain = (title: string): vscode.Command => ({ title, command: '', tooltip });
  return [
    plain(`$(checklist) ${vscode.l10n.t('{0} of {1} reviewed', done, all)}`),
    plain(`$(tag) ${asked}${definition ? ` ${shorten(definition, 60)}` : ''}`),
    ...(memo ? [plain(`$(note) ${shorten(memo, 60)}`)] : []),
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
