import * as vscode from 'vscode';
import { HumanError } from './errors';

/** What a person is told of a file that could not be written: what happened, and what to do. */
export function cannotWrite(path: string, error: unknown): HumanError {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new HumanError(
        vscode.l10n.t('Nothing was saved in {0}: the disk is full. Make room, then try again.', path),
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'NoPermissions':
      return new HumanError(
        vscode.l10n.t(
          'Nothing was saved in {0}: it is write-protected. Allow writing in this folder, then try again.',
          path,
        ),
      );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new HumanError(
    vscode.l10n.t(
      'Nothing was saved: {0} cannot be written ({1}). Check that you may write in this folder.',
      path,
      reason,
    ),
  );
}

/** What a person is told of a file that a link puts outside of the study. */
export function leadsOutOfStudy(path: string): HumanError {
  return new HumanError(
    vscode.l10n.t(
      'Nothing was saved: {0} is a link that leads out of the study, or is below one. Put a file or folder in its place.',
      path,
    ),
  );
}
