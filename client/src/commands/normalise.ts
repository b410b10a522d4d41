import { l10n, type Selection, window } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { NORMALISE } from '../../../server/src/lsp/messages';

/**
 * Commands of the server are run from menus, which say nothing of the document: normalising is meant for the active editor, and
 * for what is selected in it where something is.
 */
export const withActiveCable: NonNullable<ExecuteCommandMiddleware['executeCommand']> = async (
  command,
  args,
  next,
) => {
  const editor = window.activeTextEditor;
  if (command !== NORMALISE || typeof args[0] === 'string' || !editor) return next(command, args);
  const { document, selection } = editor;
  const uri = document.uri.toString();
  const changes: unknown = await next(command, selection.isEmpty ? [uri] : [uri, rangeOf(selection)]);
  if (changes === 0) {
    const nothing = selection.isEmpty
      ? l10n.t('There are no copy artefacts in this cable.')
      : l10n.t('There are no copy artefacts in the selection.');
    window.setStatusBarMessage(nothing, 5000);
  }
  return changes;
};

/** A selection in the protocol's form, without its direction. */
function rangeOf({ start, end }: Selection) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
