import * as vscode from 'vscode';
import { attributesFile, lacksUnionMerge, unionMergeLines } from '../../core/git/unionMerge';
import { say } from '../../host/say';
import type { StudySession } from '../../host/studySession';

const memoryKey = 'interviewCoding.gitMergeAsked';

/** Asks once of each study whether the line is to be added that keeps git from making conflicts of its logs. */
export class MergeHints {
  readonly #looked = new Set<string>();

  /** @param memory in which it is remembered what has been asked */
  constructor(
    private readonly memory: vscode.Memento,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Looks at the studies that were not looked at in this window. */
  look(sessions: readonly StudySession[]): void {
    for (const session of sessions) {
      const key = session.folder.uri.toString();
      if (this.#looked.has(key)) continue;
      this.#looked.add(key);
      this.#ask(session, key).catch(this.failed);
    }
  }

  async #ask(session: StudySession, key: string): Promise<void> {
    const asked = this.memory.get<readonly string[]>(memoryKey, []);
    if (asked.includes(key) || !(await needsLine(session))) return;
    const add = vscode.l10n.t('Add the Line');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This study is in git. Where a log grew on two computers, git would make a conflict of it, unless {0} says “{1}”.',
        attributesFile,
        unionMergeLines.at(-1)!,
      ),
      add,
      vscode.l10n.t('Don’t Ask Again'),
    );
    if (answer === add) {
      await session.files.append(attributesFile, unionMergeLines);
      say(vscode.l10n.t('Added to {0}', attributesFile));
    }
    await this.memory.update(memoryKey, [...asked, key]);
  }
}

/** Only a study that has something to merge is asked about. */
async function needsLine({ study, files }: StudySession): Promise<boolean> {
  if ((await study.logPaths()).length === 0) return false;
  return lacksUnionMerge(async (path) => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(files.uri(path)));
    } catch {
      return undefined;
    }
  });
}
