import { commands, type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { sayNoCable } from '../commands/copy';
import { comparisonDocument } from '../compare/html';
import { chosenCable } from '../openCables';
import type { Server } from '../server';
import { headerHtml } from './html';

/** `Cable: Explain This Header`: one page beside the cable, which shows the header that it was last asked for. */
export function headerCommand(server: Server, extension: Uri): Disposable {
  let panel: WebviewPanel | null = null;
  const explain = async (clicked?: unknown) => {
    const editor = await chosenCable(clicked);
    if (!editor) return sayNoCable();
    const uri = editor.document.uri.toString();
    const { line, character } = editor.selection.active;
    const header = await server.ask('reftel/header', { uri, position: { line, character } });
    if (!header) return;
    panel ??= newPanel(extension, () => {
      panel = null;
    });
    const title = l10n.t('Header of {0}', header.mrn ?? l10n.t('a cable'));
    const page = headerHtml(header, uri, {
      title,
      line: l10n.t('Line'),
      printed: l10n.t('As printed'),
      meaning: l10n.t('What it means'),
      truncated: l10n.t('The header goes on: only its first {0} lines are explained.', header.lines.length),
    });
    const { webview } = panel;
    const style = webview.asWebviewUri(Uri.joinPath(extension, 'media', 'view.css')).toString();
    webview.html = comparisonDocument(page, env.language, style, webview.cspSource);
    panel.title = title;
    panel.reveal(undefined, true);
  };
  const command = commands.registerCommand('reftel.explainHeader', explain);
  return {
    dispose: () => {
      command.dispose();
      panel?.dispose();
    },
  };
}

function newPanel(extension: Uri, onClosed: () => void): WebviewPanel {
  const panel = window.createWebviewPanel('reftel.header', l10n.t('Header'), ViewColumn.Beside, {
    enableCommandUris: ['reftel.openPlace'],
    enableFindWidget: true,
    localResourceRoots: [extension],
  });
  panel.onDidDispose(onClosed);
  return panel;
}
