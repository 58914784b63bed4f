import * as vscode from 'vscode';
import { consensusCoder, parseLogPath } from '../core/coding/paths';
import type { StudyCoding } from '../core/study';
import { Hint } from './errors';
import type { Services } from './services';
import type { StudySession } from './studySession';

/** A coding that a command is to act on, as a view's element hands it over. */
export interface CodingTarget {
  readonly session: StudySession;
  readonly coding: StudyCoding;
}

/** The same as plain data, as a link in a hover hands it over. */
export interface CodingReference {
  /** The URI of the study's folder. */
  readonly study: string;
  readonly transcript: string;
  readonly log: string;
  readonly id: string;
}

/** Names a coding in plain data. */
export function referenceTo({ session, coding }: CodingTarget): CodingReference {
  const { transcript, log } = coding;
  return { study: session.folder.uri.toString(), transcript, log, id: coding.coding.id };
}

/** The coding that is meant, as it now stands. */
export async function findTarget(
  { studies }: Services,
  called: CodingTarget | CodingReference,
): Promise<CodingTarget> {
  const { study, transcript, log, id } = 'coding' in called ? referenceTo(called) : called;
  const session = studies.all.find(({ folder }) => folder.uri.toString() === study);
  const codings = (await session?.codings(transcript)) ?? [];
  const coding = codings.find((one) => one.log === log && one.coding.id === id);
  if (session && coding) return { session, coding };
  throw new Hint(vscode.l10n.t('This coding is no longer there.'));
}

/** Whose log a coding stands in: the one person who writes it. */
export function writerOf({ log }: StudyCoding): string {
  return parseLogPath(log)!.coder;
}

/** Refuses what only another coder may change, by name. */
export function needOwn({ codings }: Services, coding: StudyCoding): void {
  if (codings.isOwn(coding)) return;
  if (writerOf(coding) === consensusCoder) {
    throw new Hint(
      vscode.l10n.t(
        'This coding is what coders have settled: compare them and settle it again to change it.',
      ),
    );
  }
  throw new Hint(vscode.l10n.t('This coding is {0}’s; only {0} can change it.', writerOf(coding)));
}

/** The codings among selected elements of a view, each once: groups are selected along, and are no codings. */
export function distinctTargets(selected: readonly Partial<CodingTarget>[]): CodingTarget[] {
  const byId = new Map<string, CodingTarget>();
  for (const { session, coding } of selected) {
    if (session && coding)
      byId.set(`${session.folder.uri}#${coding.log}#${coding.coding.id}`, { session, coding });
  }
  return [...byId.values()];
}
