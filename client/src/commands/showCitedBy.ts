import { commands, type Disposable, l10n, type Position, Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  type Position as LspPosition,
  ReferencesRequest,
} from 'vscode-languageclient';
import { SHOW_CITED_BY } from '../../../server/src/lsp/messages';

/** No reference stands there, so the request is about the cable itself. */
const TOP: LspPosition = { line: 0, character: 0 };

/**
 * The command of a cable's lens, given the document's uri and the place of the lens, and of the command palette, for the
 * active editor: peeks at the places that cite the cable.
 */
export function registerShowCitedBy(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SHOW_CITED_BY, async (uri?: string, position?: LspPosition) => {
    const editor = window.activeTextEditor;
    const document = uri === undefined ? editor?.document.uri : Uri.parse(uri);
    const at: Position | undefined = position
      ? client.protocol2CodeConverter.asPosition(position)
      : editor?.selection.active;
    if (!document || !at || !client.isRunning()) return;
    const found = await client.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document) },
      position: position ?? TOP,
      context: { includeDeclaration: false },
    });
    const places = await client.protocol2CodeConverter.asReferences(found);
    if (!places || places.length === 0) {
      window.setStatusBarMessage(l10n.t('No cable of this workspace cites this one.'), 5000);
      return;
    }
    await commands.executeCommand('editor.action.showReferences', document, at, places);
  });
}
