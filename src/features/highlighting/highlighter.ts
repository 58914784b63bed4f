import * as vscode from 'vscode';
import { coderOf } from '../../core/coding/paths';
import { parseProgressPath } from '../../core/review/paths';
import { studyFiles } from '../../core/study/files';
import type { Hit } from '../../core/terms/matcher';
import { showFirst } from '../../host/breather';
import { affects, showSettings } from '../../host/config';
import { DisposableStore } from '../../host/disposables';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { OpenTranscript } from '../../host/studyStore';
import { DecorationTypes } from './decorations';
import { EditorMarks, type ToShow } from './editorMarks';

const none: readonly Hit[] = [];
/** How long long work rests for a document that was opened and is not yet seen, in milliseconds. */
const mostUnseen = 1_000;
/** How long hits wait for the codings of their transcript, in milliseconds. */
const patience = 100;

/** Keeps the marks in visible transcripts in step with text, codebook, codings, theme and settings. */
export class Highlighter implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #types = new Map<StudySession, DecorationTypes>();
  /** The newest request for each editor; what an older one comes up with is stale. */
  readonly #newest = new WeakMap<vscode.TextEditor, object>();
  readonly #marks = new WeakMap<vscode.TextEditor, EditorMarks>();
  /** Those of documents that were opened and are not yet seen. */
  readonly #prepared = new WeakMap<vscode.TextDocument, EditorMarks>();

  constructor(private readonly services: Services) {
    const { studies } = services;
    this.#disposables.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()));
    this.#disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        const transcript = studies.transcriptOf(document);
        // The editor asks much of this process until it shows the document; meanwhile its marks are found.
        if (transcript) void showFirst(() => Promise.all([inSight(document), this.#prepare(transcript)]));
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.#marks.get(editor)?.edit(contentChanges);
        }
      }),
    );
    this.#disposables.add(vscode.window.onDidChangeActiveColorTheme(() => this.#forgetTypes()));
    this.#disposables.add(studies.onDidChangeSessions(() => this.#showAll()));
    this.#disposables.add(services.shownCoders.onDidChange(() => this.#showAll()));
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        if (paths.has(studyFiles.codebook)) this.#forgetTypesOf(session);
        this.#showAll((transcript) => transcript.session === session && concerns(paths, transcript.path));
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'show')) this.#showAll();
      }),
    );
    this.#showAll();
  }

  dispose(): void {
    for (const types of this.#types.values()) types.dispose();
    this.#disposables.dispose();
  }

  #showAll(wanted: (transcript: OpenTranscript) => boolean = () => true): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const transcript = this.services.studies.transcriptOf(editor.document);
      if (!transcript || !wanted(transcript)) continue;
      // One that was just opened is waited for.
      if (this.#marks.has(editor)) void this.#show(editor, transcript);
      else void showFirst(() => this.#show(editor, transcript));
    }
  }

  async #show(editor: vscode.TextEditor, { session, path }: OpenTranscript): Promise<void> {
    const request = {};
    this.#newest.set(editor, request);
    const { version } = editor.document;
    const coder = this.services.shownCoders.of(editor);
    const put = (toShow: ToShow | undefined) => {
      const stale = this.#newest.get(editor) !== request || editor.document.version !== version;
      if (stale || !toShow || this.#types.get(session) !== toShow.types) return;
      this.#put(editor, toShow, coder);
    };
    const whole = this.#read(session, path, coder);
    // Who may see which codings can depend on all transcripts; a text that shows nothing yet need not wait for that.
    if (!this.#marks.has(editor) && (await isLate(whole))) {
      put(await this.#read(session, path, coder, async () => []));
    }
    put(await whole);
  }

  #put(editor: vscode.TextEditor, toShow: ToShow, coder: string | undefined): void {
    const { document } = editor;
    const own = this.#marks.get(editor) ?? this.#prepared.get(document) ?? new EditorMarks();
    this.#prepared.delete(document);
    this.#marks.set(editor, own);
    const uri = document.uri.toString();
    this.services.shownMarks.set(coder === undefined ? uri : `${uri}#${coder}`, own.show(editor, toShow));
  }

  /** Finds the marks of a transcript that is about to be seen. */
  async #prepare({ session, path, document }: OpenTranscript): Promise<void> {
    const toShow = await this.#read(session, path);
    if (!toShow || this.#types.get(session) !== toShow.types) return;
    const marks = new EditorMarks();
    marks.find(toShow);
    this.#prepared.set(document, marks);
  }

  /**
   * What an editor is to show of a transcript; undefined where it cannot be read.
   * @param coder where the editor shows the codings of one coder alone
   */
  async #read(
    session: StudySession,
    path: string,
    coder?: string,
    codingsOf = (wanted: string) => session.codings(wanted),
  ): Promise<ToShow | undefined> {
    const { study } = session;
    const wanted = showSettings();
    const [types, codebook, transcript, all, hits] = await Promise.all([
      this.#typesOf(session),
      study.codebook(),
      study.transcript(path),
      wanted.codings || coder !== undefined ? codingsOf(path) : [],
      wanted.hits && coder === undefined ? study.hits(path) : none,
    ]);
    const codings = coder === undefined ? all : all.filter((one) => coderOf(one) === coder);
    return transcript && { codebook, types, text: transcript.text, codings, hits };
  }

  async #typesOf(session: StudySession): Promise<DecorationTypes> {
    const codebook = await session.study.codebook();
    let types = this.#types.get(session);
    if (!types) {
      types = new DecorationTypes(codebook, vscode.window.activeColorTheme);
      this.#types.set(session, types);
    }
    return types;
  }

  #forgetTypes(): void {
    for (const session of [...this.#types.keys()]) this.#forgetTypesOf(session);
    this.#showAll();
  }

  #forgetTypesOf(session: StudySession): void {
    this.#types.get(session)?.dispose();
    this.#types.delete(session);
  }
}

/** Resolves when a document that was opened is seen in an editor, or after a moment: it may be for no one to see. */
function inSight(document: vscode.TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const seen = vscode.window.onDidChangeVisibleTextEditors((editors) => {
      if (editors.some((editor) => editor.document === document)) done();
    });
    const timer = setTimeout(() => done(), mostUnseen);
    const done = () => {
      seen.dispose();
      clearTimeout(timer);
      resolve();
    };
  });
}

/** True where a promise is not settled within a moment. */
function isLate(promise: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(true), patience);
    promise.then(() => resolve(false), reject).finally(() => clearTimeout(timer));
  });
}

/** True where a change of these files shows in this transcript. */
function concerns(paths: ReadonlySet<string>, transcriptPath: string): boolean {
  const log = `${transcriptPath.replace(/^transcripts\//, '')}.jsonl`;
  for (const path of paths) {
    if ((Object.values(studyFiles) as string[]).includes(path) || path === transcriptPath) return true;
    if (parseProgressPath(path) !== undefined) return true;
    if (path.startsWith('codings/') && path.endsWith(`/${log}`)) return true;
  }
  return false;
}
