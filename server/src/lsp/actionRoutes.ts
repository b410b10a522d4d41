import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type Connection,
  type Range,
} from 'vscode-languageserver';
import { parseDocument } from '../cable/document';
import type { Diagnostic } from '../checks';
import { type Action, type ActionKind, actionsAt } from '../features/codeActions';
import type { Reading } from '../features/reading';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { answering } from './answer';
import { toDiagnostic } from './conversion';
import { COMPARE_COPIES, IGNORE } from './messages';
import type { ServerContext } from './serverContext';
import { nameOf } from './uris';
import { toRename, toWorkspaceEdit } from './workspaceEdits';

/** Connects requests for changes with the features that make them. */
export function routeActions(connection: Connection, context: () => ServerContext): void {
  const { inCable } = answering(context);

  connection.onCodeAction(
    inCable('code actions', [], (reading, { textDocument: { uri }, range, context }, current) => {
      if (!current.clientSupport.codeActions) return [];
      const { cable } = reading;
      const span = spanOf(cable.lines, range);
      // Only the cable that is open is read, and only by its own diagnostics: what the editor remembers may be of an older text.
      const diagnose = (text: string) => {
        const same = text === cable.text ? cable : parseDocument(text, uri)[cable.telegram.n - 1];
        return same ? current.diagnose(uri, same) : [];
      };
      const wanted = wantedBy(context);
      const actions = actionsAt(cable, span, diagnose, wanted)
        .filter(({ rename }) => rename === undefined || current.clientSupport.fileRenames)
        .map(action => toCodeAction(uri, reading, action, current));
      if (!wanted('quickfix')) return actions;
      const here = findingsAt(uri, reading, span, current);
      return [
        ...actions,
        ...comparingActions(uri, reading, here, current),
        ...ignoringActions(uri, reading, here, current),
      ];
    }),
  );
}

/** Which kinds the editor requests. An automatic request, on each move of the caret, gets only quick fixes. */
function wantedBy({ only, triggerKind }: CodeActionContext): (kind: ActionKind) => boolean {
  if (only) return kind => only.some(one => one === '' || kind === one || kind.startsWith(`${one}.`));
  if (triggerKind === CodeActionTriggerKind.Automatic) return kind => !kind.startsWith('source.');
  return () => true;
}

function toCodeAction(uri: string, { cable }: Reading, action: Action, context: ServerContext): CodeAction {
  const { title, kind, edits, rename, diagnostic, preferred } = action;
  const edit =
    rename === undefined ? toWorkspaceEdit(uri, cable.lines, edits, context) : toRename(uri, rename);
  const converted: CodeAction = { title, kind, edit };
  if (diagnostic)
    converted.diagnostics = [
      toDiagnostic(uri, cable.lines, diagnostic, context.clientSupport.diagnosticPages),
    ];
  if (preferred) converted.isPreferred = true;
  return converted;
}

/** At most this many codes are offered to be ignored. */
const MOST_IGNORED = 5;

function findingsAt(uri: string, { cable }: Reading, span: Span, context: ServerContext) {
  return context.diagnose(uri, cable).filter(({ start, end }) => start <= span.end && span.start <= end);
}

/** At most this many copies are offered to be compared. */
const MOST_COPIES = 3;

/** Comparing a cable with each other file that holds it, where the editor can show that. */
function comparingActions(
  uri: string,
  { cable }: Reading,
  here: readonly Diagnostic[],
  context: ServerContext,
): CodeAction[] {
  const duplicate = here.find(({ code }) => code === 'duplicate-cable');
  if (!duplicate || !context.clientSupport.commands.includes(COMPARE_COPIES)) return [];
  return (duplicate.relatedLocations ?? []).slice(0, MOST_COPIES).map(other => {
    const title = l10n.t('Compare with {0}', nameOf(other.uri));
    const place = [uri, other.uri, other.range.start];
    return {
      title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(uri, cable.lines, duplicate, context.clientSupport.diagnosticPages)],
      command: { title, command: COMPARE_COPIES, arguments: place },
    };
  });
}

/** Last in the menu: ignoring a check in this file. */
function ignoringActions(
  uri: string,
  { cable }: Reading,
  here: readonly Diagnostic[],
  context: ServerContext,
): CodeAction[] {
  if (!context.clientSupport.fileCreation || !context.settings.fileFor(uri)) return [];
  const byCode = new Map(here.map(diagnostic => [diagnostic.code, diagnostic]));
  return [...byCode].slice(0, MOST_IGNORED).map(([code, diagnostic]) => {
    const title = l10n.t('Ignore {0} in this file, in reftel.json…', code);
    return {
      title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(uri, cable.lines, diagnostic, context.clientSupport.diagnosticPages)],
      command: { title, command: IGNORE, arguments: [uri, code] },
    };
  });
}

function spanOf(lines: LineTable, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}
