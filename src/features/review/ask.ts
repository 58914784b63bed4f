import * as vscode from 'vscode';
import { type Code, offeredCodes } from '../../core/codebook/codebook';
import { consensusCoder, parseLogPath } from '../../core/coding/paths';
import type { QueueRequest } from '../../core/review/queue';
import type { Verdict } from '../../core/review/review';
import type { Draw } from '../../core/settings/settings';
import type { StudyCoding } from '../../core/study';
import { compareStrings } from '../../core/text/compare';
import { localize } from '../../core/text/localized';
import { shorten } from '../../host/codingService';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { describeRequest, fileName } from './labels';
import type { SavedReview } from './queueStore';
import type { ShownReview } from './reviewing';

/** What to review: a new queue, or the last one again, from the coding that was looked at. */
export interface Chosen {
  readonly request: QueueRequest;
  readonly first?: string;
}

interface HowItem extends vscode.QuickPickItem {
  readonly ask: () => Promise<Chosen | undefined>;
}

/**
 * Asks whose codings to review and which of them.
 * @param scope what was chosen in a view already
 * @param saved the review that can be taken up again
 */
export async function askWhat(
  { studies, coder }: Services,
  session: StudySession,
  scope: QueueRequest,
  saved: SavedReview | undefined,
): Promise<Chosen | undefined> {
  const codebook = await session.study.codebook();
  const isScoped = scope.transcript !== undefined || scope.code !== undefined;
  if (scope.coder !== undefined) return { request: scope };
  if (isScoped) return askCoder(session, coder.current(), scope);
  const document = vscode.window.activeTextEditor?.document;
  const here = document && studies.transcriptOf(document)?.path;
  const of = (chosen: QueueRequest | undefined) =>
    chosen ? askCoder(session, coder.current(), chosen) : Promise.resolve(undefined);
  const items: HowItem[] = [];
  if (saved) {
    const { request, at } = saved;
    items.push({
      label: `$(debug-continue) ${vscode.l10n.t('Go on with the last review')}`,
      description: describeRequest(request, codebook),
      ask: async () => ({ request, ...(at !== undefined && { first: at }) }),
    });
  }
  if (here !== undefined) {
    items.push({
      label: `$(file) ${vscode.l10n.t('This transcript')}`,
      description: fileName(here),
      ask: () => of({ transcript: here }),
    });
  }
  items.push(
    {
      label: `$(comment-discussion) ${vscode.l10n.t('Another transcript…')}`,
      ask: async () => of(await askTranscript(session)),
    },
    { label: `$(tag) ${vscode.l10n.t('One code…')}`, ask: async () => of(await askCode(session)) },
    {
      label: `$(sparkle) ${vscode.l10n.t('A random sample…')}`,
      description: vscode.l10n.t('a number or a share of all codings'),
      ask: async () => of(await askSample()),
    },
    { label: `$(checklist) ${vscode.l10n.t('All codings')}`, ask: () => of({}) },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start Review'),
    placeHolder: vscode.l10n.t('Which codings do you want to review?'),
  });
  return picked?.ask();
}

async function askCoder(
  { study }: StudySession,
  reviewer: string | undefined,
  request: QueueRequest,
): Promise<Chosen | undefined> {
  const coders = (await study.logPaths()).map((path) => parseLogPath(path)!.coder);
  const others = [...new Set(coders)].filter((one) => one !== reviewer && one !== consensusCoder);
  if (others.length === 0) {
    throw new HumanError(
      vscode.l10n.t('Nobody else has coded in this study yet: there is nothing to review.'),
    );
  }
  if (others.length === 1) return { request: { ...request, coder: others[0]! } };
  const everyone = { label: `$(organization) ${vscode.l10n.t('All other coders')}`, request };
  const items = others
    .sort(compareStrings)
    .map((coder) => ({ label: `$(person) ${coder}`, request: { ...request, coder } }));
  const placeHolder = vscode.l10n.t('Whose codings do you want to review?');
  const picked = await vscode.window.showQuickPick([everyone, ...items], { placeHolder });
  return picked && { request: picked.request };
}

