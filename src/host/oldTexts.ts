import * as vscode from 'vscode';
import type { OldTexts } from '../core/ports';
import { normalizeLineEnds } from '../core/text/decode';

/** How many commits of a file are looked at. */
const mostCommits = 30;

/** The part that is used of the built-in Git extension's interface (`extensions/git/src/api/git.d.ts`, version 1). */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): Repository | null;
  };
}

interface Repository {
  log(options: { maxEntries: number; path: string }): Promise<readonly { hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
}

/**
 * Earlier texts of a study's files, from its git repository by way of the built-in Git extension. A folder that
 * is not trusted, or is no repository, has none.
 */
export class GitTexts implements OldTexts {
  constructor(private readonly uriOf: (path: string) => vscode.Uri) {}

  async *candidates(path: string): AsyncIterable<string> {
    const { fsPath, scheme } = this.uriOf(path);
    if (scheme !== 'file' || !vscode.workspace.isTrusted) return;
    const repository = await repositoryOf(this.uriOf(path));
    const commits = (await repository?.log({ maxEntries: mostCommits, path: fsPath })) ?? [];
    for (const { hash } of commits) {
      const text = await repository!.show(hash, fsPath).catch(() => undefined);
      if (text !== undefined) yield normalizeLineEnds(text);
    }
  }
}

async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  try {
    return git.getAPI(1).getRepository(uri) ?? undefined;
  } catch {
    // Git is switched off (`git.enabled`), or there is none on this machine.
    return undefined;
  }
}
