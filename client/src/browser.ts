import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { begin, type Client } from './entry';
import { readBundle } from './web/bundle';

let end: (() => Promise<void>) | undefined;

/** The extension's entry where it runs in a browser: on vscode.dev, github.dev and other hosts without processes. */
export function activate(context: ExtensionContext): void {
  end = begin(context, async () => evaluate(await readBundle(context, 'client.js')));
  const noImport = () =>
    void window.showInformationMessage(
      l10n.t(
        'Importing needs VS Code on your machine, or the command reftel import: a browser cannot run it.',
      ),
    );
  context.subscriptions.push(
    commands.registerCommand('reftel.importCables', noImport),
    commands.registerCommand('reftel.importAsCables', noImport),
  );
  void commands.executeCommand('setContext', 'reftel.inBrowser', true);
}

export async function deactivate(): Promise<void> {
  await end?.();
}

/** Runs a bundle as VS Code runs the entry: here `require` finds nothing but `vscode`, and no other file. */
function evaluate(code: string): Client {
  const module = { exports: {} as Client };
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  return module.exports;
}
