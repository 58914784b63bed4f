import * as vscode from 'vscode';
import { emptyCodebook } from '../../core/codebook/codebook';
import { emptySettings } from '../../core/settings/settings';
import { studyFiles } from '../../core/study';
import { compareStrings } from '../../core/text/compare';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { filterOf, type QuoteFilter } from './filter';
import { type Grouping, groupRows, type Names, type QuoteGroup, sameRows } from './grouping';
import { groupItem, quoteItem, quoteTooltip, repairItem } from './quoteItem';
import { countRows, isToAnswer, type QuoteRow, readRows } from './quoteRow';

type QuoteElement = QuoteGroup | QuoteRow;

/** What the tree shows: how it is grouped and filtered, and how many of all quotes that leaves. */
export interface ShownQuotes {
  readonly by: Grouping;
  readonly filter: QuoteFilter;
  readonly shown: number;
  readonly all: number;
  /** How many of all have something for the person at the screen to answer. */
  readonly toAnswer: number;
  /** How many transcripts hide other coders' quotes, since the coder at the screen codes them blind. */
  readonly hidden: number;
  readonly names: Names;
}

/** Every quote of the current study, grouped and filtered; filled in while transcripts are read. */
export class QuotesTree implements vscode.TreeDataProvider<QuoteElement>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #rows: PerTranscript<readonly QuoteRow[]>;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<QuoteElement | undefined>());
  readonly #shownChanged = this.#disposables.add(new vscode.EventEmitter<ShownQuotes>());
  #session: StudySession | undefined;
  #groups: readonly QuoteGroup[] = [];
  #known = new Map<string, QuoteGroup>();
  #shown: ShownQuotes;
  /** Counts the builds of the tree; one that was overtaken by another is dropped. */
  #build = 0;
  #everything = false;
  #rebuilt = Promise.resolve();

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires when the grouping, the filter or the number of quotes changed. */
  readonly onDidChangeShown = this.#shownChanged.event;

  constructor(
    private readonly services: Services,
    by: Grouping,
  ) {
    const names = { codebook: emptyCodebook, settings: emptySettings, coder: undefined };
    this.#shown = { by, filter: {}, shown: 0, all: 0, toAnswer: 0, hidden: 0, names };
    const { studies, coder, log } = services;
    this.#session = studies.current;
    this.#rows = this.#disposables.add(new PerTranscript(studies, readRows, log));
    this.#disposables.add(this.#rows.onDidChange(() => void this.show()));
    this.#disposables.add(coder.onDidChange(() => void this.show({})));
    this.#disposables.add(studies.onDidChangeSessions(() => this.#follow()));
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        const renamed = paths.has(studyFiles.codebook) || paths.has(studyFiles.settings);
        if (session === this.#session && renamed) void this.show({});
      }),
    );
  }

  get shown(): ShownQuotes {
    return this.#shown;
  }

  /** Groups the quotes anew, perhaps in another way; only groups that changed are shown again where that will do. */
  show(wanted?: Partial<Pick<ShownQuotes, 'by' | 'filter'>>): Promise<void> {
    this.#rebuilt = this.#rebuild(wanted);
    return this.#rebuilt;
  }

  async getChildren(element?: QuoteElement): Promise<QuoteElement[]> {
    if (element?.kind === 'quote') return [];
    if (element) return [...(element.subgroups.length > 0 ? element.subgroups : element.rows)];
    await this.#rows.start();
    await this.#rebuilt;
    return [...this.#groups];
  }

  getTreeItem(element: QuoteElement): vscode.TreeItem {
    const { by, names } = this.#shown;
    if (element.kind === 'group')
      return groupItem(element, names, `${this.#session?.folder.uri}${element.id}`);
    const own = this.services.codings.isOwn(element.coding);
    return element.toRepair ? repairItem(element, names, own) : quoteItem(element, names, by !== 'code', own);
  }

  resolveTreeItem(item: vscode.TreeItem, element: QuoteElement): vscode.TreeItem {
    if (element.kind === 'quote') {
      const own = this.services.codings.isOwn(element.coding);
      item.tooltip = quoteTooltip(element, this.#shown.names, own);
    }
    return item;
  }

  getParent(element: QuoteElement): QuoteGroup | undefined {
    if (element.kind === 'group')
      return element.parent === undefined ? undefined : this.#known.get(element.parent);
    const holds = ({ rows }: QuoteGroup) => rows.includes(element);
    const group = this.#groups.find(holds);
    return group?.subgroups.find(holds) ?? group;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(): void {
    const { current } = this.services.studies;
    if (current === this.#session) return;
    this.#session = current;
    void this.show({ filter: {} });
  }

  async #rebuild(wanted?: Partial<Pick<ShownQuotes, 'by' | 'filter'>>): Promise<void> {
    const build = ++this.#build;
    if (wanted) {
      this.#everything = true;
      this.#shown = { ...this.#shown, ...wanted };
    }
    const names = await this.#readNames();
    const hidden = (await this.#session?.blindTranscripts())?.length ?? 0;
    if (build !== this.#build) return;
    const { by, filter } = this.#shown;
    const all = [...this.#rows.values.keys()]
      .sort(compareStrings)
      .flatMap((path) => this.#rows.values.get(path)!);
    const rows = all.filter(filterOf(filter, names.codebook));
    const groups = groupRows(rows, by, names);
    const toAnswer = all.filter((row) => isToAnswer(row, names.coder)).length;
    const counts = { shown: countRows(rows), all: countRows(all) };
    this.#shown = { ...this.#shown, names, ...counts, toAnswer, hidden };
    this.#replace(groups);
    this.#shownChanged.fire(this.#shown);
  }

  async #readNames(): Promise<Names> {
    const coder = this.services.coder.current();
    if (!this.#session) return { codebook: emptyCodebook, settings: emptySettings, coder };
    const { study } = this.#session;
    const [codebook, settings] = await Promise.all([study.codebook(), study.settings()]);
    return { codebook, settings, coder };
  }

  #replace(groups: readonly QuoteGroup[]): void {
    const before = this.#known;
    const sameGroups =
      groups.length === this.#groups.length &&
      groups.every(({ id }, index) => id === this.#groups[index]!.id);
    const changed = groups.filter(({ id, rows }) => !sameRows(before.get(id)?.rows ?? [], rows));
    this.#known = new Map();
    this.#groups = groups.map((group) => this.#adopt(group, before));
    const everything = this.#everything || !sameGroups;
    this.#everything = false;
    if (everything) this.#changed.fire(undefined);
    else for (const { id } of changed) this.#changed.fire(this.#known.get(id));
  }

  /** A group that was there before stays the same object, with what it holds now. */
  #adopt(group: QuoteGroup, before: ReadonlyMap<string, QuoteGroup>): QuoteGroup {
    const kept = before.get(group.id) ?? group;
    kept.rows = group.rows;
    kept.subgroups = group.subgroups.map((one) => this.#adopt(one, before));
    this.#known.set(kept.id, kept);
    return kept;
  }
}
