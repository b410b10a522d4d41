import type { TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import type { TextEdit } from '../text/edit';
import type { LineTable } from '../text/lineTable';
import type { ServerContext } from './serverContext';

/** The edits for a document at the version that was read, where the editor knows versions. */
export function toWorkspaceEdit(
  uri: string,
  lines: LineTable,
  edits: readonly TextEdit[],
  { clientSupport, version }: Pick<ServerContext, 'clientSupport' | 'version'>,
): WorkspaceEdit {
  const converted = edits.map(({ span, newText }): LspTextEdit => ({ range: rangeOf(lines, span), newText }));
  if (!clientSupport.documentChanges) return { changes: { [uri]: converted } };
  return { documentChanges: [{ textDocument: { uri, version: version(uri) }, edits: converted }] };
}

/** Renames a file within its folder, unless another file has the name. */
export function toRename(oldUri: string, name: string): WorkspaceEdit {
  const newUri = siblingUri(oldUri, name);
  return { documentChanges: [{ kind: 'rename', oldUri, newUri, options: { overwrite: false } }] };
}

/** The uri of the file `name` in the folder of another file. */
export function siblingUri(uri: string, name: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
}

/** The same edit, after a file was created for it. */
export function withNewFile(uri: string, { changes = {}, documentChanges }: WorkspaceEdit): WorkspaceEdit {
  const edits =
    documentChanges ??
    Object.entries(changes).map(([file, edits]) => ({ textDocument: { uri: file, version: null }, edits }));
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, ...edits] };
}
