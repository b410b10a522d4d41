import { deepEqual } from 'node:assert/strict';
import type { Base } from '../../server/src/archive/base/base';
import { BatchWriter, type FactsBatch } from '../../server/src/archive/base/batch';
import { buildBase } from '../../server/src/archive/base/build';
import { baseColumnNames } from '../../server/src/archive/base/columns';
import { FileWriter } from '../../server/src/archive/base/fileWriter';
import { packed } from '../../server/src/archive/base/pack';
import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { looksLikeCable } from '../../server/src/cable/recognise';
import { newPlainReader, type PlainReader } from '../../server/src/host/plainReader';
import type { Sample } from '../cable/samples';

/** The reader of these tests. */
export const reader = newPlainReader() as PlainReader;

/** Those of some texts that the plain reader accepts, each of which must get the row that it gets from the parser. */
export function accepted(texts: readonly Sample[]): readonly Sample[] {
  reader.clear();
  const taken = texts.filter(({ text }) => isAccepted(text));
  const plain = buildBase(null, [batchOf(taken)]);
  const parsed = buildBase(null, [parsedBatch(taken)]);
  // Names and citations first, where a difference can be read.
  for (const { name } of taken) deepEqual(shown(plain, name), shown(parsed, name), name);
  for (const name of baseColumnNames) deepEqual(plain.columns[name], parsed.columns[name], name);
  return taken;
}

function isAccepted(text: string): boolean {
  const bytes = Buffer.from(text);
  return bytes.copy(reader.bytes) === bytes.length && reader.scan(bytes.length) === 'written';
}

/** The reader's batch, whose rows are those of `files`. */
function batchOf(files: readonly Sample[]): FactsBatch {
  const writer = new FileWriter();
  for (const [row, { name }] of files.entries()) writer.add('', name, 0, 0, row);
  return packed({ ...writer.finish(), ...reader.columns() });
}

function parsedBatch(files: readonly Sample[]): FactsBatch {
  const writer = new BatchWriter();
  for (const { name, text } of files)
    writer.add(name, 0, 0, looksLikeCable(text) ? factsOf(parseCable(text, name)) : null);
  return writer.finish();
}

function shown(base: Base, name: string): unknown {
  const row = base.rowOf(base.fileOf(name));
  if (row < 0) return null;
  const { columns } = base;
  const { start, end } = base.citationsOf(row);
  const citations = Array.from({ length: end - start }, (_, i) => [
    base.mrnOf(columns.targetKey[columns.citationTarget[start + i] ?? 0] ?? 0),
    columns.citationCode[start + i],
    [...columns.citationRange.subarray(4 * (start + i), 4 * (start + i) + 4)],
  ]);
  return { ...base.entry(row), completeness: columns.rowCompleteness[row], citations };
}
