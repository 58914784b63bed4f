import * as vscode from 'vscode';
import { nameAtTime, readTime } from '../../core/review/times';
import { say } from '../../host/say';
import type { Services } from '../../host/services';

/**
 * Makes the person at the screen code under the name of another time, for agreement of a coder with themselves; what
 * they coded before is hidden until a transcript is done.
 */
export async function codeAgain({ studies, coder }: Services, given?: unknown): Promise<void> {
  const session = studies.needCurrent();
  const name = await coder.need(session);
  if (name === undefined) return;
  const { coder: person, time } = readTime(name);
  const times = [...new Set([time + 1, 2, 1])].filter((one) => one !== time);
  const items = times.sort((a, b) => a - b).map((one) => itemOf(person, one));
  const picked =
    typeof given === 'number'
      ? itemOf(person, given)
      : await vscode.window.showQuickPick(items, {
          title: vscode.l10n.t('Code Again (Time 2)'),
          placeHolder: vscode.l10n.t('You now code as {0}. For which time do you want to code?', name),
        });
  if (!picked) return;
  await coder.set(picked.label);
  say(
    picked.time === 1
      ? vscode.l10n.t('You code as {0} again.', picked.label)
      : vscode.l10n.t(
          'You code as {0}; what was coded before stays hidden until a transcript is done.',
          picked.label,
        ),
  );
}

function itemOf(coder: string, time: number) {
  return {
    label: nameAtTime({ coder, time }),
    description:
      time === 1
        ? vscode.l10n.t('back to the first time')
        : vscode.l10n.t('time {0}: without seeing what was coded before', time),
    time,
  };
}
