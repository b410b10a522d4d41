import { Base } from '../format/base';
import type { BaseColumns } from '../format/columns';
import { tableOf } from '../format/strings';
import type { FactsBatch } from './batch';
import { citationColumns, targetsOf } from './citationColumns';
import { fileColumns, pathComparer, rowsOfFiles } from './fileColumns';
import { orderRows } from './orderRows';
import { pickFiles } from './pickFiles';
import { rowColumns, rowStrings } from './rowColumns';
import { SourceCollector } from './source';
import { usageOf } from './usage';

/**
 * Builds a base from an old one and batches, of which a later one overrides earlier ones. Works on columns and bytes, without an object
 * per file; a quarter of a million cables cost about a fifth of a second of processor time. What can be done with a single batch is
 * done when it is added, while others are still being read.
 */
export class BaseBuilder {
  readonly #collector = new SourceCollector();

  constructor(old: Base | null) {
    if (old) this.#collector.add(old.columns);
  }

  /** Adds a batch, which must not change any more. Throws if there are more than 65,535. */
  add(batch: FactsBatch): void {
    this.#collector.add(batch);
  }

  /** The base of all that was added; call it once and last. `onColumns` receives each column as soon as it is done. */
  finish(onColumns: (columns: Partial<BaseColumns>) => void = () => {}): Base {
    const done = <Columns extends Partial<BaseColumns>>(columns: Columns): Columns => {
      onColumns(columns);
      return columns;
    };
    const sources = this.#collector.finish();
    const picked = pickFiles(sources);
    const folders = tableOf(picked.folders);
    const files = done({ folderStarts: folders.starts, folderBytes: folders.bytes, ...fileColumns(picked) });
    const usage = usageOf(sources, picked.ranges);
    const posts = tableOf(usage.posts.strings);
    const rows = orderRows(usage, pathComparer(picked));
    const ids = done({
      postStarts: posts.starts,
      postBytes: posts.bytes,
      rowKey: rows.key,
      ...rowsOfFiles(rows.file, picked.folder.length),
      rowFile: rows.file,
    });
    const wide: number[] = [];
    const numbers = done(rowColumns(sources, rows.place, rows.row.length, wide));
    const targets = targetsOf(usage);
    const citations = done(citationColumns(sources, rows.place, numbers.rowCitations, targets, wide));
    const strings = done(rowStrings(sources, rows));
    return new Base({ ...files, ...ids, ...numbers, ...citations, ...strings });
  }
}
