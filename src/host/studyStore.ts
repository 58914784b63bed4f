import * as vscode from 'vscode';
import { studyFiles } from '../core/study/files';
import type { CoderIdentity } from './coder';
import { ContextKey } from './contextKey';
import { DisposableStore } from './disposables';
import { HumanError } from './errors';
import { StudySession } from './studySession';

/** A transcript document together with the study it belongs to. */
export interface OpenTranscript {
  readonly session: StudySession;
  readonly path: string;
  readonly document: vscode.TextDocument;
}

/** What changed: the session, and the paths of its files. */
export interface StudyChange {
  readonly session: StudySession;
  readonly paths: ReadonlySet<string>;
}

/** The studies among the window's folders: those with a codebook.yaml at their root. */
export class StudyStore implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #sessions = new Map<string, { session: StudySession; listener: vscode.Disposable }>();
  readonly #hasStudy = new ContextKey<boolean>('interviewCoding.hasStudy');
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<StudyChange>());
  readonly #sessionsChanged = this.#disposables.add(new vscode.EventEmitter<void>());

  /** Fires when files of a study changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when a study was opened or closed, or another one became current. */
  readonly onDidChangeSessions = this.#sessionsChanged.event;

  /** @param storage where the extension may keep what it knows of these studies; undefined where it may not */
  constructor(
    private readonly coder: CoderIdentity,
    private readonly storage: vscode.Uri | undefined,
  ) {
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()));
    const watcher = this.#disposables.add(
      vscode.workspace.createFileSystemWatcher(`**/${studyFiles.codebook}`, false, true, false),
    );
    this.#disposables.add(watcher.onDidCreate(() => void this.refresh()));
    this.#disposables.add(watcher.onDidDelete(() => void this.refresh()));
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(() => this.#followEditor()));
  }

  #current: StudySession | undefined;

  /** The study that views and commands mean: that of the active editor, else the one used last. */
  get current(): StudySession | undefined {
    return this.#current;
  }

  /** Every study of the window. */
  get all(): readonly StudySession[] {
    return [...this.#sessions.values()].map(({ session }) => session);
  }

  /** The current study, or a plain sentence that there is none. */
  needCurrent(): StudySession {
    if (this.#current) return this.#current;
    throw new HumanError(
      vscode.l10n.t('There is no study open. Open a folder that has a codebook.yaml, or choose New Study.'),
    );
  }

  /** The study transcript that a document is, if it is one. */
  transcriptOf(document: vscode.TextDocument): OpenTranscript | undefined {
    for (const { session } of this.#sessions.values()) {
      const path = session.transcriptPath(document);
      if (path !== undefined) return { session, path, document };
    }
    return undefined;
  }

  /** Finds the studies among the folders anew. */
  async refresh(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = new Map<string, vscode.WorkspaceFolder>();
    await Promise.all(
      folders.map(async (folder) => {
        if (await exists(vscode.Uri.joinPath(folder.uri, studyFiles.codebook))) {
          found.set(folder.uri.toString(), folder);
        }
      }),
    );
    for (const [key, { session, listener }] of this.#sessions) {
      if (found.has(key)) continue;
      listener.dispose();
      session.dispose();
      this.#sessions.delete(key);
    }
    for (const [key, folder] of found) {
      if (this.#sessions.has(key)) continue;
      const session = new StudySession(folder, this.coder, this.storage);
      const listener = session.onDidChange((paths) => this.#changed.fire({ session, paths }));
      this.#sessions.set(key, { session, listener });
    }
    this.#hasStudy.set(this.#sessions.size > 0);
    const known = this.all;
    if (!this.#current || !known.includes(this.#current)) this.#current = known[0];
    this.#followEditor();
    this.#sessionsChanged.fire();
  }

  dispose(): void {
    for (const { session, listener } of this.#sessions.values()) {
      listener.dispose();
      session.dispose();
    }
    this.#disposables.dispose();
  }

  #followEditor(): void {
    const document = vscode.window.activeTextEditor?.document;
    const session = document && this.transcriptOf(document)?.session;
    if (!session || session === this.#current) return;
    this.#current = session;
    this.#sessionsChanged.fire();
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
