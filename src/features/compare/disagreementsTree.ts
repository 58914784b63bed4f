import * as vscode from 'vscode';
import { shorten } from '../../host/codingService';
import { DisposableStore } from '../../host/disposables';
import { type Comparison, isDisagreement, type OpenComparison, type ShownItem } from './comparing';
import { codesLabel, kindLabel, letters, stateLabel, wordsOf } from './labels';

/** Items that are in the same state. */
interface ItemGroup {
  readonly kind: 'group';
  readonly of: 'unsettled' | 'open' | 'settled' | 'agreements' | 'unplaced';
}

type Element = ItemGroup | ShownItem;

const groups = (['unsettled', 'open', 'settled', 'agreements', 'unplaced'] as const).map(
  (of): ItemGroup => ({ kind: 'group', of }),
);

/** What the two coders who are compared differ in and agree on, by what is settled of it. */
export class DisagreementsTree implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: Comparison | undefined;

  constructor(private readonly open: OpenComparison) {
    this.#disposables.add(
      open.onDidChange(() => {
        if (open.shown === this.#shown) return;
        this.#shown = open.shown;
        this.#changed.fire();
      }),
    );
  }

  getChildren(element?: Element): Element[] {
    if (!element) return groups.filter((group) => this.#count(group) > 0);
    return element.kind === 'group' ? this.#itemsOf(element) : [];
  }

  getParent(element: Element): ItemGroup | undefined {
    return element.kind === 'group' ? undefined : groups.find(({ of }) => of === groupOf(element));
  }

  getTreeItem(element: Element): vscode.TreeItem {
    return element.kind === 'group' ? this.#groupItem(element) : itemOf(element, this.open.shown!);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #itemsOf({ of }: ItemGroup): ShownItem[] {
    return (this.open.shown?.items ?? []).filter((item) => groupOf(item) === of);
  }

  #count(group: ItemGroup): number {
    return group.of === 'unplaced' ? (this.open.shown?.unplaced.length ?? 0) : this.#itemsOf(group).length;
  }

  #groupItem(group: ItemGroup): vscode.TreeItem {
    const { of } = group;
    const state =
      of === 'unplaced'
        ? vscode.TreeItemCollapsibleState.None
        : of === 'unsettled'
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(groupLabel(of), state);
    item.id = of;
    item.contextValue = `compareGroup.${of}`;
    item.description = String(this.#count(group));
    if (of === 'unplaced') {
      item.tooltip = vscode.l10n.t(
        'Codings whose passage is no longer to be found in the transcript. Repair them in the Quotes view, then compare them.',
      );
    }
    return item;
  }
}

function groupOf(item: ShownItem): ItemGroup['of'] {
  return isDisagreement(item) || item.state !== 'unsettled' ? item.state : 'agreements';
}

function groupLabel(of: ItemGroup['of']): string {
  switch (of) {
    case 'unsettled':
      return vscode.l10n.t('Disagreements');
    case 'open':
      return vscode.l10n.t('Left open');
    case 'settled':
      return vscode.l10n.t('Settled');
    case 'agreements':
      return vscode.l10n.t('Agreements');
    case 'unplaced':
      return vscode.l10n.t('Without a place');
  }
}

function itemOf(element: ShownItem, shown: Comparison): vscode.TreeItem {
  const { compared } = element;
  const kind = kindLabel(compared, shown.coders);
  const state = stateLabel(element, shown);
  const codes = codesLabel(compared, shown.codebook);
  const words = shorten(wordsOf(compared, shown.text));
  const item = new vscode.TreeItem(words);
  item.id = element.key;
  item.contextValue = 'compareItem';
  item.description = [codes, state || kind].join(' · ');
  item.iconPath = new vscode.ThemeIcon(iconOf(element));
  item.tooltip = [`“${shorten(wordsOf(compared, shown.text), 400)}”`, codes, kind, state]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = { label: [`“${words}”`, codes, kind, state].filter(Boolean).join(', ') };
  item.command = { command: 'interviewCoding.showDisagreement', title: '', arguments: [element] };
  return item;
}

function iconOf({ compared, state }: ShownItem): string {
  if (state === 'settled') return 'check';
  if (state === 'open') return 'question';
  switch (compared.kind) {
    case 'agreement':
      return 'pass';
    case 'only-one':
      return compared.first ? 'arrow-left' : 'arrow-right';
    case 'different-code':
      return 'diff';
    case 'different-bounds':
      return 'arrow-both';
  }
}

/** What the view says beside its title. */
export function viewDescription({ coders }: Comparison): string {
  return coders.map((coder, index) => `${letters[index]} ${coder}`).join(' | ');
}
