import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { panelOptions } from '../../host/webviewPage';
import { readSavedState } from '../../protocol/pictures';
import { PicturesPanel } from './picturesPanel';
import { type Called, codeLineTarget, type Target, targetOf } from './target';

const viewType = 'interviewCoding.pictures';

/** Pictures of what was coded and scored, and of where in an interview, in a tab of their own. */
export function register(services: Services): vscode.Disposable {
  const { context, studies } = services;
  let open: PicturesPanel | undefined;

  const show = (session: StudySession, target: Target, panel: vscode.WebviewPanel) => {
    const pictures = new PicturesPanel(services, session, target, panel);
    open = pictures;
    panel.onDidDispose(() => {
      if (open === pictures) open = undefined;
      pictures.dispose();
    });
  };

  const reveal = async ({ session, target }: { session: StudySession; target: Target }) => {
    if (open?.session === session) {
      open.panel.reveal();
      await open.choose(target);
      return;
    }
    open?.panel.dispose();
    const title = vscode.l10n.t('Pictures');
    const options = panelOptions(context.extensionUri);
    show(
      session,
      target,
      vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options),
    );
  };

  return vscode.Disposable.from(
    services.command('interviewCoding.showPictures', (called?: Called) => reveal(targetOf(services, called))),
    services.command('interviewCoding.showCodeLine', (called?: Called) =>
      reveal(codeLineTarget(services, called)),
    ),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const saved = readSavedState(state);
        const session = studies.all.find(({ folder }) => folder.uri.toString() === saved?.study);
        if (!saved || !session || open) panel.dispose();
        else {
          panel.webview.options = panelOptions(context.extensionUri);
          show(session, { picture: saved.picture, of: saved.of }, panel);
        }
      },
    }),
    new vscode.Disposable(() => open?.panel.dispose()),
  );
}
