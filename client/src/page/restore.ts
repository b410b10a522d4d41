import { type Disposable, type WebviewPanel, window } from 'vscode';

/** The kinds of panels that come back when the window has been loaded anew. VS Code calls each `reftel.` and its kind. */
export const PANELS = ['comparison', 'header', 'months', 'reading', 'table', 'timeline'] as const;

export type PanelKind = (typeof PANELS)[number];

/** Fills a panel that VS Code has brought back with what it showed; `state` is what was kept of it, from wherever. */
export type Restore = (panel: WebviewPanel, state: unknown) => void | Promise<void>;

/** By kind, from the parts of the extension that make the panels. */
export type Restorers = Map<PanelKind, Restore>;

/** Has `restore` fill the panels that were open before the window was loaded anew. */
export function restorePanels(
  restore: (kind: PanelKind, panel: WebviewPanel, state: unknown) => Promise<void>,
): Disposable[] {
  return PANELS.map(kind =>
    window.registerWebviewPanelSerializer(`reftel.${kind}`, {
      deserializeWebviewPanel: (panel, state) => restore(kind, panel, state),
    }),
  );
}
