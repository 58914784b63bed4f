import * as vscode from 'vscode';
import { HumanError } from './errors';
import type { StudySession } from './studySession';

/** Files that are to be written whole, and lines to be added at the end of files, by path. */
export interface PlannedWrites {
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  readonly appends: ReadonlyMap<string, readonly string[]>;
}

/** Writes what was planned. A file with changes that are not saved is left alone, with a sentence that says so. */
export async function writePlanned(session: StudySession, { writes, appends }: PlannedWrites): Promise<void> {
  for (const path of writes.keys()) {
    const uri = session.files.uri(path).toString();
    if (vscode.workspace.textDocuments.some((one) => one.isDirty && one.uri.toString() === uri)) {
      throw new HumanError(
        vscode.l10n.t('{0} has changes that are not saved. Save them, then import again.', path),
      );
    }
  }
  const touched: string[] = [];
  try {
    for (const [path, content] of writes) {
      touched.push(path);
      await session.files.replace(path, content);
    }
    for (const [path, lines] of appends) {
      touched.push(path);
      await session.files.append(path, lines);
    }
  } finally {
    session.changed(touched);
  }
}
