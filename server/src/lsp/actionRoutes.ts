import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type Connection,
  type ExecuteCommandParams,
  type TextEdit as LspTextEdit,
  Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { parseCable } from '../cable/parse';
import { type Action, type ActionKind, actionsAt } from '../features/codeActions';
import { normalising } from '../features/normalising';
import type { Reading } from '../features/reading';
import type { TextEdit } from '../text/edit';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { answering } from './answer';
import { toDiagnostic } from './conversion';
import type { Desk } from './desk';
import { guarded } from './guard';
import { NORMALISE } from './messages';

/** Connects requests for changes with the features that make them. */
export function routeActions(connection: Connection, desk: () => Desk): void {
  const { inCable } = answering(desk);

  connection.onCodeAction(
    inCable('code actions', [], (reading, { textDocument: { uri }, range, context }, current) => {
      if (!current.traits.codeActions) return [];
      const { cable } = reading;
      const span = spanOf(cable.lines, range);
      // Only the cable that is open is read, and only by its own diagnostics: what the editor remembers may be of an older text.
      const diagnose = (text: string) =>
        current.diagnose(uri, text === cable.text ? cable : parseCable(text, uri));
      return actionsAt(cable, span, diagnose, wantedBy(context))
        .filter(({ rename }) => rename === undefined || current.traits.fileRenames)
        .map(action => toCodeAction(uri, reading, action, current));
    }),
  );

  connection.onExecuteCommand(params =>
    params.command === NORMALISE ? normaliseDocument(connection, desk(), params) : null,
  );
}

/** Which kinds an editor asks for. A menu that opens by itself, with each move of the caret, shows quick fixes alone. */
function wantedBy({ only, triggerKind }: CodeActionContext): (kind: ActionKind) => boolean {
  if (only) return kind => only.some(one => one === '' || kind === one || kind.startsWith(`${one}.`));
  if (triggerKind === CodeActionTriggerKind.Automatic) return kind => !kind.startsWith('source.');
  return () => true;
}

function toCodeAction(uri: string, { cable }: Reading, action: Action, desk: Desk): CodeAction {
  const { title, kind, edits, rename, diagnostic, preferred } = action;
  const edit = rename === undefined ? toWorkspaceEdit(uri, cable.lines, edits, desk) : toRename(uri, rename);
  const converted: CodeAction = { title, kind, edit };
  if (diagnostic) converted.diagnostics = [toDiagnostic(uri, cable.lines, diagnostic)];
  if (preferred) converted.isPreferred = true;
  return converted;
}

function toRename(oldUri: string, name: string): WorkspaceEdit {
  const newUri = oldUri.slice(0, oldUri.lastIndexOf('/') + 1) + encodeURIComponent(name);
  return { documentChanges: [{ kind: 'rename', oldUri, newUri, options: { overwrite: false } }] };
}

/** The edits for a document at the version that was read, where the editor knows versions. */
function toWorkspaceEdit(
  uri: string,
  lines: LineTable,
  edits: readonly TextEdit[],
  { traits, version }: Desk,
): WorkspaceEdit {
  const converted = edits.map(({ span, newText }): LspTextEdit => ({ range: rangeOf(lines, span), newText }));
  if (!traits.documentChanges) return { changes: { [uri]: converted } };
  return { documentChanges: [{ textDocument: { uri, version: version(uri) }, edits: converted }] };
}

/**
 * Takes the marks of copies off an open cable, or off a range of it: `[uri, range?]`. Gives the number of changes, 0 where there
 * is nothing to take off, where the document is no open cable, or where the editor did not take the changes.
 */
async function normaliseDocument(
  connection: Connection,
  desk: Desk,
  { arguments: [uri, range] = [] }: ExecuteCommandParams,
): Promise<number> {
  const reading = typeof uri === 'string' ? desk.reading(uri) : null;
  if (!reading) return 0;
  const { cable } = reading;
  const edits = guarded(desk.log, 'normalising', [], () =>
    normalising(cable, Range.is(range) ? spanOf(cable.lines, range) : undefined),
  );
  if (edits.length === 0) return 0;
  const { applied } = await connection.workspace.applyEdit({
    label: 'Normalise copy artefacts',
    edit: toWorkspaceEdit(uri, cable.lines, edits, desk),
  });
  return applied ? edits.length : 0;
}

function spanOf(lines: LineTable, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}
