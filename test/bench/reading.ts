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
/** An index reads thousands of files: what the engine compiles while it reads the first few hundred times is not measured. */
const WARM_UP = 10;

/** Prints how many microseconds one thread takes for a cable of `folder`: the median of five rounds over all of its files, warm. */
export function benchReading(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(({ parentPath, name }) => ({
    path: name,
    text: readFileSync(join(parentPath, name), 'utf8'),
  }));
  const readers: Readonly<Record<string, (text: string, path: string) => unknown>> = {
    'line table': text => new LineTable(text),
    'what stands around the running text': (text, path) =>
      readEnvelope(text, new LineTable(text), path, true),
    'archive facts': (text, path) => factsOf(readIndexDigest(text, path)),
    'whole parse': parseCable,
  };
  const times = new Map(Object.keys(readers).map(name => [name, [] as number[]]));
  // The readers take turns, so that a busy machine slows all of them alike.
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [name, read] of Object.entries(readers)) {
      const start = performance.now();
      for (const { text, path } of texts) read(text, path);
      if (round >= 0) times.get(name)?.push((performance.now() - start) * 1000);
    }
  console.log(`\nReading ${texts.length} cables, microseconds for each (median of ${ROUNDS})`);
  for (const [name, rounds] of times)
    console.log(`  ${name.padEnd(54)}${(median(rounds) / texts.length).toFixed(1).padStart(10)}`);
}
