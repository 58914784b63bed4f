import * as vscode from 'vscode';
import type { Code } from '../../core/codebook/codebook';
import { addCode, proposeCodeId } from '../../core/codebook/edit';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import type { CodingChange } from '../../core/coding/change';
import { parseLogPath } from '../../core/coding/paths';
import { type CodeTarget, nameOf } from '../../host/codeTarget';
import { shorten } from '../../host/codingService';
import { reachText } from '../../host/reachText';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { ChangePage } from './changePage';
import { previewAndChange } from './preview';

/** What is made of a part of a code: a code beside it, or one below it. */
interface Part {
  readonly name: string;
  readonly below: boolean;
}

/**
 * Makes a part of a code into a code of its own. Every coding stays with the old one, until the person picks
 * those of their own that belong to the new one.
 */
export async function split(
  services: Services,
  page: ChangePage,
  { session, code }: CodeTarget,
  given?: unknown,
): Promise<void> {
  const codebook = await session.study.codebook();
  const part = isPart(given) ? given : await askPart(code);
  if (!part) return;
  const id = proposeCodeId(part.name, new Set(codebook.byId.keys()));
  const place = part.below ? { parentId: code.id } : { parentId: undefined, after: code.id };
  const reach = reachText(await reachOf(session.study, idsOf(codebook, code)));
  const made = await previewAndChange(page, {
    session,
    title: part.below
      ? vscode.l10n.t('Make “{0}” under “{1}”', part.name, nameOf(code))
      : vscode.l10n.t('Make “{0}” beside “{1}”', part.name, nameOf(code)),
    effect: vscode.l10n.t(
      '{0}: stays with “{1}”. Afterwards you can pick your own that move.',
      reach,
      nameOf(code),
    ),
    edit: (text) => addCode(text, { id, name: part.name, ...place }),
  });
  if (made) await retag(services, session, idsOf(codebook, code), { id, name: part.name });
}

async function askPart(code: Code): Promise<Part | undefined> {
  const items = [
    { label: vscode.l10n.t('A code under “{0}”', nameOf(code)), below: true },
    { label: vscode.l10n.t('A code beside “{0}”', nameOf(code)), below: false },
  ];
  const title = vscode.l10n.t('Split “{0}”', nameOf(code));
  const placeHolder = vscode.l10n.t('What should the part become?');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (!picked) return undefined;
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('What should the code be called?'),
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('A code needs a name.') : undefined),
  });
  return name === undefined || name.trim() === '' ? undefined : { name: name.trim(), below: picked.below };
}

/** Offers the person's own codings of some codes for another one; the picked ones are changed in their own logs. */
async function retag(
  { coder, codings }: Services,
  session: StudySession,
  ids: ReadonlySet<string>,
  code: { readonly id: string; readonly name: string },
): Promise<void> {
  const own = await ownCodings(session, coder.current(), ids);
  if (own.length === 0) return;
  const items = own.map((change) => ({
    label: `“${shorten(change.before!.quote)}”`,
    description: parseLogPath(change.log)!.transcript.replace(/^transcripts\//, ''),
    change,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which of your quotes belong to “{0}”?', code.name),
    placeHolder: vscode.l10n.t('Those that you pick get the new code; the others stay'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked || picked.length === 0) return;
  const changes = picked.map(({ change }) => ({ ...change, after: { ...change.before!, code: code.id } }));
  await codings.apply(session, changes);
  say(
    vscode.l10n.t(
      '{0} of your codings are now of “{1}”. Press z in a transcript to undo.',
      changes.length,
      code.name,
    ),
  );
}

async function ownCodings(
  { study }: StudySession,
  coder: string | undefined,
  ids: ReadonlySet<string>,
): Promise<CodingChange[]> {
  const paths = (await study.logPaths()).filter((path) => parseLogPath(path)!.coder === coder);
  const logs = await Promise.all(paths.map((path) => study.logFacts(path)));
  return logs.flatMap(({ path, current }) =>
    current.filter(({ code }) => ids.has(code)).map((before) => ({ log: path, before })),
  );
}

function isPart(given: unknown): given is Part {
  const { name, below } = (given ?? {}) as Partial<Part>;
  return typeof name === 'string' && name.trim() !== '' && typeof below === 'boolean';
}
