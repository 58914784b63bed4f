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
import { EditorMarks } from './editorMarks';

const none: readonly Hit[] = [];
/** How long long work rests for a document that was opened and is not yet seen, in milliseconds. */
const mostUnseen = 500;

/** Keeps the marks in visible transcripts in step with text, codebook, codings, theme and settings. */
export class Highlighter implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #types = new Map<StudySession, DecorationTypes>();
  /** The newest request for each editor; what an older one comes up with is stale. */
  readonly #newest = new WeakMap<vscode.TextEditor, object>();
  readonly #marks = new WeakMap<vscode.TextEditor, EditorMarks>();

  constructor(private readonly services: Services) {
    const { studies } = services;
    this.#disposables.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()));
    this.#disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        // The editor asks much of this process until it shows the document.
        if (studies.transcriptOf(document)) void showFirst(() => inSight(document));
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
    const { version, uri } = editor.document;
    const types = await this.#typesOf(session);
    const transcript = await session.study.transcript(path);
    const wanted = showSettings();
    const coder = this.services.shownCoders.of(editor);
    const all = wanted.codings || coder !== undefined ? await session.codings(path) : [];
    const codings = coder === undefined ? all : all.filter((one) => coderOf(one) === coder);
    const hits = wanted.hits && coder === undefined ? await session.study.hits(path) : none;
    const codebook = await session.study.codebook();
    const stale = this.#newest.get(editor) !== request || editor.document.version !== version;
    if (stale || !transcript || this.#types.get(session) !== types) return;
    const own = this.#marks.get(editor) ?? new EditorMarks();
    this.#marks.set(editor, own);
    const marks = own.show(editor, { codebook, types, text: transcript.text, codings, hits });
    this.services.shownMarks.set(coder === undefined ? uri.toString() : `${uri}#${coder}`, marks);
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
