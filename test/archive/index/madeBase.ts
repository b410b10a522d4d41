import type { CableFacts, FileFacts } from '../../../server/src/archive/facts';
import { BaseBuilder } from '../../../server/src/archive/index/build/baseBuilder';
import { BaseEncoder } from '../../../server/src/archive/index/build/baseEncoder';
import { BatchWriter, type FactsBatch } from '../../../server/src/archive/index/build/batch';
import type { Base } from '../../../server/src/archive/index/format/base';
import type { BaseColumns } from '../../../server/src/archive/index/format/columns';
import { madeFacts } from '../made';

/** One telegram, or several, or null for a file that is no cable. */
type MadeFacts = CableFacts | FileFacts | null;

function telegramsOf(facts: MadeFacts): FileFacts {
  if (facts === null) return [];
  return 'mrn' in facts ? [facts] : facts;
}

/** A batch of files of no particular size and time; null for one that is no cable, undefined for one that is gone. */
export function madeBatch(files: Iterable<readonly [path: string, facts: MadeFacts | undefined]>) {
  const writer = new BatchWriter();
  for (const [path, facts] of files) {
    if (facts === undefined) writer.remove(path);
    else writer.add(path, path.length, 1000.25, telegramsOf(facts));
  }
  return writer.finish();
}

/** A batch of these files in their order; those that begin with a minus are gone. */
export function batchOfPaths(paths: readonly string[]) {
  return madeBatch(
    paths.map(path => (path.startsWith('-') ? [path.slice(1), undefined] : [path, madeFacts({})])),
  );
}

export function madeBase(files: Iterable<readonly [path: string, facts: MadeFacts]>): Base {
  return buildBase(null, [madeBatch(files)]);
}

/** A base as the bytes of a file. */
export function encoded(base: Base, label: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const encoder = new BaseEncoder(label, (pieces, start) => {
    for (const [i, byte] of Buffer.concat(pieces).entries()) bytes[start + i] = byte;
  });
  encoder.add(base.columns);
  encoder.finish();
  return new Uint8Array(bytes);
}

/** The base of what `old` has and `batches` say. */
export function buildBase(
  old: Base | null,
  batches: readonly FactsBatch[],
  onColumns?: (columns: Partial<BaseColumns>) => void,
): Base {
  const builder = new BaseBuilder(old);
  for (const batch of batches) builder.add(batch);
  return builder.finish(onColumns);
}
