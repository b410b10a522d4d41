import MarkdownIt from 'markdown-it';
import { parseCable } from '../../server/src/cable/parse';
import { seeds } from '../seeds';
import { interleaved, limit, median, timed } from './measure';

const KB = 1024;
const SIZES = [16 * KB, 160 * KB, 1600 * KB, 10 * KB * KB];
/** The time for a KB may grow this much from the second size to the last. The first does not count: garbage collections move nothing that is read of it. */
const MOST_GROWTH = 3;

const longest = seeds.map(seed => seed.text).reduce((a, b) => (b.length > a.length ? b : a));

/** Texts that a parser may be slow on, each repeated to the size wanted. */
const shapes: Readonly<Record<string, string>> = {
  'cable text': longest,
  'blank lines': '\n',
  'words in capitals, one line': 'CAPITALS ',
  'words in capitals, lines': `${'CAPITALS '.repeat(8)}\n`,
  'SUBJECT: without end': 'SUBJECT: ',
  'SUBJECT: on each line': 'SUBJECT: A TITLE\n',
  'one line of digits': '1',
  'numbered lines': '1. (C) Text.\n\n',
  references: 'REF: A. MUSCAT 12\n',
};

/** Prints the time for a KB of each shape at each size, and checks that it does not grow. */
export async function benchGrowth(rounds: number): Promise<void> {
  console.log(`\nParsing, microseconds for a KB (medians)${' '.repeat(16)}${SIZES.map(sizeName).join('')}`);
  for (const [name, unit] of Object.entries(shapes)) {
    const perKb: number[] = [];
    for (const size of SIZES) {
      const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
      const times: number[] = [];
      for (let i = 0; i < (size > 1000 * KB ? Math.min(3, rounds) : rounds); i++)
        times.push(await timed(() => parseCable(text)));
      perKb.push((median(times) * 1000) / (size / KB));
    }
    console.log(`  ${name.padEnd(54)}${perKb.map(time => time.toFixed(1).padStart(10)).join('')}`);
    const [small = 0, large = 0] = [perKb[1], perKb[perKb.length - 1]];
    if (large > small * MOST_GROWTH)
      limit(`${name}: at most ${MOST_GROWTH} times as much at 10 MB as at 160 KB`, false);
  }
}

function sizeName(size: number): string {
  return (size < 1000 * KB ? `${size / KB} KB` : `${(size / KB / KB).toFixed(1)} MB`).padStart(10);
}

/** A cable of 16 KB beside 16 KB of Markdown through a Markdown parser. */
export async function benchMarkdown(rounds: number): Promise<void> {
  const cable = longest.slice(0, 16 * KB);
  const unit = '## A heading\n\nSome *text* with a [link](#there) and `code`.\n\n- one\n- two\n\n';
  const markdown = unit.repeat(Math.ceil(cable.length / unit.length)).slice(0, cable.length);
  const parser = new MarkdownIt();
  const medians = await interleaved(
    { cable: () => parseCable(cable), markdown: () => parser.parse(markdown, {}) },
    rounds,
  );
  console.log(`\nParsing ${cable.length} characters (median of ${rounds}, interleaved)`);
  console.log(`  cable                                  ${medians.cable.toFixed(3)} ms`);
  console.log(`  markdown-it on Markdown                ${medians.markdown.toFixed(3)} ms`);
  limit('at most half of the time of the Markdown parser', medians.cable * 2 <= medians.markdown);
}
