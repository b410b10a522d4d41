import { lowerBound } from '../lowerBound';
import { compareText } from '../order';
import { Base } from './base';
import type { FactsBatch } from './batch';
import { NO_ID } from './cableKey';
import { type BaseColumns, GONE, NO_CABLE, NONE } from './columns';
import { type PickedFiles, pickFiles } from './pickFiles';
import { copyRowText, sizeOfCopy } from './rowText';
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

/** Rows in the order of the base. */
interface OrderedRows {
  readonly key: Float64Array;
  /** The number of each row's file in the base. */
  readonly file: Uint32Array;
  /** Its source, and its number there. */
  readonly source: Uint16Array;
  readonly row: Uint32Array;
}

type RowVisitor = (visit: (source: Source, row: number, file: number) => void) => void;

/** Visits the rows of the files picked, in the order of the files. */
function rowVisitor(sources: readonly Source[], files: PickedFiles): RowVisitor {
  return visit => {
    for (let i = 0; i < files.file.length; i++) {
      const source = sources[files.source[i] ?? 0];
      const row = source?.columns.fileRow[files.file[i] ?? 0] ?? NO_CABLE;
      if (source && row < GONE) visit(source, row, i);
    }
  };
}

function orderRows(sources: readonly Source[], files: PickedFiles, eachRow: RowVisitor): OrderedRows {
  let count = 0;
  eachRow(() => count++);
  const key = new Float64Array(count);
  const file = new Uint32Array(count);
  let at = 0;
  eachRow((source, row, index) => {
    key[at] = source.key(source.columns.rowKey[row] ?? NO_ID);
    file[at++] = index;
  });
  const pathOf = (index: number) => {
    const folder = files.folders[files.folder[index] ?? 0] ?? '';
    const name = sources[files.source[index] ?? 0]?.names.at(files.file[index] ?? 0) ?? '';
    return folder === '' ? name : `${folder}/${name}`;
  };
  const comparePaths = (a: number, b: number) =>
    files.folder[a] === files.folder[b] ? a - b : compareText(pathOf(a), pathOf(b));
  const order = Uint32Array.from(key.keys()).sort(
    (a, b) => (key[a] ?? 0) - (key[b] ?? 0) || comparePaths(file[a] ?? 0, file[b] ?? 0),
  );
  const fileOfRow = order.map(i => file[i] ?? 0);
  return {
    key: Float64Array.from(order, i => key[i] ?? 0),
    file: fileOfRow,
    source: Uint16Array.from(fileOfRow, index => files.source[index] ?? 0),
    row: fileOfRow.map(index => {
      const source = sources[files.source[index] ?? 0];
      return source?.columns.fileRow[files.file[index] ?? 0] ?? 0;
    }),
  };
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

type RowColumns = Pick<
  BaseColumns,
  | 'rowKey'
  | 'rowTime'
  | 'rowClassification'
  | 'rowSender'
  | 'rowCaptions'
  | 'rowCompleteness'
  | 'rowAnchor'
  | 'rowTextStarts'
  | 'rowText'
>;

function rowColumns(sources: readonly Source[], rows: OrderedRows): RowColumns {
  const count = rows.row.length;
  const written = {
    rowKey: rows.key,
    rowTime: new Int32Array(count),
    rowClassification: new Uint8Array(count),
    rowSender: new Uint32Array(count),
    rowCaptions: new Uint32Array(count),
    rowCompleteness: new Int32Array(count),
    rowAnchor: new Uint32Array(4 * count),
    rowTextStarts: new Uint32Array(count + 1),
  };
  for (let i = 0; i < count; i++) {
    const source = sources[rows.source[i] ?? 0];
    if (!source) continue;
    const row = rows.row[i] ?? 0;
    const { columns } = source;
    const sender = columns.rowSender[row] ?? NONE;
    written.rowTime[i] = columns.rowTime[row] ?? 0;
    written.rowClassification[i] = columns.rowClassification[row] ?? 0;
    written.rowSender[i] = sender === NONE ? NONE : source.sender(sender);
    written.rowCaptions[i] = source.captions(columns.rowCaptions[row] ?? 0);
    written.rowCompleteness[i] = columns.rowCompleteness[row] ?? 0;
    copyRange(columns.rowAnchor, row, written.rowAnchor, i);
    const size = sizeOfCopy(source.texts, row, source.token);
    written.rowTextStarts[i + 1] = (written.rowTextStarts[i] ?? 0) + size;
  }
  return { ...written, rowText: textColumn(sources, rows, written.rowTextStarts) };
}

function textColumn(sources: readonly Source[], rows: OrderedRows, starts: Uint32Array): Uint16Array {
  const column = new Uint16Array(starts[rows.row.length] ?? 0);
  for (let i = 0; i < rows.row.length; i++) {
    const source = sources[rows.source[i] ?? 0];
    if (source) copyRowText(source.texts, rows.row[i] ?? 0, column, starts[i] ?? 0, source.token);
  }
  return column;
}

type CitationColumns = Pick<
  BaseColumns,
  | 'rowCitations'
  | 'targetKey'
  | 'citationTarget'
  | 'citationCode'
  | 'citationRange'
  | 'targetCitations'
  | 'citing'
>;

function citationColumns(sources: readonly Source[], rows: OrderedRows): CitationColumns {
  const targetKey = distinct(Float64Array.from(sources.flatMap(source => source.targetKeys())).sort());
  const targets = sources.map(source =>
    Uint32Array.from(source.columns.targetKey, key => lowerBound(targetKey, source.key(key))),
  );
  const rowCitations = new Uint32Array(rows.row.length + 1);
  for (let i = 0; i < rows.row.length; i++) {
    const all = sources[rows.source[i] ?? 0]?.columns.rowCitations;
    const row = rows.row[i] ?? 0;
    rowCitations[i + 1] = (rowCitations[i] ?? 0) + (all?.[row + 1] ?? 0) - (all?.[row] ?? 0);
  }
  const count = rowCitations[rows.row.length] ?? 0;
  const citationTarget = new Uint32Array(count);
  const citationCode = new Uint8Array(count);
  const citationRange = new Uint32Array(4 * count);
  for (let i = 0; i < rows.row.length; i++) {
    const number = rows.source[i] ?? 0;
    const columns = sources[number]?.columns;
    if (!columns) continue;
    let from = columns.rowCitations[rows.row[i] ?? 0] ?? 0;
    for (let to = rowCitations[i] ?? 0; to < (rowCitations[i + 1] ?? 0); to++, from++) {
      citationTarget[to] = targets[number]?.[columns.citationTarget[from] ?? 0] ?? 0;
      citationCode[to] = columns.citationCode[from] ?? 0;
      copyRange(columns.citationRange, from, citationRange, to);
    }
  }
  return {
    rowCitations,
    targetKey,
    citationTarget,
    citationCode,
    citationRange,
    ...backward(citationTarget, targetKey.length),
  };
}

/** The citations of each target, in their order. */
function backward(
  citationTarget: Uint32Array,
  targets: number,
): Pick<BaseColumns, 'targetCitations' | 'citing'> {
  const targetCitations = new Uint32Array(targets + 1);
  for (const target of citationTarget) targetCitations[target + 1] = (targetCitations[target + 1] ?? 0) + 1;
  for (let i = 1; i <= targets; i++)
    targetCitations[i] = (targetCitations[i] ?? 0) + (targetCitations[i - 1] ?? 0);
  const next = targetCitations.slice();
  const citing = new Uint32Array(citationTarget.length);
  for (const [citation, target] of citationTarget.entries()) {
    const at = next[target] ?? 0;
    next[target] = at + 1;
    citing[at] = citation;
  }
  return { targetCitations, citing };
}

/** `sorted` without what is there twice. */
function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
}

function copyRange(from: Uint32Array, index: number, to: Uint32Array, at: number): void {
  for (let part = 0; part < 4; part++) to[4 * at + part] = from[4 * index + part] ?? 0;
}
