import * as vscode from 'vscode';
import type { Mark } from '../core/highlight/marks';
import { CoderIdentity } from './coder';
import { CodingService } from './codingService';
import { registerCommand } from './commands';
import { DisposableStore } from './disposables';
import { NamesFiles } from './namesFiles';
import { ReviewService } from './reviewService';
import { ShownCoders } from './shownCoders';
import { StudyStore } from './studyStore';

/** A webview as its extension knows it. */
interface OpenWebview {
  /** What it was last given to show. */
  readonly shown: () => unknown;
  /** Takes a message as if it came from the webview. */
  readonly receive: (message: unknown) => Promise<void>;
}

/** What every feature is given. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly studies: StudyStore;
  readonly coder: CoderIdentity;
  readonly codings: CodingService;
  readonly reviews: ReviewService;
  readonly shownCoders: ShownCoders;
  readonly names: NamesFiles;
  /**
   * What each transcript's editor was last given to show, by the document's URI; of one that shows a single coder's
   * codings by URI and coder, with `#` between.
   */
  readonly shownMarks: Map<string, readonly Mark[]>;
  /** The webviews that are open, by what they show, for tests to look at and to speak for. */
  readonly webviews: Map<string, OpenWebview>;
  /** The views' contents by view id, for tests to look at. */
  readonly trees: ReadonlyMap<string, vscode.TreeDataProvider<unknown>>;
  /** Makes the view with this id from its provider. */
  registerTree<T>(
    id: string,
    provider: vscode.TreeDataProvider<T>,
    options?: Omit<vscode.TreeViewOptions<T>, 'treeDataProvider'>,
  ): vscode.TreeView<T>;
  /** Registers a command whose failures reach the person as a sentence. */
  command(id: string, run: (...args: never[]) => unknown): vscode.Disposable;
}

/** What the window shows, for tests to look at. */
export type Shown = Pick<Services, 'shownMarks' | 'trees' | 'webviews' | 'names'>;

/** Makes the services; they are disposed with the extension. */
export function createServices(context: vscode.ExtensionContext): Services {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const log = store.add(vscode.window.createOutputChannel('Interview Coding', { log: true }));
  const coder = store.add(new CoderIdentity(context.workspaceState));
  const studies = store.add(new StudyStore(coder, context.storageUri));
  const codings = new CodingService(coder);
  const command = (id: string, run: (...args: never[]) => unknown) => registerCommand(log, id, run);
  const trees = new Map<string, vscode.TreeDataProvider<unknown>>();
  return {
    context,
    log,
    studies,
    coder,
    codings,
    reviews: new ReviewService(coder, codings),
    shownCoders: store.add(new ShownCoders()),
    names: new NamesFiles(context.globalState),
    shownMarks: new Map(),
    webviews: new Map(),
    trees,
    registerTree(id, provider, options) {
      trees.set(id, provider as vscode.TreeDataProvider<unknown>);
      return vscode.window.createTreeView(id, { ...options, treeDataProvider: provider });
    },
    command,
  };
}
