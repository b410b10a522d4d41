import { join } from 'node:path';
import { Editor } from '../../protocol/editor';
import { folderFor } from '../archive/archive';
import { withCache } from '../archive/full';
import { percentile99, printRows, type Row, show } from '../archive/table';
import { limit, median } from '../measure';
import { measureActivation } from './activation';
import { CITING, writeHub } from './hub';
import { measureDrawing, measureWebview } from './picture';
import { measureViews, type ViewTimes } from './views';

const SMALL = '1000';
/** What a cost may grow by from the small archive to the large one where it must not grow, beside what no clock can tell apart. */
const MOST_FLAT = 1.5;
const SLACK = 1;

/** Measures what opening the views and the timeline costs with an archive, a folder or one of so many made-up cables. */
export async function benchClient(wanted: string, rounds: number): Promise<void> {
  const small = await viewsOf(SMALL, rounds);
  const large = await viewsOf(wanted, rounds);
  const beside = (what: string, of: (times: ViewTimes, what: string) => number) =>
    `${show(of(small, what), 'ms')} with ${SMALL} cables`;
  const rows = [...large.first.keys()].flatMap((what): Row[] => [
    {
      what: `${what}, first time`,
      value: firstOf(large, what),
      unit: 'ms',
      target: what === 'reftel/timeline' ? 300 : 200,
      note: beside(what, firstOf),
    },
    {
      what: `${what}, after a key press`,
      value: laterOf(large, what),
      unit: 'ms',
      target: what === 'reftel/timeline' ? 300 : 200,
      note: beside(what, laterOf),
    },
  ]);
  printRows(`The views over ${wanted}`, rows);
  await printTimeline(large, small, rounds);
  await printActivation();
}

async function viewsOf(wanted: string, rounds: number): Promise<ViewTimes> {
  return await withCache(async cache => {
    const hubFolder = join(cache, 'hub');
    const hub = writeHub(hubFolder);
    const editor = await Editor.start({
      folders: [folderFor(wanted), hubFolder],
      options: { cacheDir: join(cache, 'saved'), views: true },
    });
    try {
      return await measureViews(editor, hub, rounds);
    } finally {
      editor.kill();
    }
  });
}

const firstOf = ({ first }: ViewTimes, what: string) => first.get(what) ?? Number.NaN;
const laterOf = ({ later }: ViewTimes, what: string) => median(later.get(what) ?? []);

async function printTimeline(large: ViewTimes, small: ViewTimes, rounds: number): Promise<void> {
  const { timeline, later } = large;
  if (timeline.total <= CITING) throw new Error('the timeline does not have all cables');
  const asked = laterOf(large, 'reftel/timeline');
  const drawn = await measureDrawing(timeline, rounds);
  const shown = measureWebview(timeline, rounds);
  const few = laterOf(small, 'reftel/timeline');
  printRows(`The timeline of a cable that ${CITING} others cite`, [
    {
      what: 'answer of the server',
      value: asked,
      unit: 'ms',
      note: `99th percentile ${show(percentile99(later.get('reftel/timeline') ?? []), 'ms')}`,
    },
    { what: 'laid out and written as SVG', value: drawn, unit: 'ms' },
    ...(shown === null
      ? []
      : [{ what: 'in the webview, until it is on the screen', value: shown, unit: 'ms' }]),
    { what: 'all of it', value: asked + (shown ?? drawn), unit: 'ms', target: 300 },
  ]);
  limit(`the timeline costs the same however many cables there are`, asked <= few * MOST_FLAT + SLACK);
}

async function printActivation(): Promise<void> {
  const { files, bytes, ms } = await measureActivation();
  printRows('Activation on a plain text that is no cable', [
    { what: `loaded: ${files.join(', ')}`, value: bytes / 1024, unit: 'KB', target: 16 },
    { what: 'loading, activating and looking at the text', value: ms, unit: 'ms' },
  ]);
  limit('nothing but the recogniser is loaded', files.join() === 'extension.js');
}
