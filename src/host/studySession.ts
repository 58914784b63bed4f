import * as vscode from 'vscode';
import { logPath } from '../core/coding/paths';
import { type ScoresInSight, scoresInSight } from '../core/maturity/verification';
import { isBlind } from '../core/review/blind';
import { type Consensus, consensusOf } from '../core/review/consensus';
import { type Discussion, discussionsOf } from '../core/review/discussion';
import { readTime } from '../core/review/times';
import { Study, type StudyCoding, type StudyReview } from '../core/study';
import { studyFolders } from '../core/study/files';
import { normalizeLineEnds } from '../core/text/decode';
import type { Transcript } from '../core/transcript/transcript';
import type { CoderIdentity } from './coder';
import { Debounced } from './debounce';
import { DiskWatcher } from './diskWatcher';
import { DisposableStore } from './disposables';
import { editsOf } from './documentEdits';
import { FolderStore } from './fileStore';
import { KeptHits } from './keptHits';
import { GitTexts } from './oldTexts';
import { nodeSha256 } from './sha256';

const watched =
  '{codebook*.yaml,study*.yaml,maturity*.yaml,transcripts/**,codings/**,history/**,reviews/**,scores/**,notes/**,summaries/**}';
const studyPath =
  /^(?:(?:codebook|study|maturity)[^/]*\.yaml|(?:transcripts|codings|history|reviews|scores|notes|summaries)(?:\/.*)?)$/;
/**
 * How long after the last key those who listen hear of what is typed, in milliseconds. The editor itself moves its marks
 * along with the text.
 */
const typingPause = 300;
const transcriptPath = /^transcripts\/.+\.(?:txt|md|transcript)$/i;

/** True where a path of a study is that of a transcript. */
export function isTranscriptPath(path: string): boolean {
  return transcriptPath.test(path);
}

