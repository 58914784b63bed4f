import * as vscode from 'vscode';
import { emptyCodebook } from '../../core/codebook/codebook';
import { emptySettings } from '../../core/settings/settings';
import { studyFiles } from '../../core/study/files';
import { Breather } from '../../host/breather';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { QuoteFilter } from './filter';
import type { Grouping, Names, QuoteGroup } from './grouping';
import { QuoteGroups } from './quoteGroups';
import { groupItem, quoteItem, quoteTooltip, repairItem } from './quoteItem';
import { type QuoteRow, readRows } from './quoteRow';

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
  readonly #stale = new Set<string>();
  #groups: QuoteGroups;
  #shown: ShownQuotes;
  /** The names are yet to be read. */
  #regroup = true;
  #updated = Promise.resolve();

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires when the grouping, the filter or the number of quotes changed. */
  readonly onDidChangeShown = this.#shownChanged.event;

  constructor(
    private readonly services: Services,
    by: Grouping,
  ) {
    const names = { codebook: emptyCodebook, settings: emptySettings, coder: undefined };
    this.#shown = { by, filter: {}, shown: 0, all: 0, toAnswer: 0, hidden: 0, names };
    this.#groups = new QuoteGroups(by, {}, names);
    const { studies, coder, log } = services;
    this.#session = studies.current;
    this.#rows = this.#disposables.add(new PerTranscript(studies, readRows, log));
    this.#disposables.add(this.#rows.onDidChange((transcripts) => void this.#follow(transcripts)));
    this.#disposables.add(coder.onDidChange(() => void this.show({})));
    this.#disposables.add(studies.onDidChangeSessions(() => this.#leave()));
    this.#disposables.add(
      studies.onDidChange(({ session, paths }) => {
        const renamed = paths.has(studyFiles.codebook) || paths.has(studyFiles.settings);
        if (session === this.#session && renamed) void this.show({});
      }),
    );
  }

  get reading(): Reading {
    return this.#rows;
  }

  get shown(): ShownQuotes {
    return this.#shown;
  }

  /** Groups all quotes anew, perhaps in another way. */
  show(wanted: Partial<Pick<ShownQuotes, 'by' | 'filter'>>): Promise<void> {
    this.#shown = { ...this.#shown, ...wanted };
    this.#regroup = true;
    return this.#update();
  }

  async getChildren(element?: QuoteElement): Promise<QuoteElement[]> {
    if (element?.kind === 'quote') return [];
    if (element) return [...(element.subgroups.length > 0 ? element.subgroups : element.rows)];
    await this.#rows.start();
    await this.#updated;
    return [...this.#groups.top];
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
    return element.kind === 'group' ? element.parent : this.#groups.groupOf(element);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #leave(): void {
    const { current } = this.services.studies;
    if (current === this.#session) return;
    this.#session = current;
    void this.show({ filter: {} });
  }

  #follow(transcripts: ReadonlySet<string>): Promise<void> {
    for (const path of transcripts) this.#stale.add(path);
    return this.#update();
  }

  #update(): Promise<void> {
    const update = () => this.#bringUpToDate();
    this.#updated = this.#updated.then(update, update);
    return this.#updated;
  }

  /** Only groups that changed are shown again, where that will do. */
  async #bringUpToDate(): Promise<void> {
    const groups = this.#regroup ? await this.#newGroups() : this.#groups;
    const breather = new Breather();
    for (const path of this.#stale) {
      this.#stale.delete(path);
      groups.put(path, this.#rows.values.get(path) ?? []);
      await breather.rest();
    }
    const hidden = (await this.#session?.blindTranscripts())?.length ?? 0;
    const changes = groups.takeChanges();
    const everything = groups !== this.#groups || changes.regrouped;
    this.#groups = groups;
    const { shown, all, toAnswer } = groups;
    this.#shown = { ...this.#shown, shown, all, toAnswer, hidden };
    if (everything) this.#changed.fire(undefined);
    else for (const group of changes.groups) this.#changed.fire(group);
    this.#shownChanged.fire(this.#shown);
  }

  /** Empty groups, with all transcripts still to be put in. */
  async #newGroups(): Promise<QuoteGroups> {
    this.#regroup = false;
    const names = await this.#readNames();
    this.#shown = { ...this.#shown, names };
    this.#stale.clear();
    for (const path of this.#rows.values.keys()) this.#stale.add(path);
    return new QuoteGroups(this.#shown.by, this.#shown.filter, names);
  }

  async #readNames(): Promise<Names> {
    const coder = this.services.coder.current();
    if (!this.#session) return { codebook: emptyCodebook, settings: emptySettings, coder };
    const { study } = this.#session;
    const [codebook, settings] = await Promise.all([study.codebook(), study.settings()]);
    return { codebook, settings, coder };
  }
}
