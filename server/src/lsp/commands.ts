import {
  type Connection,
  MessageType,
  Position,
  Range,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { ignoring } from '../checks/settings/ignoring';
import { isCode } from '../checks/settings/settings';
import { readableEdits } from '../features/readable';
import { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { guarded } from './guard';
import type { ServerContext } from './serverContext';
import { toWorkspaceEdit, withNewFile } from './workspaceEdits';

/** Runs a command with the editor's arguments. */
export type Command = (args: readonly unknown[]) => unknown;

/** Runs the server's commands by name; an unknown one returns null. */
export function routeCommands(connection: Connection, commands: ReadonlyMap<string, Command>): void {
  connection.onExecuteCommand(
    async ({ command, arguments: args = [] }) => (await commands.get(command)?.(args)) ?? null,
  );
}

/**
 * `reftel.makeReadable [uri, range?]`: makes an open cable, or a range of it, readable (see `readableEdits`). Returns the number of
 * changes; 0 if there is nothing to change, the document is not an open cable, or the editor rejected them.
 */
export async function makeDocumentReadable(
  connection: Connection,
  context: ServerContext,
  [uri, range]: readonly unknown[],
): Promise<number> {
  const cable = typeof uri === 'string' ? context.reading(uri)?.cable : undefined;
  if (!cable || typeof uri !== 'string') return 0;
  const { text, lines } = cable;
  const plain = await context.plain();
  const edits = guarded(context.log, 'making readable', [], () =>
    readableEdits(text, plain, true, spanOf(lines, range)),
  );
  if (edits.length === 0) return 0;
  const edit = toWorkspaceEdit(uri, lines, edits, context);
  const { applied } = await connection.workspace.applyEdit({ label: 'Make readable', edit });
  return applied ? edits.length : 0;
}

function spanOf(lines: LineTable, range: unknown): Span | undefined {
  return Range.is(range) ? { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } : undefined;
}

/** The most cables that a message names. */
const MOST_NAMED = 10;

/** The most places in notes that are looked at for a message. */
const MOST_NOTED = 500;

/** `reftel.listCitedBy [uri, position]`: shows in a message which cables cite the one there. Returns their ids. */
export function listCitedBy(
  connection: Connection,
  context: ServerContext,
  [uri, position]: readonly unknown[],
): readonly string[] {
  const reading = readingAt(context, uri, position);
  const mrn = reading?.cable.mrn;
  if (!reading || !mrn) return [];
  const citing = new Set(reading.snapshot.citedBy(mrn).items.map(({ source }) => source.mrn ?? source.uri));
  sayList(connection, [...citing], `No cable of this folder cites ${mrn}.`, `${mrn} is cited by`);
  return [...citing];
}

/** `reftel.listCites [uri, position]`: shows in a message which cables the one there cites. Returns their ids. */
export function listCites(
  connection: Connection,
  context: ServerContext,
  [uri, position]: readonly unknown[],
): readonly string[] {
  const reading = readingAt(context, uri, position);
  if (!reading) return [];
  const { references, mentions, mrn } = reading.cable;
  const cited = new Set([...(references?.items ?? []), ...mentions].flatMap(item => item.mrn ?? []));
  const name = mrn ?? 'This cable';
  sayList(connection, [...cited], `${name} cites no cable.`, `${name} cites`);
  return [...cited];
}

/** `reftel.listNotedIn [uri, position]`: shows in a message which notes name the cable there. Returns their paths. */
export function listNotedIn(
  connection: Connection,
  context: ServerContext,
  [uri, position]: readonly unknown[],
): readonly string[] {
  const mrn = readingAt(context, uri, position)?.cable.mrn;
  if (!mrn) return [];
  const { items } = context.notes.placesOf(mrn, MOST_NOTED);
  const names = [...new Set(items.map(({ uri }) => context.nameOf(uri)))];
  sayList(connection, names, `No note of this folder names ${mrn}.`, `${mrn} is noted in`);
  return names;
}

function readingAt(context: ServerContext, uri: unknown, position: unknown) {
  return typeof uri === 'string' ? context.reading(uri, Position.is(position) ? position : undefined) : null;
}

/** Shows `some` and the names in a message, or `none`. Not a request, whose answer an editor would wait for. */
function sayList(connection: Connection, names: readonly string[], none: string, some: string): void {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const message = names.length === 0 ? none : `${some} ${names.slice(0, MOST_NAMED).join(', ')}${more}.`;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

/**
 * `reftel.ignore [uri, code]`: adds to the folder's `reftel.json` that a check says nothing about an open cable, and shows where the
 * user is to write the reason. Returns true if applied; if the `reftel.json` cannot be read, an error is shown.
 */
export async function ignoreInDocument(
  connection: Connection,
  context: ServerContext,
  [uri, code]: readonly unknown[],
): Promise<boolean> {
  if (typeof uri !== 'string' || !isCode(code) || !context.reading(uri)) return false;
  const place = context.settings.fileFor(uri);
  if (!place) return false;
  const old = place.read();
  const change = guarded(context.log, 'ignoring', null, () => ignoring(old ?? '', place.path, code));
  if (!change) {
    connection.window.showErrorMessage('reftel.json has errors; fix them first.');
    return false;
  }
  const edit = toWorkspaceEdit(place.uri, new LineTable(old ?? ''), change.edits, context);
  const { applied } = await connection.workspace.applyEdit({
    label: `Ignore ${code}`,
    edit: old === null ? withNewFile(place.uri, edit) : edit,
  });
  if (applied && context.clientSupport.showDocument) {
    const { reasonAt } = change;
    const selection = rangeOf(new LineTable(change.text), { start: reasonAt, end: reasonAt });
    await connection.window.showDocument({ uri: place.uri, takeFocus: true, selection });
  }
  return applied;
}
