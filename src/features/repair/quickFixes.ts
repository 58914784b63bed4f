import * as vscode from 'vscode';
import { parseLogPath } from '../../core/coding/paths';
import type { ProblemCode } from '../../core/problemCatalog';
import type { StudyCoding } from '../../core/study';
import { localize } from '../../core/text/localized';
import { type CodingTarget, referenceTo, writerOf } from '../../host/codingTarget';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { isEdited } from './target';

const repairable: readonly ProblemCode[] = ['coding-edited', 'coding-ambiguous', 'coding-orphan'];

/** Offers what can be done about a coding where its problem stands: in the transcript, or in the log. */
export class RepairFixes implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(private readonly services: Services) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const problems = diagnostics.filter(({ code }) => repairable.includes(code as ProblemCode));
    const session = this.services.studies.all.find(({ files }) => files.pathOf(document.uri) !== undefined);
    if (!session || problems.length === 0) return [];
    const path = session.files.pathOf(document.uri)!;
    const found = await Promise.all(problems.map(({ range }) => codingsOf(session, path, range)));
    const isOwn = (coding: StudyCoding) => this.services.codings.isOwn(coding);
    const codings = [...new Set(found.flat())].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
    const { byId } = await session.study.codebook();
    const fixes = codings.flatMap((coding) => {
      const name = localize(byId.get(coding.coding.code)?.name ?? coding.coding.code, vscode.env.language);
      return this.#fixes({ session, coding }, codings.length > 1 ? ` (${name})` : '');
    });
    const changed = codings.find((coding) => isEdited(coding) && isOwn(coding));
    if (changed) {
      const title = vscode.l10n.t('Accept the new text of all your changed codings…');
      fixes.push(fix(title, 'acceptAllTexts', referenceTo({ session, coding: changed })));
    }
    for (const one of fixes) one.diagnostics = problems;
    return fixes;
  }

  /** @param which tells the coding from others at the same place */
  #fixes(target: CodingTarget, which: string): vscode.CodeAction[] {
    const { coding } = target;
    if (!this.services.codings.isOwn(coding)) {
      const coder = writerOf(coding);
      const title = vscode.l10n.t('Only {0} can repair this coding: show the quotes of {0}', coder);
      return [fix(title + which, 'filterQuotes', { coder })];
    }
    const reference = referenceTo(target);
    const accept = fix(vscode.l10n.t('Accept the new text') + which, 'acceptText', reference);
    accept.isPreferred = true;
    return [
      ...(isEdited(coding) ? [accept] : []),
      fix(vscode.l10n.t('Choose its place…') + which, 'choosePlace', reference),
      fix(vscode.l10n.t('Remove the coding') + which, 'untag', reference),
    ];
  }
}

function fix(title: string, command: string, argument: unknown): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: `interviewCoding.${command}`, arguments: [argument] };
  return action;
}

/** The codings that a problem at a range of a file is about. */
async function codingsOf(session: StudySession, path: string, range: vscode.Range): Promise<StudyCoding[]> {
  const { study } = session;
  const log = parseLogPath(path);
  if (!log) {
    const bridge = new RangeBridge((await study.transcript(path))?.text ?? '');
    const edited = (await session.codings(path)).filter(isEdited);
    return edited.filter((coding) => bridge.toEditor(coding).isEqual(range));
  }
  const {
    text,
    log: { lines },
  } = await study.readLog(path);
  const bridge = new RangeBridge(text);
  const codings = (await session.codings(log.transcript)).filter((one) => one.log === path);
  return codings.filter(({ coding }) => {
    const line = lines.get(coding.id);
    return line !== undefined && bridge.toEditor(line).start.line === range.start.line;
  });
}
