import * as vscode from 'vscode';

interface Key extends vscode.QuickPickItem {
  readonly command?: string;
}

/** Lists the keys of coding mode; choosing one does what it does. */
export async function showKeys(): Promise<void> {
  const separator = (label: string): Key => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const key = (keys: string, description: string, command: string): Key => ({
    label: keys,
    description,
    command: `interviewCoding.${command}`,
  });
  const items: Key[] = [
    separator(vscode.l10n.t('Tag the selection, or the sentence at the cursor (again: the turn)')),
    key('1 – 9', vscode.l10n.t('with one of the first nine codes'), 'tag'),
    key('c', vscode.l10n.t('with any code, or a new one'), 'tag'),
    key('Enter', vscode.l10n.t('with the code of the term hit at the cursor'), 'acceptHit'),
    key('v', vscode.l10n.t('with a new code in the words of the selection (in vivo)'), 'inVivo'),
    separator(vscode.l10n.t('Change your coding at the cursor')),
    key('u', vscode.l10n.t('remove it'), 'untag'),
    key('r', vscode.l10n.t('replace its code'), 'changeCode'),
    key('m', vscode.l10n.t('write a memo'), 'editMemo'),
    key('s', vscode.l10n.t('star it for the report, or take the star away'), 'toggleStar'),
    key('b', vscode.l10n.t('set its bounds to the selection'), 'resize'),
    key('f', vscode.l10n.t('repair it where its words have changed or are lost'), 'repair'),
    key('z', vscode.l10n.t('undo'), 'undo'),
    key('Shift+Z', vscode.l10n.t('redo'), 'redo'),
    separator(vscode.l10n.t('Move (with Shift: backwards)')),
    key('h', vscode.l10n.t('next term hit'), 'nextHit'),
    key('t', vscode.l10n.t('next term hit that is not tagged'), 'nextUntaggedHit'),
    key('q', vscode.l10n.t('next coding'), 'nextCoding'),
    separator(vscode.l10n.t('Answer what a reviewer says of your coding at the cursor')),
    key('x', vscode.l10n.t('next verdict to answer'), 'nextToAnswer'),
    key('a', vscode.l10n.t('accept it: the coding changes'), 'acceptVerdict'),
    key('k', vscode.l10n.t('keep the coding, with a reason'), 'keepCoding'),
    key('o', vscode.l10n.t('discuss it'), 'discussVerdict'),
    separator(vscode.l10n.t('While you review (with Shift: and a comment)')),
    key('a', vscode.l10n.t('agree, and go to the next coding'), 'reviewAgree'),
    key('d', vscode.l10n.t('disagree: another code, or none'), 'reviewDisagree'),
    key('b', vscode.l10n.t('disagree: the selection is the right passage'), 'reviewBounds'),
    key('o', vscode.l10n.t('discuss'), 'reviewDiscuss'),
    key('n, p', vscode.l10n.t('next, previous coding to review'), 'nextReview'),
    key('Esc', vscode.l10n.t('end the review'), 'endReview'),
    separator(vscode.l10n.t('While you compare two coders')),
    key('n, p', vscode.l10n.t('next, previous disagreement'), 'nextDisagreement'),
    key('a', vscode.l10n.t('take A’s (left)'), 'takeFirst'),
    key('b', vscode.l10n.t('take B’s (right)'), 'takeSecond'),
    key('t', vscode.l10n.t('take both'), 'takeBoth'),
    key('c', vscode.l10n.t('settle with another code or passage'), 'takeNew'),
    key('x', vscode.l10n.t('take neither'), 'takeNeither'),
    key('o', vscode.l10n.t('leave open with a reason'), 'leaveOpen'),
    key('g', vscode.l10n.t('settle all agreements'), 'settleAgreements'),
    key('Esc', vscode.l10n.t('end comparing'), 'endComparing'),
    separator(vscode.l10n.t('More')),
    key('l', vscode.l10n.t('choose what is highlighted'), 'toggleHighlights'),
    key('e', vscode.l10n.t('leave coding mode to correct the text'), 'toggleCodingMode'),
    key('Ctrl+; …', vscode.l10n.t('the same keys behind Ctrl+; work without single keys too'), 'showKeys'),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Coding keys'),
    placeHolder: vscode.l10n.t('Keys of coding mode; choose one to do it now'),
    matchOnDescription: true,
  });
  if (picked?.command) await vscode.commands.executeCommand(picked.command);
}
