import * as vscode from 'vscode';
import { type CodeTarget, needTarget } from '../../host/codeTarget';
import type { Services } from '../../host/services';
import { changeId } from './changeId';
import { ChangePage } from './changePage';
import { confirmDefinition } from './confirmDefinition';
import { merge } from './merge';
import { move, moveBy } from './move';
import { retire } from './retire';
import { split } from './split';
import { undo } from './undo';

type Called = CodeTarget | undefined;

/** Moving, merging, splitting and retiring codes: changes of codebook.yaml alone, each shown before it is done. */
export function register(services: Services): vscode.Disposable {
  const { command, studies } = services;
  const page = new ChangePage();
  const need = (called: Called, title: string) => needTarget(services, called, title);
  return vscode.Disposable.from(
    page,
    command('interviewCoding.changeCodeId', async (called: Called, id?: unknown) =>
      changeId(page, await need(called, vscode.l10n.t('Change the id of which code?')), id),
    ),
    command('interviewCoding.moveCode', async (called: Called, place?: unknown) =>
      move(page, await need(called, vscode.l10n.t('Move which code?')), place),
    ),
    command('interviewCoding.moveCodeUp', async (called: Called) =>
      moveBy(-1, await need(called, vscode.l10n.t('Move which code?'))),
    ),
    command('interviewCoding.moveCodeDown', async (called: Called) =>
      moveBy(1, await need(called, vscode.l10n.t('Move which code?'))),
    ),
    command('interviewCoding.mergeCode', async (called: Called, into?: unknown) =>
      merge(page, await need(called, vscode.l10n.t('Merge which code into another one?')), into),
    ),
    command('interviewCoding.splitCode', async (called: Called, part?: unknown) =>
      split(services, page, await need(called, vscode.l10n.t('Split which code?')), part),
    ),
    command('interviewCoding.retireCode', async (called: Called) =>
      retire(page, await need(called, vscode.l10n.t('Retire which code?')), true),
    ),
    command('interviewCoding.bringBackCode', async (called: Called) =>
      retire(page, await need(called, vscode.l10n.t('Bring which code back?')), false),
    ),
    command('interviewCoding.confirmDefinition', (codes?: readonly string[]) =>
      confirmDefinition(services, codes),
    ),
    command('interviewCoding.undoCodebookChange', () => undo(studies.needCurrent())),
  );
}
