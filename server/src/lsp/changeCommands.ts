import { type Connection, Range } from 'vscode-languageserver';
import { rangeOf } from '../archive/facts';
import { ignoring } from '../checks/settings/ignoring';
import { isCode } from '../checks/settings/settings';
import { normalising } from '../features/normalising';
import { LineTable } from '../text/lineTable';
import type { Desk } from './desk';
import { guarded } from './guard';
import { toWorkspaceEdit, withNewFile } from './workspaceEdits';

/**
 * `reftel.normalise [uri, range?]`: takes the marks of copies off an open cable, or off a range of it. Gives the number of
 * changes; 0 where there is nothing to take off, where the document is no open cable, or where the editor did not take them.
 */
export async function normaliseDocument(
  connection: Connection,
  desk: Desk,
  [uri, range]: readonly unknown[],
): Promise<number> {
  const reading = typeof uri === 'string' ? desk.reading(uri) : null;
  if (!reading || typeof uri !== 'string') return 0;
  const { cable } = reading;
  const { lines } = cable;
  const edits = guarded(desk.log, 'normalising', [], () =>
    normalising(
      cable,
      Range.is(range) ? { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } : undefined,
    ),
  );
  if (edits.length === 0) return 0;
  const edit = toWorkspaceEdit(uri, lines, edits, desk);
  const { applied } = await connection.workspace.applyEdit({ label: 'Normalise copy artefacts', edit });
  return applied ? edits.length : 0;
}

/**
 * `reftel.ignore [uri, code]`: adds to the folder's `reftel.json` that a check says nothing about an open cable, and shows where the
 * person is to write the reason. Gives whether that was done; not where the `reftel.json` cannot be read, which is said.
 */
export async function ignoreInDocument(
  connection: Connection,
  desk: Desk,
  [uri, code]: readonly unknown[],
): Promise<boolean> {
  if (typeof uri !== 'string' || !isCode(code) || !desk.reading(uri)) return false;
  const place = desk.settings.fileFor(uri);
  if (!place) return false;
  const old = place.read();
  const change = guarded(desk.log, 'ignoring', null, () => ignoring(old ?? '', place.path, code));
  if (!change) {
    connection.window.showErrorMessage('Something is wrong in reftel.json; mend that first.');
    return false;
  }
  const edit = toWorkspaceEdit(place.uri, new LineTable(old ?? ''), change.edits, desk);
  const { applied } = await connection.workspace.applyEdit({
    label: `Ignore ${code}`,
    edit: old === null ? withNewFile(place.uri, edit) : edit,
  });
  if (applied && desk.traits.showDocument) {
    const { reasonAt } = change;
    const selection = rangeOf(new LineTable(change.text), { start: reasonAt, end: reasonAt });
    await connection.window.showDocument({ uri: place.uri, takeFocus: true, selection });
  }
  return applied;
}
