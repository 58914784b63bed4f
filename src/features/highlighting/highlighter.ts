import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { findOverlaps } from '../../core/highlight/overlap';
import { studyFiles } from '../../core/study';
import { affects, showSettings } from '../../host/config';
import { DisposableStore } from '../../host/disposables';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { OpenTranscript } from '../../host/studyStore';
import { DecorationTypes } from './decorations';

/** An editor cannot show more marks than this without becoming slow; nobody reads so many in one text. */
const mostMarks = 20_000;

/** What one editor is to show: ranges by decoration type. */
type Marks = Map<vscode.TextEditorDecorationType, vscode.DecorationOptions[]>;

/** Keeps the marks in visible transcripts in step with text, codebook, codings, theme and settings. */
export class Highlighter implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #types = new Map<StudySession, DecorationTypes>();
  /** The newest request for each editor; what an older one comes up with is stale. */
  readonly #newest = new WeakMap<vscode.TextEditor, object>();

  constructor(private readonly services: Services) {
    const { studies } = services;
    this.#disposables.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#showAll()));
    this.#disposables.add(vscode.window.onDidChangeActiveColorTheme(() => this.#forgetTypes()));
    this.#disposables.add(studies.onDidChangeSessions(() => this.#showAll()));
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
      if (transcript && wanted(transcript)) void this.#show(editor, transcript);
    }
  }

  async #show(editor: vscode.TextEditor, transcript: OpenTranscript): Promise<void> {
    const request = {};
    this.#newest.set(editor, request);
    const { version } = editor.document;
    const types = await this.#typesOf(transcript.session);
    const marks = await collectMarks(transcript, types);
    const stale = this.#newest.get(editor) !== request || editor.document.version !== version;
    if (stale || this.#types.get(transcript.session) !== types) return;
    for (const type of [...types.all(), types.overlap]) editor.setDecorations(type, marks.get(type) ?? []);
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

/** True where a change of these files shows in this transcript. */
function concerns(paths: ReadonlySet<string>, transcriptPath: string): boolean {
  const log = `${transcriptPath.replace(/^transcripts\//, '')}.jsonl`;
  for (const path of paths) {
    if (path === studyFiles.codebook || path === studyFiles.scale || path === transcriptPath) return true;
    if (path.startsWith('codings/') && path.endsWith(`/${log}`)) return true;
  }
  return false;
}

async function collectMarks({ session, path }: OpenTranscript, types: DecorationTypes): Promise<Marks> {
  const show = showSettings();
  const marks: Marks = new Map();
  const transcript = await session.study.transcript(path);
  if (!transcript) return marks;
  const bridge = new RangeBridge(transcript.text);
  let left = mostMarks;
  const mark = (type: vscode.TextEditorDecorationType, options: vscode.DecorationOptions) => {
    if (left-- <= 0) return;
    const list = marks.get(type);
    if (list) list.push(options);
    else marks.set(type, [options]);
  };
  if (show.codings) {
    const placed = (await session.study.codings(path)).filter(isPlaced);
    for (const one of placed) mark(types.of(one.coding.code).coding, { range: bridge.toEditor(one) });
    for (const overlap of findOverlaps(placed)) {
      const contentText = String(overlap.count);
      mark(types.overlap, { range: bridge.toEditor(overlap), renderOptions: { after: { contentText } } });
    }
  }
  if (show.hits) {
    for (const hit of await session.study.hits(path)) {
      const { hit: plain, negatedHit } = types.of(hit.code);
      mark(hit.negated ? negatedHit : plain, { range: bridge.toEditor(hit) });
    }
  }
  return marks;
}
