import * as vscode from 'vscode';
import { ContextKey } from '../../host/contextKey';
import type { Services } from '../../host/services';
import { OpenComparison, type ShownItem } from './comparing';
import { DisagreementsTree, viewDescription } from './disagreementsTree';
import { CompareMarks } from './marks';
import { goTo, step } from './navigate';
import { scrollTogether } from './scrolling';
import { Settler } from './settling';
import { type Called, codersIn, startComparing } from './start';
import { createStatusBar } from './statusBar';

/** Two coders' codings of a transcript side by side, what they differ in, and settling it. */
export function register(services: Services): vscode.Disposable {
  const { command } = services;
  const open = new OpenComparison(services);
  const settler = new Settler(services, open);
  const tree = new DisagreementsTree(open);
  const view = services.registerTree('interviewCoding.disagreements', tree);
  const describe = () => {
    const { shown, current } = open;
    view.description = shown ? viewDescription(shown) : '';
    // What has just gone from the view cannot be revealed in it.
    if (view.visible && current) view.reveal(current, { focus: false }).then(undefined, () => undefined);
  };
  const take = (id: string, side: 'first' | 'second' | 'both' | 'neither') =>
    command(`interviewCoding.${id}`, (called?: ShownItem) => settler.take(side, called));
  return vscode.Disposable.from(
    open,
    tree,
    view,
    new CompareMarks(open),
    createStatusBar(open),
    scrollTogether(open),
    offerComparing(services),
    open.onDidChange(describe),
    command('interviewCoding.compareCoders', (called?: Called) => startComparing(services, open, called)),
    command('interviewCoding.endComparing', () => open.end()),
    command('interviewCoding.nextDisagreement', () => step(open, 'next')),
    command('interviewCoding.previousDisagreement', () => step(open, 'previous')),
    command('interviewCoding.showDisagreement', (item: ShownItem) => goTo(open, item)),
    take('takeFirst', 'first'),
    take('takeSecond', 'second'),
    take('takeBoth', 'both'),
    take('takeNeither', 'neither'),
    command('interviewCoding.takeNew', (called?: ShownItem) => settler.takeNew(called)),
    command('interviewCoding.leaveOpen', (called?: ShownItem, reason?: unknown) =>
      settler.leaveOpen(called, reason),
    ),
    command('interviewCoding.settleAgreements', () => settler.agreements()),
  );
}

/** Offers Compare in the title of an editor whose transcript two coders have coded. */
function offerComparing({ studies, coder }: Services): vscode.Disposable {
  const canCompare = new ContextKey<boolean>('interviewCoding.canCompare');
  let newest: object | undefined;
  const update = async () => {
    const request = {};
    newest = request;
    const editor = vscode.window.activeTextEditor;
    const active = editor && studies.transcriptOf(editor.document);
    const coders = active ? await codersIn(active.session, active.path) : [];
    if (newest === request) canCompare.set(coders.length > 1);
  };
  void update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    studies.onDidChange(() => void update()),
    studies.onDidChangeSessions(() => void update()),
    coder.onDidChange(() => void update()),
  );
}
