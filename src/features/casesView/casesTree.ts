import * as vscode from 'vscode';
import { sameItems } from '../../core/cache/same';
import { emptySettings } from '../../core/settings/settings';
import { studyFiles } from '../../core/study/files';
import { groupBy } from '../../core/summary/groupBy';
import { compareStrings } from '../../core/text/compare';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { scoresOf, summariesOf } from './caseParts';
import type { CaseElement, Element } from './elements';
import { type InterviewRow, isListed, readInterview } from './interview';
import { itemOf, type Names } from './items';

/** The cases of the current study with their interviews, exported summaries and maturity scores. */
export class CasesTree implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #interviews: PerTranscript<InterviewRow>;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<Element | undefined>());
  #session: StudySession | undefined;
  #cases: readonly CaseElement[] = [];
  /** Whether interviews were being read when the cases were last shown. */
  #wasReading = false;
  #names: Names = { settings: emptySettings, scale: undefined };

  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ studies, log }: Services) {
    this.#session = studies.current;
    this.#interviews = this.#disposables.add(new PerTranscript(studies, readInterview, log));
    this.#disposables.add(this.#interviews.onDidChange(() => void this.#update()));
    this.#disposables.add(
      studies.onDidChangeSessions(() => {
        if (studies.current === this.#session) return;
        this.#session = studies.current;
        this.#changed.fire(undefined);
      }),
    );
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        if (session === this.#session) this.#hear(paths);
      }),
    );
  }

  get reading(): Reading {
    return this.#interviews;
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (!element) {
      await this.#interviews.start();
      this.#wasReading = this.#interviews.reading !== undefined;
      this.#cases = await this.#readCases();
      return [...this.#cases];
    }
    switch (element.kind) {
      case 'case':
        return this.#partsOf(element);
      case 'summaries':
        return summariesOf(element.in);
      case 'maturity':
        return scoresOf(element.in);
      default:
        return [];
    }
  }

  getTreeItem(element: Element): vscode.TreeItem {
    return itemOf(element, this.#names, { alone: this.#cases.length === 1, reading: this.#wasReading });
  }

  getParent(element: Element): Element | undefined {
    switch (element.kind) {
      case 'case':
        return undefined;
      case 'summary':
        return { kind: 'summaries', in: element.in };
      case 'score':
        return { kind: 'maturity', in: element.in };
      default:
        return element.in;
    }
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #partsOf(element: CaseElement): Promise<Element[]> {
    const [summaries, scores] = await Promise.all([summariesOf(element), scoresOf(element)]);
    return [
      ...element.interviews.map((interview) => ({ kind: 'interview', in: element, interview }) as const),
      ...(summaries.length > 0 ? [{ kind: 'summaries', in: element } as const] : []),
      ...(scores.length > 0 ? [{ kind: 'maturity', in: element } as const] : []),
    ];
  }

  #hear(paths: ReadonlySet<string>): void {
    if (paths.has(studyFiles.settings) || paths.has(studyFiles.scale)) this.#changed.fire(undefined);
    else if ([...paths].some((path) => /^(?:summaries|scores)(?:\/|$)/.test(path))) {
      for (const element of this.#cases) this.#changed.fire(element);
    }
  }

  /** Shows the cases whose interviews changed; all where there are other cases than before, or all have been read. */
  async #update(): Promise<void> {
    const before = this.#cases.map((element) => ({ element, interviews: element.interviews }));
    const cases = await this.#readCases();
    const wasReading = this.#wasReading;
    this.#wasReading = this.#interviews.reading !== undefined;
    const same = cases.length === before.length && cases.every((one, at) => one === before[at]!.element);
    this.#cases = cases;
    if (!same || wasReading !== this.#wasReading) this.#changed.fire(undefined);
    else {
      for (const { element, interviews } of before) {
        if (!sameItems(element.interviews, interviews)) this.#changed.fire(element);
      }
    }
  }

  /** The cases of study.yaml in its order, then others that interviews name. */
  async #readCases(): Promise<CaseElement[]> {
    const session = this.#session;
    if (!session) return [];
    const [settings, scale] = await Promise.all([session.study.settings(), session.study.scale()]);
    this.#names = { settings, scale };
    const listed = [...this.#interviews.values.values()].filter(isListed);
    const byCase = groupBy(
      listed.sort((a, b) => compareStrings(a.path, b.path)),
      (interview) => interview.case,
    );
    const others = [...byCase.keys()].sort(compareStrings);
    const named = others.filter((id) => id !== '');
    const ids = new Set([...settings.cases.map(({ id }) => id), ...named, ...others]);
    return [...ids].map((caseId) => this.#caseElement(session, caseId, byCase.get(caseId) ?? []));
  }

  #caseElement(session: StudySession, caseId: string, interviews: readonly InterviewRow[]): CaseElement {
    const known = this.#cases.find((one) => one.session === session && one.caseId === caseId);
    if (!known) return { kind: 'case', session, caseId, interviews };
    known.interviews = interviews;
    return known;
  }
}
