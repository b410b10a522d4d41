import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { factsOf } from '../../../server/src/archive/facts';
import { BatchWriter } from '../../../server/src/archive/index/build/batch';
import { scanText } from '../../../server/src/archive/scan';
import { parseDocument } from '../../../server/src/cable/document';
import { looksLikeCable } from '../../../server/src/cable/recognise';
import { decode } from '../../../server/src/host/files/decode';
import { walk } from '../../../server/src/host/files/walk';
import { median } from '../measure';
import type { Row } from './table';

/** So many files are looked at, spread over the folder. */
const FILES = 2000;
const ROUNDS = 5;

/** What each step of reading costs for a file, in microseconds of one thread; walking is over the whole folder. */
export function measureReadingParts(folder: string): Row[] {
  const start = performance.now();
  const paths = [...walk(folder, () => {})];
  const walking = (1000 * (performance.now() - start)) / Math.max(1, paths.length);
  const step = Math.max(1, Math.floor(paths.length / FILES));
  const some = paths.filter((_, i) => i % step === 0);
  const files = some.map(path => ({ path, bytes: readFileSync(join(folder, path)) }));
  const texts = files.flatMap(({ path, bytes }) => {
    const text = decode(bytes);
    return text === null ? [] : [{ path, text }];
  });
  const facts = texts.map(({ path, text }) => ({ path, facts: scanText(text, path) }));
  const each = (run: () => void) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const from = performance.now();
      run();
      return performance.now() - from;
    });
    return (1000 * median(times)) / Math.max(1, files.length);
  };
  const row = (what: string, value: number): Row => ({ what, value, unit: 'µs' });
  return [
    row('finding a file', walking),
    row(
      'reading its bytes',
      each(() => {
        for (const path of some) readFileSync(join(folder, path));
      }),
    ),
    row(
      'decoding them',
      each(() => {
        for (const { bytes } of files) decode(bytes);
      }),
    ),
    row(
      'recognising a cable',
      each(() => {
        for (const { text } of texts) looksLikeCable(text);
      }),
    ),
    row(
      'what the archive keeps of it',
      each(() => {
        for (const { path, text } of texts) scanText(text, path);
      }),
    ),
    row(
      'writing that into columns',
      each(() => {
        const writer = new BatchWriter();
        for (const one of facts) writer.add(one.path, 1, 1, one.facts);
        writer.finish();
      }),
    ),
    row(
      'a whole reading, for comparison',
      each(() => {
        for (const { path, text } of texts) parseDocument(text, path).map(factsOf);
      }),
    ),
  ];
}
