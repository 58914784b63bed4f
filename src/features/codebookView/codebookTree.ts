import * as vscode from 'vscode';
import type { HitCount } from '../../core/cache/knownHits';
import { type Code, type Codebook, numberedCodes } from '../../core/codebook/codebook';
import { studyFiles } from '../../core/study/files';
import { DisposableStore } from '../../host/disposables';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { codeItem, codeTooltip } from './codeItem';
import { type CodeCount, CodingCounts } from './counts';
import { HitTotals } from './hitCounts';

/** A code in the tree: the same object for as long as the study has a code with this id. */
export interface CodeElement {
  readonly session: StudySession;
  code: Code;
}

/** What the tree shows at one time. */
interface Shown {
  readonly session: StudySession;
  readonly codebook: Codebook;
  /** The codes in the order of their keys. */
  readonly offered: ReadonlyMap<Code, number>;
}

/** More codes than this begin collapsed. */
const mostExpanded = 60;
const keys = 9;

/** The current study's codebook as a tree, with each code's key and number of codings. */
export class CodebookTree implements vscode.TreeDataProvider<CodeElement>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #counts: CodingCounts;
  readonly hits: HitTotals;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<CodeElement | undefined>());
  readonly #elements = new Map<string, CodeElement>();
  #shown: Shown | undefined;
  #totals: ReadonlyMap<string, CodeCount> | undefined;
  /** The counts of each code that were last told. */
  readonly #told = new Map<string, string>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly services: Services) {
    const { studies } = services;
    this.#counts = this.#disposables.add(new CodingCounts(services));
    this.hits = this.#disposables.add(new HitTotals(services, this.#counts));
    this.#disposables.add(
      this.#counts.onDidChange(() => {
        this.#recount();
        this.#countHits();
      }),
    );
    this.#disposables.add(this.hits.onDidChange(() => this.#recount()));
    this.#disposables.add(
      studies.onDidChangeSessions(() => {
        if (studies.current !== this.#shown?.session) this.#changed.fire(undefined);
      }),
    );
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        if (session === this.#shown?.session && paths.has(studyFiles.codebook)) void this.#reread(session);
      }),
    );
  }

  get reading(): Reading {
    return this.#counts.reading;
  }

  async getChildren(element?: CodeElement): Promise<CodeElement[]> {
    if (element) return this.#siblings(element.session, element.code.children);
    const session = this.services.studies.current;
    if (!session) {
      this.#shown = undefined;
      return [];
    }
    this.#show(session, await session.study.codebook());
    this.#counts.start();
    this.#countHits();
    return this.#siblings(session, this.#shown!.codebook.roots);
  }

  getTreeItem({ code, session }: CodeElement): vscode.TreeItem {
    const place = this.#shown?.offered.get(code);
    return codeItem(code, {
      itemId: `${session.folder.uri}#${code.id}`,
      key: place !== undefined && place <= keys ? place : undefined,
      count: this.#totals?.get(code.id),
      hits: this.#hitsOf(code),
      expanded: (this.#shown?.codebook.codes.length ?? 0) <= mostExpanded,
    });
  }

  resolveTreeItem(item: vscode.TreeItem, { code }: CodeElement): vscode.TreeItem {
    item.tooltip = codeTooltip(code, this.#totals?.get(code.id), this.#hitsOf(code));
    return item;
  }

  getParent({ session, code }: CodeElement): CodeElement | undefined {
    return code.parent && this.#element(session, code.parent);
  }

  /** The element of a code; undefined where the current codebook has none with this id. */
  async find(id: string): Promise<CodeElement | undefined> {
    const session = this.services.studies.current;
    if (!session || !this.#shown) return undefined;
    await this.#reread(session);
    const code = this.#shown.codebook.byId.get(id);
    return code && this.#element(session, code);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Retired codes stand after the others. */
  #siblings(session: StudySession, codes: readonly Code[]): CodeElement[] {
    const ordered = [...codes.filter(({ retired }) => !retired), ...codes.filter(({ retired }) => retired)];
    return ordered.map((code) => this.#element(session, code));
  }

  #element(session: StudySession, code: Code): CodeElement {
    const known = this.#elements.get(code.id);
    if (known?.session === session) {
      known.code = code;
      return known;
    }
    const element = { session, code };
    this.#elements.set(code.id, element);
    return element;
  }

  #show(session: StudySession, codebook: Codebook): void {
    if (this.#shown?.codebook === codebook) return;
    const offered = new Map(numberedCodes(codebook).map((code, index) => [code, index + 1]));
    this.#shown = { session, codebook, offered };
    for (const code of codebook.codes) {
      const known = this.#elements.get(code.id);
      if (known?.session === session) known.code = code;
    }
    for (const [id, element] of this.#elements) {
      if (element.session !== session || !codebook.byId.has(id)) this.#elements.delete(id);
    }
    this.#totals = this.#counts.of(codebook);
  }

  /** Shows a changed codebook: only the codes that read differently, unless the tree itself is another. */
  async #reread(session: StudySession): Promise<void> {
    const before = this.#shown;
    const codebook = await session.study.codebook();
    if (!before || this.#shown !== before || before.codebook === codebook) return;
    this.#show(session, codebook);
    if (structureOf(before.codebook) !== structureOf(codebook)) {
      this.#changed.fire(undefined);
      return;
    }
    for (const [index, code] of codebook.codes.entries()) {
      if (looksOf(code) !== looksOf(before.codebook.codes[index]!)) this.#fire(code.id);
    }
  }

  #countHits(): void {
    if (this.#counts.finished) this.hits.start();
  }

  /** Retired codes and those without terms have no hits to tell of. */
  #hitsOf({ id, terms, retired }: Code): HitCount | undefined {
    return terms.length > 0 && !retired ? this.hits.of(id) : undefined;
  }

  #recount(): void {
    if (!this.#shown) return;
    this.#totals = this.#counts.of(this.#shown.codebook);
    for (const code of this.#shown.codebook.codes) {
      const told = JSON.stringify([this.#totals?.get(code.id), this.#hitsOf(code)]);
      if (this.#told.get(code.id) === told) continue;
      this.#told.set(code.id, told);
      this.#fire(code.id);
    }
  }

  #fire(id: string): void {
    const element = this.#elements.get(id);
    if (element) this.#changed.fire(element);
  }
}

/** What of a codebook decides which rows there are, and in which order. */
function structureOf({ codes }: Codebook): string {
  return JSON.stringify(codes.map(({ path, retired }) => [path, retired]));
}

/** What of a code its own row and tooltip show. */
function looksOf({ parent: _parent, children: _children, range: _range, terms, ...code }: Code): string {
  return JSON.stringify([code, terms.map(({ source }) => source)]);
}
