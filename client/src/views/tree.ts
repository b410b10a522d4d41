import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeView,
  window,
} from 'vscode';
import type { Node } from './node';

/** What a tree shows at its top; `filter` is in lower case and empty if there is none. */
export type Roots = (filter: string) => Promise<readonly Node[]>;

/**
 * A view of lines that are asked for when they are opened, with a filter that the user sets by a command of the view:
 * `reftel.filter.NAME`, which a key may give the words to, and `reftel.clearFilter.NAME`.
 */
export class Tree implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #roots: Roots;
  readonly #name: string;
  readonly #view: TreeView<Node>;
  readonly #commands: readonly Disposable[];
  #filter = '';
  /** A hidden view is not refilled before it is shown. */
  #stale = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(name: string, roots: Roots) {
    this.#name = name;
    this.#roots = roots;
    this.#view = window.createTreeView(`reftel.${name}`, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: false,
    });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.#stale) this.refresh();
    });
    this.#commands = [
      commands.registerCommand(`reftel.filter.${name}`, (words?: unknown) =>
        typeof words === 'string' ? this.#setFilter(words) : this.#askFilter(),
      ),
      commands.registerCommand(`reftel.clearFilter.${name}`, () => this.#setFilter('')),
    ];
  }

  /** What the filter is, in lower case. */
  get filter(): string {
    return this.#filter;
  }

  /** A sentence above the lines, or none. */
  set message(message: string) {
    this.#view.message = message;
  }

  /** What follows the view's title, such as the number of its lines. */
  set description(words: string) {
    this.#view.description = words;
  }

  refresh(): void {
    this.#stale = !this.#view.visible;
    if (this.#view.visible) this.#changed.fire();
  }

  getTreeItem({ item }: Node) {
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const children = node ? await node.children?.() : await this.#roots(this.#filter);
    return [...(children ?? [])];
  }

  dispose(): void {
    for (const one of [this.#view, this.#changed, ...this.#commands]) one.dispose();
  }

  async #askFilter(): Promise<void> {
    const filter = await window.showInputBox({
      title: l10n.t('Filter'),
      prompt: l10n.t('Show only items that contain these words; leave empty to show all.'),
      value: this.#filter,
    });
    if (filter !== undefined) await this.#setFilter(filter);
  }

  async #setFilter(filter: string): Promise<void> {
    this.#filter = filter.trim().toLowerCase();
    this.message = this.#filter && l10n.t('Filter: {0}', this.#filter);
    await commands.executeCommand('setContext', `reftel.filtered.${this.#name}`, this.#filter !== '');
    this.#changed.fire();
  }
}

/** Whether some of the words shown contain the filter. */
export function fits(filter: string, ...words: readonly (string | null)[]): boolean {
  return filter === '' || words.some(word => word?.toLowerCase().includes(filter));
}
