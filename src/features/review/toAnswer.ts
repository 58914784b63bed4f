import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { awaitsAnswer, type Discussion } from '../../core/review/discussion';
import type { StudyCoding } from '../../core/study';
import { compareStrings } from '../../core/text/compare';
import { RangeBridge } from '../../host/ranges';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** A coding with what is said of it. */
export interface Discussed {
  readonly coding: StudyCoding;
  readonly discussion: Discussion;
}

/** The codings of a transcript of which something is said, by place, as far as the coder may see it. */
export async function discussedIn(session: StudySession, path: string): Promise<Discussed[]> {
  const discussions = await session.discussions(path);
  if (discussions.size === 0) return [];
  return (await session.codings(path)).flatMap((coding) => {
    const discussion = discussions.get(coding.coding.id);
    return discussion ? [{ coding, discussion }] : [];
  });
}

/** Goes to the next, or the one before, of the person's own codings that has a verdict to answer, in any transcript. */
export async function goToAnswer(services: Services, step: 1 | -1): Promise<void> {
  const session = services.studies.needCurrent();
  const all = await toAnswer(services, session);
  if (all.length === 0) {
    say(vscode.l10n.t('None of your codings has a verdict to answer.'));
    return;
  }
  const [path, offset] = await here(services);
  const order = ({ transcript, start }: StudyCoding) => compareStrings(transcript, path) || start - offset;
  const coding =
    step === 1
      ? (all.find((one) => order(one) > 0) ?? all[0]!)
      : (all.findLast((one) => order(one) < 0) ?? all.at(-1)!);
  await vscode.commands.executeCommand('interviewCoding.revealCoding', { session, coding });
}

async function toAnswer({ codings }: Services, session: StudySession): Promise<StudyCoding[]> {
  const found: StudyCoding[] = [];
  for (const path of await session.study.codedTranscriptPaths()) {
    if ((await session.study.reviewLogsOf(path)).length === 0) continue;
    const own = (await discussedIn(session, path)).filter(
      ({ coding, discussion }) =>
        codings.isOwn(coding) && isPlaced(coding) && discussion.opinions.some(awaitsAnswer),
    );
    found.push(...own.map(({ coding }) => coding));
  }
  return found;
}

/** The transcript that is open and the place of the selection in it. */
async function here({ studies }: Services): Promise<[path: string, offset: number]> {
  const editor = vscode.window.activeTextEditor;
  const open = editor && studies.transcriptOf(editor.document);
  const transcript = await open?.session.study.transcript(open.path);
  if (!editor || !open || !transcript) return ['', -1];
  return [open.path, new RangeBridge(transcript.text).toOffset(editor.selection.start)];
}
