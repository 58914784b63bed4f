import * as vscode from 'vscode';
import type { FileStore } from '../core/ports';
import { appendLinesOnDisk, replaceFileOnDisk } from './diskWriter';
import { HumanError } from './errors';

/** The files of a study's folder, read through the editor so that virtual file systems work too. */
export class FolderStore implements FileStore {
  constructor(readonly root: vscode.Uri) {}

  uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** The path of a file relative to the folder, with `/`; undefined outside it. */
  pathOf(uri: vscode.Uri): string | undefined {
    const root = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    const inside = uri.scheme === this.root.scheme && uri.authority === this.root.authority;
    return inside && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
  }

  async list(folder: string): Promise<readonly string[]> {
    const paths: string[] = [];
    const walk = async (path: string): Promise<void> => {
      const entries = await this.#entries(path);
      for (const [name, type] of entries) {
        const child = `${path}/${name}`;
        if (type & vscode.FileType.Directory) {
          // A linked folder could lead out of the study, or round in a circle.
          if (!(type & vscode.FileType.SymbolicLink)) await walk(child);
        } else paths.push(child);
      }
    };
    await walk(folder);
    return paths;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.uri(path));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** Adds lines at a file's end, making it and its folders where missing. On disk when resolved. */
  async append(path: string, lines: readonly string[]): Promise<void> {
    await this.#write(path, (uri) =>
      uri.scheme === 'file' ? appendLinesOnDisk(uri.fsPath, lines) : this.#appendElsewhere(uri, lines),
    );
  }

  /** Replaces a whole file, never half of it. */
  async replace(path: string, content: string): Promise<void> {
    await this.#write(path, (uri) =>
      uri.scheme === 'file'
        ? replaceFileOnDisk(uri.fsPath, content)
        : Promise.resolve(vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content))),
    );
  }

  async #write(path: string, write: (uri: vscode.Uri) => Promise<void>): Promise<void> {
    try {
      await write(this.uri(path));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new HumanError(
        vscode.l10n.t(
          'Nothing was saved: {0} cannot be written ({1}). Check that you may write in this folder.',
          path,
          reason,
        ),
      );
    }
  }

  async #appendElsewhere(uri: vscode.Uri, lines: readonly string[]): Promise<void> {
    let before = '';
    try {
      before = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    const separator = before === '' || before.endsWith('\n') ? '' : '\n';
    const content = before + separator + lines.map((line) => `${line}\n`).join('');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  }

  async #entries(path: string): Promise<[string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(this.uri(path));
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
