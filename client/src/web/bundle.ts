import { type ExtensionContext, Uri, workspace } from 'vscode';

/** The code of a file in `dist/web`, wherever the extension comes from. */
export async function readBundle({ extensionUri }: ExtensionContext, name: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'web', name));
  return new TextDecoder().decode(bytes);
}
