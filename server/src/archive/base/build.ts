import { Base } from './base';
import type { FactsBatch } from './batch';
import { citationColumns } from './citationColumns';
import type { BaseColumns } from './columns';
import { fileColumns, pathComparer, rowsOfFiles } from './fileColumns';
import { orderRows } from './orderRows';
import { pickFiles } from './pickFiles';
import { rowColumns } from './rowColumns';
import { rowStrings } from './rowStrings';
import { sourcesOf } from './source';
import { tableOf } from './strings';
import { targetsOf } from './targets';
import { usageOf } from './usage';

/**
 * The base of what `old` has and `batches` say, of which a later one overrules an earlier one. Works on columns and bytes and makes no
 * object per file; a quarter of a million cables cost about a quarter of a second of processor time. `onColumns` gets the columns as they come into being,
 * each once. Throws where there are more than 65,535 batches.
 */
export function buildBase(
  old: Base | null,
  batches: readonly FactsBatch[],
  onColumns: (columns: Partial<BaseColumns>) => void = () => {},
): Base {
  if (batches.length > 0xffff) throw new RangeError(`${batches.length} batches are too many for one base`);
  const done = <Columns extends Partial<BaseColumns>>(columns: Columns): Columns => {
    onColumns(columns);
    return columns;
  };
  const sources = sourcesOf([...(old ? [old.columns] : []), ...batches]);
  const picked = pickFiles(sources);
  const folders = tableOf(picked.folders);
  const files = done({
    folderStarts: folders.starts,
    folderBytes: folders.bytes,
    ...fileColumns(sources, picked),
  });
  const usage = usageOf(sources, picked);
  const posts = tableOf(usage.posts.strings);
  const rows = orderRows(sources, usage, pathComparer(picked));
  const ids = done({
    postStarts: posts.starts,
    postBytes: posts.bytes,
    fileRow: rowsOfFiles(rows.file, picked.folder.length),
    rowKey: rows.key,
    rowFile: rows.file,
  });
  const numbers = done(rowColumns(sources, rows.place, rows.row.length));
  const targets = targetsOf(sources, usage);
  const citations = done(citationColumns(sources, rows.place, numbers.rowCitations, targets));
  const strings = done(rowStrings(sources, rows));
  return new Base({ ...files, ...ids, ...numbers, ...citations, ...strings });
}
