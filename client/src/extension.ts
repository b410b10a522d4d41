import { commands, type ExtensionContext, type TextDocument, type Uri, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import { mcpServers } from './chat/mcpServers';
import { chatTools } from './chat/tools';
import { explainDiagnostic, followLinks } from './links';
import { recognisePlainText } from './recognise';
import { textSchemes } from './schemes';

/** The language client, a separate bundle that is loaded when the first cable is opened. */
let client: Promise<typeof import('./client.js')> | undefined;

export function activate(context: ExtensionContext): void {
  const start = async () => {
    client ??= import('./client.js');
    const loaded = await client;
    await loaded.startClient(context);
    return loaded;
  };
  const readCable = (document: TextDocument) => {
    if (client || document.languageId !== LANGUAGE_ID || !textSchemes().includes(document.uri.scheme)) return;
    void start();
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(readCable),
    followLinks(),
    explainDiagnostic(context.extensionUri),
    chatTools(context.extension, async (name, input, token) => (await start()).askTool(name, input, token)),
    mcpServers(context),
    // The commands that work before any cable is open.
    commands.registerCommand('reftel.openCable', async () => (await start()).openCable()),
    commands.registerCommand('reftel.importCables', importFrom(context)),
    commands.registerCommand('reftel.importAsCables', importFrom(context)),
    commands.registerCommand('reftel.renameFiles', async (clicked?: Uri, chosen?: readonly Uri[]) =>
      (await start()).renameFiles(chosen ?? (clicked ? [clicked] : [])),
    ),
    commands.registerCommand('reftel.openSample', async (name?: string) => (await start()).openSample(name)),
  );
  workspace.textDocuments.forEach(readCable);
  recognisePlainText(context);
}

export async function deactivate(): Promise<void> {
  await (await client)?.stopClient();
}

/** Imports what is chosen in the Explorer, or asks for it. `choices` as `importCables` takes them. */
function importFrom(context: ExtensionContext) {
  return async (clicked?: Uri, chosen?: readonly Uri[], choices?: { readonly to?: string }) =>
    (await import('./importCables.js')).importCables(context, chosen ?? (clicked ? [clicked] : []), choices);
}
