import * as vscode from 'vscode';
import { consensusCoder } from '../../core/coding/paths';
import type { AgreementReport } from '../../core/review/agreement/model';
import { numbersIn } from '../../core/review/agreement/numbers';
import type { AgreementFormat } from '../../core/review/agreement/render';
import { ContextKey } from '../../host/contextKey';
import { Hint } from '../../host/errors';
import type { Services } from '../../host/services';
import { AgreementTree } from './agreementTree';
import type { DisagreementElement } from './elements';
import { exportReport } from './export';
import { openCommand } from './items';
import { type Compared, CompareQuestions } from './settings';

const viewId = 'interviewCoding.agreement';

/** The Agreement view: how coders agree, every disagreement, and the report that can be checked. */
export function register(services: Services): vscode.Disposable {
  const { command, studies } = services;
  const memory = services.context.workspaceState;
  const questions = new CompareQuestions(memory);
  const tree = new AgreementTree(services, questions);
  const view = services.registerTree(viewId, tree, { showCollapseAll: true });
  const show = async (given?: Compared) => {
    const compared = given ?? (await questions.ask(studies.needCurrent().study));
    if (!compared) return;
    await tree.show(compared);
    await vscode.commands.executeCommand(`${viewId}.focus`);
  };
  const exportAgreement = async (given?: Compared, formats?: readonly AgreementFormat[]) => {
    const session = studies.needCurrent();
    await services.names.needNoneLeft(session);
    const compared = given ?? (await questions.last(session.study)) ?? (await questions.ask(session.study));
    return compared && exportReport(session, compared, memory, formats);
  };
  return vscode.Disposable.from(
    tree,
    view,
    followCoders(services),
    tree.onDidCompute((report) => {
      view.description = report?.coders.join(' – ') ?? '';
      view.message = report ? messageOf(report) : '';
    }),
    command('interviewCoding.showAgreement', show),
    command('interviewCoding.exportAgreement', exportAgreement),
    command(openCommand, (element: DisagreementElement) => openDisagreement(services, element)),
  );
}

/** Keeps the view away from studies that have no two coders. */
function followCoders({ studies }: Services): vscode.Disposable {
  const several = new ContextKey<boolean>('interviewCoding.severalCoders');
  const look = async () => {
    const coders = (await studies.current?.study.coders()) ?? [];
    several.set(coders.filter((coder) => coder !== consensusCoder).length > 1);
  };
  void look();
  return vscode.Disposable.from(
    studies.onDidChangeSessions(() => void look()),
    studies.onDidChange(() => void look()),
  );
}

function messageOf({ unit, units, transcripts, leftOut }: AgreementReport): string {
  if (transcripts.length === 0) return vscode.l10n.t('These coders have coded no transcript together yet.');
  const { count } = numbersIn(vscode.env.language.toLowerCase().startsWith('nl') ? 'nl' : 'en');
  const blind = leftOut.filter(({ reason }) => reason === 'blind').length;
  return [
    unit === 'turn'
      ? vscode.l10n.t('Turns of respondents: {0}, in transcripts: {1}.', count(units), transcripts.length)
      : vscode.l10n.t(
          'Sentences of respondents: {0}, in transcripts: {1}.',
          count(units),
          transcripts.length,
        ),
    ...(blind > 0 ? [vscode.l10n.t('Transcripts that you still code blind are left out: {0}.', blind)] : []),
  ].join(' ');
}

/** Shows the coding of a disagreement where it now stands. */
async function openDisagreement({ studies }: Services, { disagreement }: DisagreementElement): Promise<void> {
  const session = studies.needCurrent();
  const { transcript, codings } = disagreement;
  const coding = (await session.codings(transcript)).find((one) => one.coding.id === codings[0]);
  if (!coding) throw new Hint(vscode.l10n.t('This coding is no longer there.'));
  await vscode.commands.executeCommand('interviewCoding.revealCoding', { session, coding });
}
