import { resolve } from 'node:path';
import { generateArchive } from './generate';
import { benchGrowth, benchMarkdown } from './growth';
import { benchKeystroke } from './keystroke';
import { failures } from './measure';

async function main(quick: boolean): Promise<void> {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  await benchKeystroke(quick ? 500 : 2000);
  await benchMarkdown(quick ? 200 : 1000);
  if (!process.argv.includes('--no-growth')) await benchGrowth(quick ? 5 : 25);
  console.log(failures() === 0 ? '\nAll limits hold.' : `\n${failures()} limits do not hold.`);
  process.exitCode = failures() === 0 ? 0 : 1;
}

/** Makes an archive to measure or to try things on: `--generate FOLDER CABLES`. */
function generate(folder: string | undefined, cables: string | undefined): void {
  const size = Number(cables);
  if (!folder || !Number.isSafeInteger(size)) throw new Error('write --generate FOLDER CABLES');
  generateArchive(resolve(folder), size);
  console.log(`${size} cables in ${folder}`);
}

async function run(args: readonly string[]): Promise<void> {
  const place = args.indexOf('--generate');
  if (place >= 0) generate(args[place + 1], args[place + 2]);
  else await main(args.includes('--quick'));
}

run(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exitCode = 2;
});
