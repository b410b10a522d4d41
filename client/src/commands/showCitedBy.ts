import { commands, type Disposable, l10n, type Position, Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  type Position as LspPosition,
  ReferencesRequest,
} from 'vscode-languageclient';
import { SHOW_CITED_BY } from '../../../server/src/lsp/messages';
import { chosenCable } from '../openCables';

/** No reference stands there, so the request is about the cable itself. */
const TOP: LspPosition = { line: 0, character: 0 };

/**
 * The command of a cable's lens, given the document's uri and the place of the lens, and of the command palette, for the
 * active editor or a file of the Explorer: peeks at the places that cite the cable.
 */
export function registerShowCitedBy(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(SHOW_CITED_BY, async (of?: string | Uri, position?: LspPosition) => {
    const editor = of instanceof Uri ? await chosenCable(of) : window.activeTextEditor;
    const document = typeof of === 'string' ? Uri.parse(of) : editor?.document.uri;
    // From a menu of a tab, what comes second is no place.
    const place = typeof of === 'string' ? position : undefined;
    const at: Position | undefined = place
      ? client.protocol2CodeConverter.asPosition(place)
      : editor?.selection.active;
    if (!document || !at || !client.isRunning()) return;
    const found = await client.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document) },
      position: place ?? TOP,
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
