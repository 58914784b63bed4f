import * as vscode from 'vscode';
import type { FileStore } from '../core/ports';
import { listOnDisk, readOnDisk, stateOnDisk } from './diskFiles';
import { leadsOut } from './diskLinks';
import { appendLinesOnDisk } from './diskLog';
import { replaceFileOnDisk, rewriteFileOnDisk } from './diskWriter';
import { HumanError } from './errors';
import { cannotWrite, leadsOutOfStudy } from './writeFaults';

/** Makes a file's new content from its bytes, undefined where there is no file; undefined leaves it alone. */
export type Rewrite = (before: Uint8Array | undefined) => string | undefined | Promise<string | undefined>;

const mostAttempts = 10;

/** The files of a study's folder; those that are not on disk go through the editor, as of virtual file systems. */
export class FolderStore implements FileStore {
  readonly #isOnDisk: boolean;

  constructor(readonly root: vscode.Uri) {
    this.#isOnDisk = root.scheme === 'file';
  }

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
    if (this.#isOnDisk) return (await listOnDisk(this.uri(folder).fsPath)).map((path) => `${folder}/${path}`);
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

  async listRoot(): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.root);
    return entries.filter(([, type]) => type & vscode.FileType.File).map(([name]) => name);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (this.#isOnDisk) return readOnDisk(this.uri(path).fsPath);
    try {
      return await vscode.workspace.fs.readFile(this.uri(path));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async state(path: string): Promise<string | undefined> {
    if (this.#isOnDisk) return stateOnDisk(this.uri(path).fsPath);
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.uri(path));
      return `${size} ${mtime}`;
    } catch {
      // Whoever reads the file hears why.
      return undefined;
    }
  }

  /** Adds lines at a file's end, making it and its folders where missing. On disk when resolved. */
  async append(path: string, lines: readonly string[]): Promise<void> {
    await this.#write(path, (uri) =>
      this.#isOnDisk ? appendLinesOnDisk(uri.fsPath, lines) : this.#appendElsewhere(uri, lines),
    );
  }

  /** Replaces a whole file, never half of it. */
  async replace(path: string, content: string | Uint8Array): Promise<void> {
    await this.#write(path, (uri) =>
      this.#isOnDisk
        ? replaceFileOnDisk(uri.fsPath, content)
        : Promise.resolve(vscode.workspace.fs.writeFile(uri, bytesOf(content))),
    );
  }

  /**
   * Replaces a file by what `change` makes of it. Where another program has written it meanwhile, `change` is
   * asked again, so that nothing is written over that it has not seen.
   */
  async rewrite(path: string, change: Rewrite): Promise<void> {
    await this.#write(path, (uri) =>
      this.#isOnDisk ? rewriteFileOnDisk(uri.fsPath, change) : this.#rewriteElsewhere(path, change),
    );
  }

  /** Gives a file another path, its folders made where missing; never over a file that is there. */
  async move(from: string, to: string): Promise<void> {
    if (await this.exists(to)) {
      throw new HumanError(
        vscode.l10n.t('{0} was not renamed: there already is a file {1}, which is left as it is.', from, to),
      );
    }
    const folder = to.slice(0, to.lastIndexOf('/'));
    await this.#write(to, async () => {
      await vscode.workspace.fs.createDirectory(this.uri(folder));
      await vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite: false });
    });
  }

  /** True where there is a file or folder at a path. */
  async exists(path: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(this.uri(path));
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  }

  /** Removes a file. */
  async remove(path: string): Promise<void> {
    await this.#write(path, async (uri) => vscode.workspace.fs.delete(uri));
  }

  async #write(path: string, write: (uri: vscode.Uri) => Promise<void>): Promise<void> {
    try {
      const uri = this.uri(path);
      if (this.#isOnDisk && (await leadsOut(this.root.fsPath, uri.fsPath))) throw leadsOutOfStudy(path);
      await write(uri);
    } catch (error) {
      throw error instanceof HumanError ? error : cannotWrite(path, error);
    }
  }

  async #appendElsewhere(uri: vscode.Uri, lines: readonly string[]): Promise<void> {
    let before: Uint8Array = new Uint8Array();
    try {
      before = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    const separator = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n';
    const added = Buffer.from(separator + lines.map((line) => `${line}\n`).join(''), 'utf8');
    await vscode.workspace.fs.writeFile(uri, Buffer.concat([before, added]));
  }

  async #rewriteElsewhere(path: string, change: Rewrite): Promise<void> {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const before = await this.read(path);
      const content = await change(before);
      if (content === undefined) return;
      if (!isSame(before, await this.read(path))) continue;
      await vscode.workspace.fs.writeFile(this.uri(path), new TextEncoder().encode(content));
      return;
    }
    throw new Error('another program changes the file all the time');
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

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a && b ? Buffer.compare(a, b) === 0 : a === b;
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
