import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import { studyProblems } from '../../core/studyProblems';
import type { CoderIdentity } from '../../host/coder';
import { Debounced } from '../../host/debounce';
import type { StudySession } from '../../host/studySession';
import { diagnosticOf, fileToShow } from './diagnostics';
import { problemsInSight } from './inSight';

const quietTime = 250;

/**
 * Checks studies in the background, once for each burst of changes, and publishes what it finds. What a check
 * finds is dropped where the study has changed meanwhile: another check is on its way then.
 */
export class ProblemsPublisher implements vscode.Disposable {
  readonly #collections = new Map<StudySession, vscode.DiagnosticCollection>();
  readonly #unchecked = new Set<StudySession>();
  readonly #checkAll = new Debounced(() => this.#checkUnchecked(), quietTime);

  constructor(
    private readonly coder: CoderIdentity,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Checks the studies that are new, and forgets those that are not among `sessions`. */
  follow(sessions: readonly StudySession[]): void {
    for (const [session, collection] of this.#collections) {
      if (sessions.includes(session)) continue;
      collection.dispose();
      this.#collections.delete(session);
      this.#unchecked.delete(session);
    }
    for (const session of sessions) {
      if (this.#collections.has(session)) continue;
      this.#collections.set(session, vscode.languages.createDiagnosticCollection('interviewCoding'));
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
        const all = await studyProblems(session.study);
        const problems = await problemsInSight(session, all, this.coder.current());
        if (!this.#unchecked.has(session)) this.#publish(session, problems);
      } catch (error) {
        this.failed(error);
      }
    }
  }

  #publish(session: StudySession, problems: readonly Problem[]): void {
    const collection = this.#collections.get(session);
    if (!collection) return;
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const problem of problems) {
      const uri = session.files.uri(fileToShow(problem)).toString();
      const diagnostics = byFile.get(uri) ?? [];
      diagnostics.push(diagnosticOf(problem));
      byFile.set(uri, diagnostics);
    }
    collection.forEach((uri) => {
      if (!byFile.has(uri.toString())) byFile.set(uri.toString(), []);
    });
    collection.set([...byFile].map(([uri, diagnostics]) => [vscode.Uri.parse(uri), diagnostics]));
  }
}
