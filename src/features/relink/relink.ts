import * as vscode from 'vscode';
import { findRelinks, missingTranscripts } from '../../core/coding/relink';
import { type LogMove, shorten } from '../../host/codingService';
import type { CodingTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { allLogs, logMoves, personOf } from './moves';

/** A transcript that is missing, as a quick fix hands it over. */
export interface MissingTranscript {
  /** The URI of the study's folder. */
  readonly study: string;
  readonly transcript: string;
}

/** Gives the logs of a transcript that is missing the name of the one that holds their words, or of another. */
export async function relink(services: Services, called?: CodingTarget | MissingTranscript): Promise<void> {
  const session = sessionOf(services, called);
  const from = await missingTranscript(session, called);
  const to = from && (await askTranscript(session, from));
  if (!to) return;
  const moves = await askWhose(services, logMoves(await allLogs(session.study), [{ from, to }]), to);
  if (moves.length === 0) return;
  await services.codings.apply(session, moves);
  say(vscode.l10n.t('The codings now belong to {0}. Press z in a transcript to undo.', to));
}

function sessionOf({ studies }: Services, called?: CodingTarget | MissingTranscript): StudySession {
  if (!called) return studies.needCurrent();
  if ('coding' in called) return called.session;
  const found = studies.all.find(({ folder }) => folder.uri.toString() === called.study);
  return found ?? studies.needCurrent();
}

async function missingTranscript(
  { study }: StudySession,
  called?: CodingTarget | MissingTranscript,
): Promise<string | undefined> {
  const missing = await missingTranscripts(study);
  const meant = called && ('coding' in called ? called.coding.transcript : called.transcript);
  if (missing.size === 0 || (meant !== undefined && !missing.has(meant))) {
    throw new Hint(vscode.l10n.t('Nothing to re-link: every transcript that was coded is there.'));
  }
  if (meant !== undefined || missing.size === 1) return meant ?? [...missing.keys()][0];
  const items = [...missing].map(([path, logs]) => {
    const codings = logs.flatMap(({ current }) => current);
    return {
      label: path,
      description: vscode.l10n.t('codings: {0}', codings.length),
      detail: codings[0] && `“${shorten(codings[0].quote)}”`,
      path,
    };
  });
  const placeHolder = vscode.l10n.t('Which missing transcript was renamed or moved?');
  return (await vscode.window.showQuickPick(items as Item[], { placeHolder, matchOnDetail: true }))?.path;
}

interface Item extends vscode.QuickPickItem {
  readonly path: string;
}

/** Offers the transcripts for which no coder of the missing one has a log; that which holds its words first. */
async function askTranscript(session: StudySession, from: string): Promise<string | undefined> {
  const { study } = session;
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for the transcript') },
    async () => (await findRelinks(study)).find((one) => one.from === from)?.to,
  );
  const logs = await allLogs(study);
  const known = new Set(logs);
  const own = logMoves(logs, [{ from, to: from }]).map((move) => move.from);
  const items: Item[] = [];
  for (const path of await study.transcriptPaths()) {
    const isFree = logMoves(own, [{ from, to: path }]).every(({ to }) => !known.has(to));
    if (!isFree) continue;
    if (path === found) {
      items.unshift({ label: path, description: vscode.l10n.t('holds the words of its codings'), path });
    } else items.push({ label: path, path });
  }
  if (items.length === 0) {
    throw new Hint(
      vscode.l10n.t('Every transcript has codings of these coders already, and no log is written over.'),
    );
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which transcript do the codings of {0} belong to?', from),
    placeHolder: found
      ? vscode.l10n.t('Enter renames their logs along with it; no line in them changes')
      : vscode.l10n.t('None clearly holds their words: choose the one that you know it is'),
    matchOnDescription: true,
  });
  return picked?.path;
}

/** Logs of others are renamed only when that is chosen: they may have the old name in a copy of their own. */
async function askWhose(
  services: Services,
  moves: readonly LogMove[],
  to: string,
): Promise<readonly LogMove[]> {
  const me = services.coder.current();
  const people = [...new Set(moves.map(({ from }) => personOf(from)))];
  const others = people.filter((coder) => coder !== me);
  if (others.length === 0) return moves;
  const all = {
    label: `$(organization) ${vscode.l10n.t('Rename the logs of all coders: {0}', people.join(', '))}`,
    detail: vscode.l10n.t(
      'Tell {0}: whoever has not got this rename yet goes on under the old name.',
      others.join(', '),
    ),
    moves,
  };
  const own = moves.filter(({ from }) => personOf(from) === me);
  const mine = {
    label: `$(person) ${vscode.l10n.t('Rename my log only')}`,
    detail: vscode.l10n.t(
      'The codings of {0} stay without a transcript until they rename theirs.',
      others.join(', '),
    ),
    moves: own,
  };
  const picked = await vscode.window.showQuickPick(own.length > 0 ? [all, mine] : [all], {
    title: vscode.l10n.t('Codings of other coders belong to {0} too', to),
    placeHolder: vscode.l10n.t('Renaming changes no line; Escape leaves all as it is'),
  });
  return picked?.moves ?? [];
}
