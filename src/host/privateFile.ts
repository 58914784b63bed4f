import { chmod, readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { gitExclusion } from '../core/pseudonyms/outsideGit';
import { appendLinesOnDisk } from './diskLog';
import { replaceFileOnDisk } from './diskWriter';
import { HumanError } from './errors';

const ownerOnly = 0o600;

/** Writes a file that only its owner can read, and that git leaves alone where it lies in a repository. */
export async function writePrivateFile(uri: vscode.Uri, text: string): Promise<void> {
  if (uri.scheme !== 'file') return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await keepOutOfGit(uri.fsPath);
  await replaceFileOnDisk(uri.fsPath, text);
  await chmod(uri.fsPath, ownerOnly);
}

/** Keeps a file that is there from others on this computer, and from git. */
export async function keepPrivate(uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== 'file') return;
  await keepOutOfGit(uri.fsPath);
  await chmod(uri.fsPath, ownerOnly);
}

/** The bytes of a file; undefined where there is none. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function keepOutOfGit(path: string): Promise<void> {
  const exclusion = await gitExclusion(path.split(sep).join('/'), readOnDisk);
  if (exclusion?.tracked) {
    throw new HumanError(
      vscode.l10n.t(
        '{0} is in git, and shared with it. Take it out of git first, or keep the names elsewhere.',
        path,
      ),
    );
  }
  if (exclusion?.line !== undefined) await appendLinesOnDisk(exclusion.exclude, [exclusion.line]);
}

/** A folder in its place is no file either. */
function readOnDisk(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR') return undefined;
    throw error;
  });
}
