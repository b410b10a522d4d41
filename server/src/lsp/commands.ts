import * as l10n from '@vscode/l10n';
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
  const { applied } = await connection.workspace.applyEdit({ label: l10n.t('Make readable'), edit });
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
  sayList(connection, [...citing], {
    none: () => l10n.t('No cable of this folder cites {0}.', mrn),
    some: names => l10n.t('{0} is cited by {1}.', mrn, names),
    cut: (names, more) =>
      more === 1
        ? l10n.t('{0} is cited by {1} and 1 more.', mrn, names)
        : l10n.t('{0} is cited by {1} and {2} more.', mrn, names, more),
  });
  return [...citing];
}

/** What a message says of the cables that the cable `mrn` cites. */
function citesOf(mrn: string): ListMessage {
  return {
    none: () => l10n.t('{0} cites no cable.', mrn),
    some: names => l10n.t('{0} cites {1}.', mrn, names),
    cut: (names, more) =>
      more === 1
        ? l10n.t('{0} cites {1} and 1 more.', mrn, names)
        : l10n.t('{0} cites {1} and {2} more.', mrn, names, more),
  };
}

/** The same of a cable without an id. */
const UNNAMED_CITES: ListMessage = {
  none: () => l10n.t('This cable cites no cable.'),
  some: names => l10n.t('This cable cites {0}.', names),
  cut: (names, more) =>
    more === 1
      ? l10n.t('This cable cites {0} and 1 more.', names)
      : l10n.t('This cable cites {0} and {1} more.', names, more),
};

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
  sayList(connection, [...cited], mrn === null ? UNNAMED_CITES : citesOf(mrn));
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
  sayList(connection, names, {
    none: () => l10n.t('No note of this folder names {0}.', mrn),
    some: names => l10n.t('{0} is noted in {1}.', mrn, names),
    cut: (names, more) =>
      more === 1
        ? l10n.t('{0} is noted in {1} and 1 more.', mrn, names)
        : l10n.t('{0} is noted in {1} and {2} more.', mrn, names, more),
  });
  return names;
}

function readingAt(context: ServerContext, uri: unknown, position: unknown) {
  return typeof uri === 'string' ? context.reading(uri, Position.is(position) ? position : undefined) : null;
}

/** A message that names some things: where there is none, all of them, or the first and how many more there are. */
interface ListMessage {
  none(): string;
  some(names: string): string;
  cut(names: string, more: number): string;
}

/** Shows a list in a message. Not a request, whose answer an editor would wait for. */
function sayList(connection: Connection, names: readonly string[], say: ListMessage): void {
  const first = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  const message = names.length === 0 ? say.none() : more > 0 ? say.cut(first, more) : say.some(first);
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
    connection.window.showErrorMessage(l10n.t('reftel.json has errors; fix them first.'));
    return false;
  }
  const edit = toWorkspaceEdit(place.uri, new LineTable(old ?? ''), change.edits, context);
  const { applied } = await connection.workspace.applyEdit({
    label: l10n.t('Ignore {0}', code),
    edit: old === null ? withNewFile(place.uri, edit) : edit,
  });
  if (applied && context.clientSupport.showDocument) {
    const { reasonAt } = change;
    const selection = rangeOf(new LineTable(change.text), { start: reasonAt, end: reasonAt });
    await connection.window.showDocument({ uri: place.uri, takeFocus: true, selection });
  }
  return applied;
}
