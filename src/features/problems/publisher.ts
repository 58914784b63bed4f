import * as vscode from 'vscode';
import { sameItems } from '../../core/cache/same';
import type { Problem } from '../../core/problem';
import { studyFiles } from '../../core/study/files';
import { ProblemFinder } from '../../core/studyProblems';
import { groupBy } from '../../core/summary/groupBy';
import { Breather } from '../../host/breather';
import type { CoderIdentity } from '../../host/coder';
import { Debounced } from '../../host/debounce';
import { diagnosticOf } from '../../host/diagnostics';
import type { StudySession } from '../../host/studySession';
import { problemsInSight } from './inSight';

const quietTime = 250;

/** What is published of a study: the problems shown in each file, by its URI. */
interface Published {
  readonly finder: ProblemFinder;
  readonly collection: vscode.DiagnosticCollection;
  problems: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * Checks studies in the background, once for each burst of changes, and publishes what it finds. What a check
 * finds is dropped where the study has changed meanwhile: another check is on its way then.
 */
export class ProblemsPublisher implements vscode.Disposable {
  readonly #published = new Map<StudySession, Published>();
  readonly #unchecked = new Set<StudySession>();
  readonly #checkAll = new Debounced(() => this.#checkUnchecked(), quietTime);

  constructor(
    private readonly coder: CoderIdentity,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Checks the studies that are new, and forgets those that are not among `sessions`. */
  follow(sessions: readonly StudySession[]): void {
    for (const [session, { collection }] of this.#published) {
      if (sessions.includes(session)) continue;
      collection.dispose();
      this.#published.delete(session);
      this.#unchecked.delete(session);
    }
    for (const session of sessions) {
      if (this.#published.has(session)) continue;
      const collection = vscode.languages.createDiagnosticCollection('interviewCoding');
      this.#published.set(session, {
        finder: new ProblemFinder(session.study),
        collection,
        problems: new Map(),
      });
      this.check(session);
    }
  }

  /** Checks a study soon. */
  check(session: StudySession): void {
    this.#unchecked.add(session);
    this.#checkAll.trigger();
  }

  dispose(): void {
    this.#checkAll.dispose();
    this.follow([]);
  }

  async #checkUnchecked(): Promise<void> {
    for (const session of [...this.#unchecked]) {
      this.#unchecked.delete(session);
      try {
        const all = await this.#published.get(session)?.finder.find(new Breather());
        const problems = all && (await problemsInSight(session, all, this.coder.current()));
        if (problems && !this.#unchecked.has(session)) this.#publish(session, problems);
      } catch (error) {
        this.failed(error);
      }
    }
  }

  /** Only the files whose problems are others than before are told of. */
  #publish(session: StudySession, problems: readonly Problem[]): void {
    const published = this.#published.get(session);
    if (!published) return;
    const before = published.problems;
    const now = groupBy(problems, (problem) => session.files.uri(fileToShow(problem)).toString());
    published.problems = now;
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (uri) => !sameItems(before.get(uri) ?? [], now.get(uri) ?? []),
    );
    published.collection.set(
      changed.map((uri) => [vscode.Uri.parse(uri), (now.get(uri) ?? []).map(diagnosticOf)]),
    );
  }
}

/** The file to show a problem in: its own, or the codebook for one of a folder, which cannot be opened. */
function fileToShow({ file }: Problem): string {
  return file.includes('.') ? file : studyFiles.codebook;
}
