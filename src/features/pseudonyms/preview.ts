import { posix } from 'node:path';
import * as vscode from 'vscode';
import { parseLogPath } from '../../core/coding/paths';
import { logWriter } from '../../core/copies';
import { namePatterns, pseudonymPatterns } from '../../core/pseudonyms/names';
import { replaceInStudy } from '../../core/pseudonyms/replaceInStudy';
import { parseReviewPath } from '../../core/review/paths';
import { studyFolders } from '../../core/study/files';
import { compareStrings } from '../../core/text/compare';
import { decodeText } from '../../core/text/decode';
import { longWork } from '../../host/longWork';
import type { Services } from '../../host/services';
import { nodeSha256 } from '../../host/sha256';
import type { StudySession } from '../../host/studySession';
import { type NamesRequest, needNames, needSaved } from './askNames';
import type { NameProblems } from './nameProblems';

const scheme = 'interview-coding-pseudonyms';

/** Shows every file in which names would be replaced beside what would come there, in the editor's own comparison. */
export class PseudonymPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** What would come in each file, by its uri; of the last preview only. */
  #texts: ReadonlyMap<string, string> = new Map();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(
    private readonly services: Services,
    private readonly problems: NameProblems,
  ) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** The files that are shown, with what would come in them. */
  async open(request: NamesRequest): Promise<readonly [vscode.Uri, vscode.Uri][] | undefined> {
    const session = this.services.studies.needCurrent();
    needSaved(session);
    const read = await needNames(this.services, session, this.problems, request);
    if (!read) return undefined;
    const { names } = read;
    const direction = {
      patterns: namePatterns(names),
      inverse: pseudonymPatterns(names),
      withHistory: false,
    };
    const replaced = await longWork(vscode.l10n.t('Replacing names'), (pace) =>
      replaceInStudy(session.files, direction, { sha256: nodeSha256 }, pace),
    );
    if (!replaced) return undefined;
    const isHidden = await hiddenLogs(this.services, session);
    const texts = new Map<string, string>();
    const pairs: [vscode.Uri, vscode.Uri][] = [];
    for (const [path, to] of [...replaced.paths].sort(byFolder)) {
      const bytes = replaced.files.get(to);
      const text = bytes ? decodeText(bytes).text : '';
      if (isHidden(path) || (to === path && text === replaced.before.get(path))) continue;
      // With the path of the file, or the editor takes it for one that was renamed.
      const uri = vscode.Uri.from({ scheme, path: session.files.uri(to).path });
      texts.set(uri.toString(), text);
      pairs.push([session.files.uri(path), uri]);
    }
    this.#texts = texts;
    for (const [, uri] of pairs) this.#changed.fire(uri);
    await this.#show(posix.basename(session.folder.uri.path), pairs);
    return pairs;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #show(study: string, pairs: readonly [vscode.Uri, vscode.Uri][]): Promise<void> {
    if (pairs.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('None of these names stands in the study.'));
      return;
    }
    const title = vscode.l10n.t('Pseudonyms in {0}', study);
    const resources = pairs.map(([from, to]) => [from, from, to]);
    await vscode.commands.executeCommand('vscode.changes', title, resources);
  }
}

/** What people said comes first, then what was made of it. */
function byFolder([a]: readonly [string, string], [b]: readonly [string, string]): number {
  const rank = (path: string) => {
    const index = studyFolders.findIndex((folder) => path.startsWith(`${folder}/`));
    return index === -1 ? studyFolders.length : index;
  };
  return rank(a) - rank(b) || compareStrings(a, b);
}

/** Tells which logs are of others on interviews that the coder at the screen codes blind. */
async function hiddenLogs({ coder }: Services, session: StudySession): Promise<(path: string) => boolean> {
  const blind = new Set(await session.blindTranscripts());
  return (path) => {
    const transcript = parseLogPath(path)?.transcript ?? parseReviewPath(path)?.transcript;
    return transcript !== undefined && blind.has(transcript) && logWriter(path) !== coder.current();
  };
}
