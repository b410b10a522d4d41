import { factsOf } from '../../server/src/archive/facts';
import { parseCable } from '../../server/src/cable/parse';
import { decode } from '../../server/src/host/files/decode';
import { scanCable } from '../../server/src/host/scan/scanFile';
import { seeds } from '../seeds';
import { interleaved, limit } from './measure';

/** What an archive costs for each file that is read into it: the scan of its bytes, beside a whole reading of them. */
export async function benchScan(rounds: number): Promise<void> {
  const files = seeds.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const medians = await interleaved(
    {
      scan: () => {
        for (const { name, bytes } of files) scanCable(bytes, name);
      },
      parse: () => {
        for (const { name, bytes } of files) factsOf(parseCable(decode(bytes) ?? '', name));
      },
    },
    rounds,
  );
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length;
  const each = (milliseconds: number) => ((1000 * milliseconds) / files.length).toFixed(1).padStart(6);
  console.log(`\nA file of ${Math.round(size)} bytes on average (median of ${rounds}, interleaved)`);
  console.log(`  scan: what the archive keeps       ${each(medians.scan)} µs`);
  console.log(`  decoding, parse and the same facts ${each(medians.parse)} µs`);
  console.log(
    `  ratio                              ${(medians.parse / medians.scan).toFixed(1)} times as fast`,
  );
  limit('the scan takes at most two thirds of the time', medians.scan * 1.5 <= medians.parse);
}
