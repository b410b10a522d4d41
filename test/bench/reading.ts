import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { factsOf } from '../../server/src/archive/facts';
import { readEnvelope } from '../../server/src/cable/envelope';
import { readIndexDigest } from '../../server/src/cable/indexDigest';
import { parseCable } from '../../server/src/cable/parse';
import { LineTable } from '../../server/src/text/lineTable';
import { median } from './measure';

const ROUNDS = 5;
/** An index reads thousands of files: what the engine compiles while it reads the first ten thousand is not measured. */
const WARM_UP = 30;

/**
 * In this order: the process that makes an index never reads a cable whole, and the engine compiles what both use for what it has
 * seen so far.
 */
const READERS: Readonly<Record<string, (text: string, path: string) => unknown>> = {
  'archive facts': (text, path) => factsOf(readIndexDigest(text, path)),
  '  of these, line table': text => new LineTable(text),
  '  of these, all but the running text': (text, path) => readEnvelope(text, new LineTable(text), path, true),
  'whole parse': parseCable,
};

/** Prints how many microseconds one thread takes for a cable of `folder`: the median of five rounds over all of its files, warm. */
export function benchReading(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(({ parentPath, name }) => ({
    path: name,
    text: readFileSync(join(parentPath, name), 'utf8'),
  }));
  console.log(`\nReading ${texts.length} cables, microseconds for each (median of ${ROUNDS})`);
  for (const [name, read] of Object.entries(READERS)) {
    const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => {
      const start = performance.now();
      for (const { text, path } of texts) read(text, path);
      return (performance.now() - start) * 1000;
    });
    const time = median(rounds.slice(WARM_UP)) / texts.length;
    console.log(`  ${name.padEnd(54)}${time.toFixed(1).padStart(10)}`);
  }
}