/** One study open in this window: its files, what was read of them, and word of what changes. */
export class StudySession implements vscode.Disposable {
  readonly files: FolderStore;
  readonly study: Study;
  /** What is known of its hits from earlier sessions. */
  readonly hits: KeptHits;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<ReadonlySet<string>>());
  readonly #pending = new Set<string>();
  #viewer: string | undefined;
  /** The texts of open documents before the next change, to tell where that is in them. */
  readonly #texts = new WeakMap<vscode.TextDocument, string>();
  readonly #announce = this.#disposables.add(new Debounced(async () => this.#fire(), 30, 300));
  readonly #announceTyping = this.#disposables.add(new Debounced(async () => this.#fire(), typingPause));

  /** Fires with the paths of files that changed, came or went; the study has forgotten them by then. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    private readonly coder: CoderIdentity,
    storage: vscode.Uri | undefined,
  ) {
    this.#viewer = coder.current();
    this.files = new FolderStore(folder.uri);
    this.hits = new KeptHits(storage, folder.uri);
    this.study = new Study(this.files, {
      sha256: nodeSha256,
      knownHits: this.hits.known,
      oldTexts: new GitTexts((path) => this.files.uri(path)),
    });
    this.#disposables.add(this.#watchFiles());
    this.#disposables.add(coder.onDidChange(() => void this.#showOthers()));
    for (const document of vscode.workspace.textDocuments) this.#follow(document);
    this.#disposables.add(vscode.workspace.onDidOpenTextDocument((document) => this.#follow(document)));
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#follow(document, contentChanges);
      }),
    );
    this.#disposables.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.recheckFolders();
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        const path = this.#followedPath(document);
        if (!path) return;
        this.study.setOpenText(path, undefined);
        this.changed([path]);
      }),
    );
  }

  /**
   * Looks which files have come and gone. File watchers miss what happens in folders that were just made, as
   * by a git pull that brings a colleague's first codings.
   */
  async recheckFolders(): Promise<void> {
    for (const folder of studyFolders) {
      const before = new Set((await this.study.readFolder(folder)).value);
      this.study.invalidate([`${folder}/`]);
      const after = new Set((await this.study.readFolder(folder)).value);
      const differing = [...after]
        .filter((path) => !before.has(path))
        .concat([...before].filter((path) => !after.has(path)));
      if (differing.length > 0) this.changed(differing);
    }
  }

  /** The study path of a transcript document; undefined for any other document. */
  transcriptPath(document: vscode.TextDocument): string | undefined {
    const path = this.files.pathOf(document.uri);
    return path && isTranscriptPath(path) ? path : undefined;
  }

  /** The transcript of an open document, as the document now reads. */
  async transcript(document: vscode.TextDocument): Promise<Transcript | undefined> {
    const path = this.transcriptPath(document);
    return path === undefined ? undefined : this.study.transcript(path);
  }

  /** The coder at the screen, where they code again what they have coded before, without seeing that. */
  get laterCoder(): string | undefined {
    const coder = this.coder.current();
    return codesAgain(coder) ? coder : undefined;
  }

  /** True where the coder at the screen is to code a transcript without seeing what others coded in it. */
  async isBlind(path: string): Promise<boolean> {
    const viewer = this.coder.current();
    const rounds = (await this.study.rounds()).get(path) ?? [];
    if (rounds.length === 0 && this.laterCoder === undefined) return false;
    return isBlind(viewer, rounds, (await this.study.progress()).get(path) ?? new Map());
  }

  /** The transcripts that the coder at the screen is to code without seeing what others coded in them. */
  async blindTranscripts(): Promise<string[]> {
    const rounds = [...(await this.study.rounds()).keys()];
    const paths = this.laterCoder === undefined ? rounds : await this.study.transcriptPaths();
    const blind = await Promise.all(paths.map((path) => this.isBlind(path)));
    return paths.filter((_, index) => blind[index]);
  }

  /** The codings of a transcript that the coder at the screen may see: all, or only their own while they code blind. */
  async codings(path: string): Promise<readonly StudyCoding[]> {
    const codings = await this.study.codings(path);
    if (!(await this.isBlind(path))) return codings;
    const coder = this.coder.current();
    const own = coder === undefined ? undefined : logPath(coder, path);
    return codings.filter(({ log }) => log === own);
  }

  /** What reviewers say of a transcript's codings, as far as the coder may see it: nothing while they code blind. */
  async reviews(path: string): Promise<readonly StudyReview[]> {
    return (await this.isBlind(path)) ? [] : this.study.reviews(path);
  }

  /** As much of the scores as the person at the screen may see; see `scoresInSight`. */
  async scores(): Promise<ScoresInSight> {
    const [scores, coders] = await Promise.all([this.study.scores(), this.study.coders()]);
    return scoresInSight(scores, coders, this.coder.current());
  }

  /** What is said of a transcript's codings, by coding, as far as the coder may see it: nothing while they code blind. */
  async discussions(path: string): Promise<ReadonlyMap<string, Discussion>> {
    return discussionsOf(await this.reviews(path));
  }

  /** What coders have settled in a transcript, as far as the coder at the screen may see it: nothing while blind. */
  async consensus(path: string): Promise<Consensus> {
    if (await this.isBlind(path)) return consensusOf([], []);
    return consensusOf(await this.study.codings(path), await this.study.reviews(path));
  }

  /** Says that files have changed, come or gone; those who listen hear of many at once. */
  changed(paths: Iterable<string>): void {
    const list = [...paths];
    this.study.invalidate(list);
    this.#tellSoon(list);
  }

  /** Says that this window has just written files; those who listen hear of it before the editor goes on. */
  wrote(paths: Iterable<string>): void {
    const list = [...paths];
    this.study.invalidateContent(list);
    for (const path of list) this.#pending.add(path);
    this.#fire();
  }

  #tellSoon(paths: Iterable<string>): void {
    for (const path of paths) this.#pending.add(path);
    this.#announce.trigger();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Who sees what depends on who is coding. */
  async #showOthers(): Promise<void> {
    const viewers = [this.#viewer, this.coder.current()];
    this.#viewer = this.coder.current();
    const rounds = await this.study.rounds();
    const transcripts = viewers.some(codesAgain) ? await this.study.transcriptPaths() : [...rounds.keys()];
    const paths = [...transcripts, ...(await this.study.scorePaths())];
    if (paths.length > 0) this.changed(paths);
  }

  #watchFiles(): vscode.Disposable {
    const { uri } = this.folder;
    if (uri.scheme === 'file' && process.platform === 'linux') {
      return new DiskWatcher(
        uri.fsPath,
        (path) => studyPath.test(path),
        (paths, cameOrWent) => {
          if (cameOrWent) this.changed(paths);
          else {
            this.study.invalidateContent(paths);
            this.#tellSoon(paths);
          }
        },
      );
    }
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(this.folder, watched),
    );
    const touched = (changed: vscode.Uri) => {
      const path = this.files.pathOf(changed);
      if (path) this.changed([path]);
    };
    watcher.onDidChange(touched);
    watcher.onDidCreate(touched);
    watcher.onDidDelete(touched);
    return watcher;
  }

  /** An open transcript, YAML file or notes are read as it stands in the editor, saved or not. */
  #follow(document: vscode.TextDocument, changes?: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const path = this.#followedPath(document);
    if (!path) return;
    const before = this.#texts.get(document);
    const text = normalizeLineEnds(document.getText());
    this.#texts.set(document, text);
    const edits = changes && before !== undefined ? editsOf(before, changes) : undefined;
    this.study.setOpenText(path, text, edits);
    this.study.invalidateContent([path]);
    this.#pending.add(path);
    this.#announceTyping.trigger();
  }

  #followedPath(document: vscode.TextDocument): string | undefined {
    const path = this.files.pathOf(document.uri);
    return path && (isTranscriptPath(path) || /^(?:(?:scores\/)?[^/]+\.ya?ml|notes\/[^/]+\.md)$/.test(path))
      ? path
      : undefined;
  }

  #fire(): void {
    const paths = new Set(this.#pending);
    this.#pending.clear();
    this.#changed.fire(paths);
  }
}

function codesAgain(coder: string | undefined): boolean {
  return coder !== undefined && readTime(coder).time > 1;
}
