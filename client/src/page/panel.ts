import { env, Uri, type ViewColumn, type Webview, type WebviewPanel, window, workspace } from 'vscode';
import type { Server } from '../server';
import { standalone } from '../timeline/style';
import type { FromView, ToView } from './messages';
import { webviewDocument } from './shell';

/** A picture of something in the archive, and what may be chosen in it. */
export interface Drawing {
  readonly viewType: string;
  readonly column: ViewColumn;
  /** The page's own title, its script and its body. */
  readonly page: { readonly title: string; readonly script: string; readonly body: string };
  /** What the panel is called now. */
  title(): string;
  /** What a saved picture is called now, without the ending. */
  fileName(): string;
  /** What the view shows now, as a picture or `listed`; null if the server does not say. */
  draw(listed: boolean): Promise<ToView | null>;
  /** Handles a message of the view; returns whether it must be redrawn. */
  hear(message: FromView): boolean;
  /** What is told the view in answer to a message, if anything. */
  answer?(message: FromView): Promise<ToView | null>;
}

/** A panel with a picture, or a list that says the same. Shown again when the archive has changed. */
export class PicturePanel {
  readonly #drawing: Drawing;
  readonly #panel: WebviewPanel;
  #listed: boolean;
  #asked = 0;

  /** Opens a panel, or fills one that VS Code has brought back. */
  constructor(
    server: Server,
    extension: Uri,
    drawing: Drawing,
    onClosed: () => void,
    restored?: { readonly panel: WebviewPanel; readonly listed: boolean },
  ) {
    this.#drawing = drawing;
    this.#listed = restored?.listed ?? false;
    this.#panel =
      restored?.panel ?? window.createWebviewPanel(drawing.viewType, drawing.page.title, drawing.column);
    const { webview } = this.#panel;
    webview.options = { enableScripts: true, localResourceRoots: [extension] };
    const changed = server.onArchiveChanged(() => this.show());
    webview.onDidReceiveMessage((message: FromView) => this.#hear(message));
    this.#panel.onDidDispose(() => {
      changed.dispose();
      onClosed();
    });
    webview.html = panelHtml(webview, extension, drawing.page);
  }

  async show(): Promise<void> {
    this.#panel.title = this.#drawing.title();
    const turn = ++this.#asked;
    const message = await this.#drawing.draw(this.#listed);
    // A later request supersedes this one.
    if (message && turn === this.#asked) this.#tell(message);
  }

  /** Brings the panel to the front, with or without the focus. */
  reveal(withFocus: boolean): void {
    this.#panel.reveal(undefined, !withFocus);
  }

  async toggleList(): Promise<void> {
    this.#listed = !this.#listed;
    await this.show();
  }

  /** Requests the picture from the view, which answers with `picture`. */
  save(): void {
    this.#tell({ type: 'picture' });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #tell(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromView): Promise<void> {
    if (message.type === 'ready') await this.show();
    else if (message.type === 'listed') await this.toggleList();
    else if (message.type === 'save') this.save();
    else if (message.type === 'picture') await saveSvg(this.#drawing.fileName(), message.svg);
    else if (this.#drawing.hear(message)) await this.show();
    else {
      const answer = await this.#drawing.answer?.(message);
      if (answer) this.#tell(answer);
    }
  }
}

/** Asks for a place and saves a picture there as an SVG file. */
async function saveSvg(name: string, svg: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: folder.with({ path: `${folder.path}/${name}.svg` }) }),
    filters: { SVG: ['svg'] },
  });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(standalone(svg)));
}

/** What a webview of the extension shows before it is filled. */
interface Skeleton {
  readonly title: string;
  /** The file in `dist` that runs in it. */
  readonly script: string;
  /** The content of `body`. */
  readonly body: string;
}

/** The HTML document of a webview; `extension` is the extension's own folder. */
export function panelHtml(webview: Webview, extension: Uri, { title, script, body }: Skeleton): string {
  const addressOf = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  return webviewDocument({
    language: env.language,
    title,
    body,
    style: addressOf('media', 'view.css'),
    script: addressOf('dist', script),
    styleSource: webview.cspSource,
    nonce: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))),
  });
}
