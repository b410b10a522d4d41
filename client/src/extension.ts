import { commands, type ExtensionContext, type Uri } from 'vscode';
import { mcpServers } from './chat/mcpServers';
import { begin, LOOK_FOR_CABLES } from './entry';
import { offerPages } from './webPages/offer';

let end: (() => Promise<void>) | undefined;

/** The extension's entry where it runs in Node.js. */
export function activate(context: ExtensionContext): void {
  end = begin(
    context,
    () => import('./client.js'),
    async () => (await import('./pages.js')).makeReadable,
  );
  context.subscriptions.push(
    mcpServers(context),
    commands.registerCommand('reftel.importCables', importFrom(context)),
    commands.registerCommand('reftel.importAsCables', importFrom(context)),
  );
  offerPages(context);
}

export async function deactivate(): Promise<void> {
  await end?.();
}

/** Imports what is chosen in the Explorer, or asks for it. `choices` as `importCables` takes them. */
function importFrom(context: ExtensionContext) {
  return async (clicked?: Uri, chosen?: readonly Uri[], choices?: { readonly to?: string }) => {
    const { importCables } = await import('./importCables.js');
    const report = await importCables(context, chosen ?? (clicked ? [clicked] : []), choices);
    await commands.executeCommand(LOOK_FOR_CABLES);
    return report;
  };
}
