import * as vscode from 'vscode';
import type { ListedName } from '../core/pseudonyms/names';
import { namesLeft } from '../core/pseudonyms/namesLeft';
import { parseNames } from '../core/pseudonyms/parseNames';
import { decodeText } from '../core/text/decode';
import { HumanError } from './errors';
import { readIfThere } from './privateFile';
import type { StudySession } from './studySession';

const key = 'interviewCoding.namesFiles';

/** The file of names of a study, and whether the study is a copy from which these names were taken out. */
interface Known {
  readonly file: string;
  readonly isCopy: boolean;
}

/** Knows on this computer alone which file of names goes with which study. */
export class NamesFiles {
  /** @param memory of all windows, never synchronized */
  constructor(private readonly memory: vscode.Memento) {}

  /** The file of names that was last used for the study in a folder. */
  of(folder: vscode.Uri): vscode.Uri | undefined {
    const known = this.#known(folder);
    return known && vscode.Uri.parse(known.file, true);
  }

  /** Whether the study in a folder is a copy from which its names were taken out. */
  isCopy(folder: vscode.Uri): boolean {
    return this.#known(folder)?.isCopy === true;
  }

  async remember(folder: vscode.Uri, file: vscode.Uri, isCopy: boolean): Promise<void> {
    const all = this.memory.get<Readonly<Record<string, Known>>>(key, {});
    await this.memory.update(key, { ...all, [folder.toString()]: { file: file.toString(), isCopy } });
  }

  /**
   * Sees to it that nothing leaves a copy with pseudonyms while one of the names is left in it. A copy whose names are
   * not on this computer cannot be searched.
   */
  async needNoneLeft({ folder, files }: Pick<StudySession, 'folder' | 'files'>): Promise<void> {
    const known = this.#known(folder.uri);
    const bytes = known?.isCopy ? await readIfThere(vscode.Uri.parse(known.file, true)) : undefined;
    if (!bytes) return;
    const [first, ...others] = await namesLeft(files, namesIn(bytes));
    if (!first) return;
    const place = `${first.file}:${first.start.line + 1}`;
    throw new HumanError(
      vscode.l10n.t(
        'Nothing was exported: names are left in this study, or files that cannot be searched ({0}), the first in {1}. “Check for Names” lists them.',
        others.length + 1,
        place,
      ),
    );
  }

  #known(folder: vscode.Uri): Known | undefined {
    return this.memory.get<Readonly<Record<string, Known>>>(key, {})[folder.toString()];
  }
}

function namesIn(bytes: Uint8Array): readonly ListedName[] {
  return parseNames('', decodeText(bytes).text).names;
}
