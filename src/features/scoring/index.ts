import * as vscode from 'vscode';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import { panelOptions } from '../../host/webviewPage';
import { readSavedState } from '../../protocol/scoring';
import { readScoring } from './scoring';
import { ScoringPanel } from './scoringPanel';
import { type Called, findOrganization, nameOf, type ScoringTarget } from './target';

const viewType = 'interviewCoding.scoring';

/** Scoring an organization on the maturity scale, from the quotes that bear on it, in a tab of its own. */
export function register(services: Services): vscode.Disposable {
  const open = new Map<string, ScoringPanel>();
  const { context, coder, studies } = services;
  const keyOf = ({ session, organization }: ScoringTarget) =>
    JSON.stringify([session.folder.uri.toString(), organization]);

  const show = (target: ScoringTarget, panel: vscode.WebviewPanel) => {
    const key = keyOf(target);
    const scoring = new ScoringPanel(services, target, panel);
    open.set(key, scoring);
    panel.onDidDispose(() => {
      open.delete(key);
      scoring.dispose();
    });
  };

  const score = async (called?: Called) => {
    const target = await findOrganization(services, called);
    if (!target) return;
    const known = open.get(keyOf(target));
    if (known) {
      known.panel.reveal();
      return;
    }
    const viewer = await coder.need(target.session);
    if (viewer === undefined) return;
    if (!(await readScoring(target.session, target.organization, viewer))) {
      throw new HumanError(
        vscode.l10n.t('This study has no maturity scale. Describe its domains and levels in maturity.yaml.'),
      );
    }
    const title = vscode.l10n.t('Score: {0}', await nameOf(target));
    const options = panelOptions(context.extensionUri);
    show(target, vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options));
  };

  return vscode.Disposable.from(
    services.command('interviewCoding.scoreOrganization', score),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const saved = readSavedState(state);
        const session = studies.all.find(({ folder }) => folder.uri.toString() === saved?.study);
        if (!saved || !session || coder.current() === undefined) panel.dispose();
        else {
          panel.webview.options = panelOptions(context.extensionUri);
          show({ session, organization: saved.organization }, panel);
        }
      },
    }),
    new vscode.Disposable(() => {
      for (const { panel } of open.values()) panel.dispose();
    }),
  );
}
