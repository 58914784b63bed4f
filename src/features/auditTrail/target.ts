import * as vscode from 'vscode';
import { type TrailStep, trailOf } from '../../core/coding/auditTrail';
import { isPlaced } from '../../core/coding/coding';
import { localize } from '../../core/text/localized';
import { shorten } from '../../host/codingService';
import type { CodingReference, CodingTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { visibleLogs } from './visible';

/** A coding, perhaps a removed one, whose history is asked for. */
export interface HistoryTarget {
  readonly session: StudySession;
  readonly log: string;
  readonly id: string;
}

/** The coding that is meant: the one called on, that at the cursor, or one picked of all the transcript ever had. */
export async function askTarget(
  services: Services,
  called: CodingTarget | CodingReference | undefined,
): Promise<HistoryTarget> {
  const { studies } = services;
  if (called && 'coding' in called) {
    const { session, coding } = called;
    return { session, log: coding.log, id: coding.coding.id };
  }
  if (called && 'id' in called) {
    const session = studies.all.find(({ folder }) => folder.uri.toString() === called.study);
    return { session: session ?? studies.needCurrent(), log: called.log, id: called.id };
  }
  const editor = vscode.window.activeTextEditor;
  const open = editor && studies.transcriptOf(editor.document);
  if (!editor || !open) throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  const { session, path } = open;
  const here = await codingsAt(session, path, editor.selection.active);
  const [only] = here;
  if (only && here.length === 1) return { session, ...only };
  const logs = await visibleLogs(
    services,
    session,
    (await session.study.logsOf(path)).map((log) => log.path),
  );
  const all = (await Promise.all(logs.map((log) => trailOf(session.study, log))))
    .flat()
    .filter(({ log, id }) => here.length === 0 || here.some((one) => one.log === log && one.id === id));
  return { session, ...(await pick(session, all)) };
}

async function codingsAt(session: StudySession, path: string, position: vscode.Position) {
  const text = (await session.study.transcript(path))?.text ?? '';
  const at = new RangeBridge(text).toOffset(position);
  const codings = await session.codings(path);
  return codings
    .filter((one) => isPlaced(one) && one.start <= at && at <= one.end)
    .map(({ log, coding: { id } }) => ({ log, id }));
}

async function pick(session: StudySession, steps: readonly TrailStep[]): Promise<TrailStep> {
  if (steps.length === 0) throw new Hint(vscode.l10n.t('Nothing has been coded in this transcript.'));
  const { byId } = await session.study.codebook();
  const lastOf = new Map(steps.map((step) => [`${step.log}#${step.id}`, step]));
  const items = [...lastOf.values()].map((step) => {
    const { coding, by } = step;
    const code = coding ? localize(byId.get(coding.code)?.name ?? coding.code, vscode.env.language) : '';
    const removed = step.action === 'removed' ? vscode.l10n.t('removed') : '';
    return {
      label: shorten(coding?.quote ?? step.id),
      description: [code, by, removed].filter(Boolean).join(' · '),
      step,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show History of Coding'),
    placeHolder: vscode.l10n.t('Of which coding?'),
    matchOnDescription: true,
  });
  if (!picked) throw new vscode.CancellationError();
  return picked.step;
}
