import { compareText } from '../order';
import { Base } from './base';
import type { FactsBatch } from './batch';
import { citationColumns } from './citationColumns';
import { type BaseColumns, NO_CABLE } from './columns';
import { type OrderedRows, orderRows, rowVisitor } from './orderRows';
import { type PickedFiles, pickFiles } from './pickFiles';
import { rowColumns } from './rowColumns';
import { Source } from './source';
import { StringWriter, tableOf } from './strings';

/**
 * The base of what `old` has and `batches` say, of which a later one overrules an earlier one. Makes no object per file that
 * outlives it; a quarter of a million cables cost about a second. Throws where there are more than 65,535 batches.
 */
export function buildBase(old: Base | null, batches: readonly FactsBatch[]): Base {
  if (batches.length > 0xffff) throw new RangeError(`${batches.length} batches are too many for one base`);
  const tables = {
    senders: new StringWriter(),
    captions: new StringWriter(),
    tokens: new StringWriter(),
  };
  const sources = [...(old ? [old.columns] : []), ...batches].map(columns => new Source(columns, tables));
  const files = pickFiles(sources);
  const eachRow = rowVisitor(sources, files);
  eachRow((source, row) => source.use(row));
  const posts = [...new Set(sources.flatMap(source => source.posts()))].sort(compareText);
  const numbers = new Map(posts.map((post, i) => [post, i]));
  for (const source of sources) source.numberPosts(numbers);
  const rows = orderRows(sources, files, eachRow);
  const citations = citationColumns(sources, rows);
  const written = rowColumns(sources, rows);
  const folders = tableOf(files.folders);
  const postTable = tableOf(posts);
  const senders = tables.senders.finish();
  const captions = tables.captions.finish();
  const tokens = tables.tokens.finish();
  return new Base({
    folderStarts: folders.starts,
    folderBytes: folders.bytes,
    postStarts: postTable.starts,
    postBytes: postTable.bytes,
    senderStarts: senders.starts,
    senderBytes: senders.bytes,
    captionsStarts: captions.starts,
    captionsBytes: captions.bytes,
    tokenStarts: tokens.starts,
    tokenBytes: tokens.bytes,
    ...fileColumns(sources, files, rows),
    ...written,
    ...citations,
  });
}

type FileColumns = Pick<
  BaseColumns,
  'fileFolder' | 'nameStarts' | 'nameBytes' | 'fileSize' | 'fileTime' | 'fileRow' | 'rowFile'
>;

function fileColumns(sources: readonly Source[], files: PickedFiles, rows: OrderedRows): FileColumns {
  const names = new StringWriter();
  const fileSize = new Float64Array(files.file.length);
  const fileTime = new Float64Array(files.file.length);
  for (let i = 0; i < files.file.length; i++) {
    const source = sources[files.source[i] ?? 0];
    if (!source) continue;
    const file = files.file[i] ?? 0;
    names.add(source.names.at(file));
    fileSize[i] = source.columns.fileSize[file] ?? 0;
    fileTime[i] = source.columns.fileTime[file] ?? 0;
  }
  const fileRow = new Uint32Array(files.file.length).fill(NO_CABLE);
  for (const [row, file] of rows.file.entries()) fileRow[file] = row;
  const { starts, bytes } = names.finish();
  const fileFolder = files.folder.slice();
  return {
    fileFolder,
    nameStarts: starts,
    nameBytes: bytes,
    fileSize,
    fileTime,
    fileRow,
    rowFile: rows.file,
  };
}
