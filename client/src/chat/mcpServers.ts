import * as vscode from 'vscode';
import { isOffered, onOffer } from './offer';

/** What VS Code has from 1.101 on; the oldest one that is supported has none of it. */
interface NewerVscode {
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object;
  readonly lm?: {
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: {
        readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
        provideMcpServerDefinitions(): object[];
      },
    ): vscode.Disposable;
  };
}

/** As the manifest names what provides the servers. */
const PROVIDER = 'reftel.cables';

/**
 * `reftel mcp` for each folder on this machine, for as long as the user offers the cables to the chat. VS Code lists the servers and
 * starts one when the user wants it. Does nothing where VS Code has no such lists.
 */
export function mcpServers({ extension, asAbsolutePath }: vscode.ExtensionContext): vscode.Disposable {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as NewerVscode;
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return nothing;
  const cli = asAbsolutePath('dist/cli.js');
  const serverOf = ({ name, uri }: vscode.WorkspaceFolder) =>
    new Definition(
      vscode.l10n.t('Cables in {0}', name),
      process.execPath,
      [cli, 'mcp', '--in', uri.fsPath],
      // VS Code for the desktop is the program itself, which is Node.js only where it is told to be.
      { ELECTRON_RUN_AS_NODE: '1' },
      extension.packageJSON.version,
    );
  const servers = () =>
    (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(serverOf);
  const changed = new vscode.EventEmitter<void>();
  try {
    return vscode.Disposable.from(
      lm.registerMcpServerDefinitionProvider(PROVIDER, {
        onDidChangeMcpServerDefinitions: changed.event,
        provideMcpServerDefinitions: () => (isOffered() ? servers() : []),
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
      onOffer(() => changed.fire()),
      changed,
    );
  } catch {
    // VS Code 1.100 has the function for extensions that say so in another place of their manifest.
    return nothing;
  }
}

const nothing = new vscode.Disposable(() => {});
