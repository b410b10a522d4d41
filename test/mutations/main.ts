import { statSync } from 'node:fs';
import { collectCables } from '../../server/src/host/files/collect';
import { readCable } from '../../server/src/host/files/read';
import { mutations } from './all';
import { isGood, type NamedText, type Score, score } from './bench';

/** The cables of files and folders. */
async function read(paths: readonly string[]): Promise<readonly NamedText[]> {
  const texts: NamedText[] = [];
  for (const path of paths) {
    if (statSync(path).isDirectory()) {
      await collectCables(path, {
        onCable: (name, text) => void texts.push({ name, text }),
        onProblem: ({ path: name, message }) => console.error(`${name}: ${message}`),
      });
    } else {
      const result = readCable(path);
      if (result.kind === 'text') texts.push({ name: path, text: result.text });
      else console.error(`${path}: not a cable`);
    }
  }
  return texts;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

function print(scores: readonly Score[], showMisses: boolean): void {
  const row = (...cells: readonly (string | number)[]) =>
    console.log(
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(9))).join(''),
    );
  row('check', 'applied', 'found', '', 'alone', '');
  for (const one of scores) {
    const { code, applied, found, alone, misses } = one;
    row(
      `${isGood(one) ? ' ' : '✗'} ${code}`,
      applied,
      found,
      percent(found, applied),
      alone,
      percent(alone, applied),
    );
    if (showMisses) for (const miss of misses) console.log(`      ${miss}`);
  }
  const sum = (of: (one: Score) => number) => scores.reduce((total, one) => total + of(one), 0);
  const [applied, found, alone] = [sum(s => s.applied), sum(s => s.found), sum(s => s.alone)];
  row('  all', applied, found, percent(found, applied), alone, percent(alone, applied));
}

async function main(args: readonly string[]): Promise<void> {
  const paths = args.filter(arg => !arg.startsWith('--'));
  const seed = Number(args.find(arg => arg.startsWith('--seed='))?.slice('--seed='.length) ?? 1);
  if (paths.length === 0) throw new Error('name files or folders with cables');
  const texts = await read(paths);
  const scores = score(mutations, texts, seed);
  print(scores, args.includes('--misses'));
  const bad = scores.filter(one => !isGood(one)).map(({ code }) => code);
  const untried = scores.filter(({ applied }) => applied === 0).map(({ code }) => code);
  console.log(`\n${texts.length} cables, seed ${seed}.`);
  if (untried.length > 0) console.log(`No cable to break for: ${untried.join(', ')}.`);
  console.log(bad.length === 0 ? 'All checks find what was broken.' : `Below the mark: ${bad.join(', ')}.`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch(error => {
  console.error(String(error instanceof Error ? error.message : error));
  process.exitCode = 2;
});