async function askTranscript({ study }: StudySession): Promise<QueueRequest | undefined> {
  const items = (await study.transcriptPaths()).map((transcript) => ({
    label: fileName(transcript),
    description: transcript.replace(/^transcripts\/|\/?[^/]+$/g, ''),
    transcript,
  }));
  const placeHolder = vscode.l10n.t('The codings of which transcript?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { transcript: picked.transcript };
}

async function askCode({ study }: StudySession): Promise<QueueRequest | undefined> {
  const items = (await study.codebook()).codes.map((code) => ({ ...codeItem(code), code: code.id }));
  const placeHolder = vscode.l10n.t('The codings with which code, sub-codes included?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { code: picked.code };
}

async function askSample(): Promise<QueueRequest | undefined> {
  const size = await vscode.window.showInputBox({
    title: vscode.l10n.t('A random sample'),
    prompt: vscode.l10n.t('How many codings: a number such as 40, or a share such as 10%'),
    value: '10%',
    validateInput: (typed) =>
      readSize(typed) ? undefined : vscode.l10n.t('Type a whole number such as 40, or a share such as 10%.'),
  });
  if (size === undefined) return undefined;
  const seed = await vscode.window.showInputBox({
    title: vscode.l10n.t('A random sample'),
    prompt: vscode.l10n.t(
      'Seed: any whole number. The same seed gives the same sample; note it for your report.',
    ),
    value: '1',
    validateInput: (typed) =>
      Number.isSafeInteger(Number(typed)) && typed.trim() !== ''
        ? undefined
        : vscode.l10n.t('Type a whole number.'),
  });
  return seed === undefined ? undefined : { draw: { size: readSize(size)!, seed: Number(seed) } };
}

/** The size of a sample as a person types it: `40`, `10%` or `10,5 %`. */
function readSize(typed: string): Draw['size'] | undefined {
  const share = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(typed.trim())?.[1];
  if (share !== undefined) {
    const percent = Number(share.replace(',', '.'));
    return percent > 0 && percent <= 100 ? { percent } : undefined;
  }
  return /^[1-9]\d{0,8}$/.test(typed.trim()) ? { count: Number(typed) } : undefined;
}

/** Asks what a reviewer who disagrees would have instead: another code, none, or other bounds for the same one. */
export async function askInstead(
  { session, current }: ShownReview,
  selected: string | undefined,
): Promise<{ code: string | undefined; bounds: boolean } | undefined> {
  const codebook = await session.study.codebook();
  const present = codebook.byId.get(current.coding.code);
  const bounds = selected !== undefined;
  const words = bounds ? vscode.l10n.t('for “{0}”', shorten(selected, 40)) : '';
  const same = { label: `$(whole-word) ${vscode.l10n.t('The same code, other bounds')}`, description: words };
  const none = {
    label: `$(circle-slash) ${vscode.l10n.t('No other code')}`,
    description: vscode.l10n.t('this should not be coded so'),
  };
  const codes = offeredCodes(codebook)
    .filter((code) => code !== present)
    .map((code) => ({ ...codeItem(code), instead: { code: code.id as string | undefined, bounds } }));
  const items = [
    ...(bounds ? [{ ...same, instead: { code: undefined, bounds } }] : []),
    ...codes,
    { ...none, instead: { code: undefined, bounds: false } },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Disagree'),
    placeHolder: bounds
      ? vscode.l10n.t('Which code should the selected words have?')
      : vscode.l10n.t('Which code should it have? For other bounds select them first.'),
    matchOnDescription: true,
  });
  return picked?.instead;
}

function codeItem(code: Code): vscode.QuickPickItem {
  const definition = code.definition && localize(code.definition, vscode.env.language);
  return {
    label: localize(code.name, vscode.env.language),
    description: code.parent ? code.path : '',
    ...(definition ? { detail: definition } : {}),
  };
}

/** Asks what to say along with a verdict; empty for nothing, undefined where the question was dismissed. */
export function askComment(verdict: Verdict, { coding }: StudyCoding): Thenable<string | undefined> {
  const titles: Readonly<Record<Verdict, string>> = {
    agree: vscode.l10n.t('Agree, with a comment'),
    disagree: vscode.l10n.t('Disagree, with a comment'),
    discuss: vscode.l10n.t('Discuss, with a comment'),
  };
  return vscode.window.showInputBox({
    title: titles[verdict],
    prompt: `“${shorten(coding.quote)}”`,
    ignoreFocusOut: true,
  });
}

/** Asks for what must be said: the reason for keeping a coding, or what there is to discuss. */
export function askReason(title: string, prompt: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' ? vscode.l10n.t('Say why, so that the reviewer knows.') : undefined,
  });
}
