import { type Disposable, type Memento, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { showNote, showPlain } from './note';
import type { PanelKind, Restorers } from './restore';

/** A page that runs nothing: what it shows, and what is kept to show the same in another window. */
export interface PlainPage {
  readonly title: string;
  readonly body: string;
  /** The commands that its links may lead to. */
  readonly commands: readonly string[];
  readonly state: object;
}

/** One panel beside the editor with a page that runs nothing, which shows what it was last asked for. */
export class PlainPanel implements Disposable {
  readonly #kind: PanelKind;
  readonly #name: string;
  readonly #extension: Uri;
  readonly #memory: Memento;
  #panel: WebviewPanel | null = null;

  /**
   * `name` is what the panel is called before it has a page. After a reload it is filled by `restore` from the state that was kept: a
   * sentence says why that cannot be, and null closes the panel.
   */
  constructor(
    of: {
      readonly kind: PanelKind;
      readonly name: string;
      readonly extension: Uri;
      readonly memory: Memento;
    },
    restorers: Restorers,
    restore: (state: unknown) => Promise<PlainPage | string | null>,
  ) {
    this.#kind = of.kind;
    this.#name = of.name;
    this.#extension = of.extension;
    this.#memory = of.memory;
    restorers.set(of.kind, async before => {
      const page = this.#panel ? null : await restore(this.#memory.get(this.#key));
      // It may have been opened meanwhile.
      if (this.#panel || page === null) before.dispose();
      else if (typeof page === 'string') showNote(before, this.#name, this.#extension, page);
      else await this.#fill(before, page);
    });
  }

  async show(page: PlainPage): Promise<void> {
    const panel =
      this.#panel ??
      window.createWebviewPanel(this.#key, this.#name, ViewColumn.Beside, { enableFindWidget: true });
    await this.#fill(panel, page);
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** As VS Code calls the panel, and where its state is kept: a page that runs nothing cannot keep anything itself. */
  get #key(): string {
    return `reftel.${this.#kind}`;
  }

  async #fill(panel: WebviewPanel, { state, ...page }: PlainPage): Promise<void> {
    if (panel !== this.#panel)
      panel.onDidDispose(() => {
        this.#panel = null;
      });
    this.#panel = panel;
    showPlain(panel, this.#extension, page);
    await this.#memory.update(this.#key, state);
  }
}
