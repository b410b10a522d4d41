import { type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import { recognisePlainText } from './recognise';
import { textSchemes } from './schemes';

/** The language client, a bundle of its own: nothing of it is loaded before the first cable is open. */
let client: Promise<typeof import('./client.js')> | undefined;

export function activate(context: ExtensionContext): void {
  const readCable = (document: TextDocument) => {
    if (client || document.languageId !== LANGUAGE_ID || !textSchemes().includes(document.uri.scheme)) return;
    client = import('./client.js');
    void client.then(({ startClient }) => startClient(context));
  };
  context.subscriptions.push(workspace.onDidOpenTextDocument(readCable));
  workspace.textDocuments.forEach(readCable);
  recognisePlainText(context);
}

export async function deactivate(): Promise<void> {
  await (await client)?.stopClient();
}
