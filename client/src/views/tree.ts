import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { Node } from './node';

/** What a tree shows at its top. */
export interface Roots {
  readonly nodes: readonly Node[];
  /** Why the filter was not understood, if it was not. */
  readonly problem?: string | null | undefined;
  /** What follows the view's title: how much there is. */
  readonly description?: string;
}

/** A view of lines that are asked for when they are opened. */
export class NodeView implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #roots: () => Promise<Roots>;
  readonly #view: TreeView<Node>;
  /** A hidden view is not refilled before it is shown. */
  #stale = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(name: string, roots: () => Promise<Roots>) {
    this.#roots = roots;
    this.#view = window.createTreeView(`reftel.${name}`, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: false,
    });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.#stale) this.refresh();
    });
  }

  /** A sentence above the lines, or none. */
  set message(message: string) {
    this.#view.message = message;
  }

  refresh(): void {
    this.#stale = !this.#view.visible;
    if (this.#view.visible) this.#changed.fire();
  }

  /** Asks again even if the view is hidden. */
  refill(): void {
    this.#changed.fire();
  }

  getTreeItem({ item }: Node) {
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...((await node.children?.()) ?? [])];
    const { nodes, description = '' } = await this.#roots();
    this.#view.description = description;
    return [...nodes];
  }

  dispose(): void {
    for (const one of [this.#view, this.#changed]) one.dispose();
  }
}

/**
 * A view with a filter, a query that the user sets by a command of the view: `reftel.filter.NAME`, which a key may give the query to, and
 * `reftel.clearFilter.NAME`.
 */
export class Tree implements Disposable {
  readonly #name: string;
  readonly #view: NodeView;
  readonly #commands: readonly Disposable[];
  readonly #memory: Memento;
  #filter: string;

  /** The filter is kept in `memory` for the next time the folder is opened. */
  constructor(name: string, memory: Memento, roots: (filter: string) => Promise<Roots>) {
    this.#name = name;
    this.#memory = memory;
    this.#filter = memory.get(this.#key, '');
    void commands.executeCommand('setContext', `reftel.filtered.${name}`, this.#filter !== '');
    this.#view = new NodeView(name, async () => {
      const filled = await roots(this.#filter);
      this.#say(filled.problem ?? '');
      const isEmpty = this.#filter !== '' && filled.nodes.length === 0;
      return isEmpty ? { ...filled, nodes: [noMatch(name)] } : filled;
    });
    this.#commands = [
      commands.registerCommand(`reftel.filter.${name}`, (query?: unknown) =>
        typeof query === 'string' ? this.#setFilter(query) : this.#askFilter(),
      ),
      commands.registerCommand(`reftel.clearFilter.${name}`, () => this.#setFilter('')),
    ];
  }

  get #key(): string {
    return `reftel.filter.${this.#name}`;
  }

  get filter(): string {
    return this.#filter;
  }

  refresh(): void {
    this.#view.refresh();
  }

  dispose(): void {
    for (const one of [this.#view, ...this.#commands]) one.dispose();
  }

  #say(problem: string): void {
    const filter = this.#filter && l10n.t('Filter: {0}', this.#filter);
    this.#view.message = problem === '' ? filter : `${filter}\n${problem}`;
  }

  async #askFilter(): Promise<void> {
    const filter = await window.showInputBox({
      title: l10n.t('Filter'),
      prompt: l10n.t('Words and fields, such as post:ankara year:2007 class:>=secret iran; empty shows all.'),
      value: this.#filter,
    });
    if (filter !== undefined) await this.#setFilter(filter);
  }

  async #setFilter(filter: string): Promise<void> {
    this.#filter = filter.trim();
    this.#say('');
    await this.#memory.update(this.#key, this.#filter === '' ? undefined : this.#filter);
    await commands.executeCommand('setContext', `reftel.filtered.${this.#name}`, this.#filter !== '');
    this.#view.refill();
  }
}

/** What a filtered view shows instead of nothing: a click takes the filter away. */
function noMatch(name: string): Node {
  const item = new TreeItem(l10n.t('No cable matches · Clear filter'));
  item.iconPath = new ThemeIcon('clear-all');
  item.command = { command: `reftel.clearFilter.${name}`, title: l10n.t('Clear filter') };
  return { item };
}
