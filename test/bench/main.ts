import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchArchive } from './archive/archive';
import { benchArchiveGrowth } from './archive/growth';
import { benchKills } from './archive/kill';
import { benchBase } from './base';
import { benchCaret } from './caret';
import { benchClient } from './client/main';
import { benchDesk } from './desk';
import { generateArchive } from './generate';
import { benchGrowth, benchMarkdown } from './growth';
import { benchImport } from './import';
import { benchKeystroke } from './keystroke';
import { failures } from './measure';
import { benchReading } from './reading';
import { benchScan } from './scan';

const { values: options, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-growth': { type: 'boolean', default: false },
    generate: { type: 'string' },
    archive: { type: 'string' },
    'archive-growth': { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
    base: { type: 'string' },
    client: { type: 'string' },
    desk: { type: 'string' },
    clean: { type: 'boolean', default: false },
    reading: { type: 'boolean', default: false },
    import: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
  allowPositionals: true,
});

/** What `scripts/bench.mjs` describes. */
async function run(): Promise<void> {
  const { quick, generate: folder, archive, cold } = options;
  const rounds = (usual: number) => (options.rounds === undefined ? usual : Number(options.rounds));
  if (folder !== undefined) return generate(folder, Number(positionals[0]));
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  if (archive !== undefined) await benchArchive(archive, { rounds: rounds(quick ? 1 : 5), cold });
  else if (options['archive-growth']) await benchArchiveGrowth(rounds(quick ? 1 : 5));
  else if (options.base !== undefined) await benchBase(Number(options.base));
  else if (options.client !== undefined) await benchClient(options.client, rounds(quick ? 5 : 20));
  else if (options.desk !== undefined) await benchDesk(options.desk, rounds(quick ? 1 : 3));
  else if (options.reading) benchReading(process.env.REFTEL_CABLES ?? 'seeds');
  else if (options.import) await benchImport(Number(positionals[0] ?? (quick ? 20_000 : 251_287)));
  else if (options.kill) await benchKills(rounds(quick ? 10 : 50));
  else await benchCables(quick);
  console.log(failures() === 0 ? '\nAll limits hold.' : `\n${failures()} limits do not hold.`);
  process.exitCode = failures() === 0 ? 0 : 1;
}

async function benchCables(quick: boolean): Promise<void> {
  await benchKeystroke(quick ? 500 : 2000);
  await benchCaret(quick ? 500 : 2000);
  await benchMarkdown(quick ? 200 : 1000);
  await benchScan(quick ? 200 : 1000);
  if (!options['no-growth']) await benchGrowth(quick ? 5 : 25);
}

function generate(folder: string, size: number): void {
  if (!Number.isSafeInteger(size)) throw new Error('write --generate FOLDER CABLES');
  generateArchive(resolve(folder), size, options.clean);
  console.log(`${size} cables in ${folder}`);
}

run().catch(error => {
  console.error(error);
  process.exitCode = 2;
});
