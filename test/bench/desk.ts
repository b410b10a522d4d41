import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Requests } from '../../server/src/lsp/messages';
import { Editor } from '../protocol/editor';
import { folderFor } from './archive/archive';
import { withCache } from './archive/full';
import { findRipgrep, timeProgram } from './archive/machine';
import { printRows, type Row } from './archive/table';
import { median } from './measure';

/** Words that some, nearly all and no made-up cables have. */
const WORDS = ['interagency', 'minister', 'zebra'];

/** Queries of fields alone. */
const FIELDS = [
  '',
  'class:>=secret year:2007',
  'tag:PREL,IR -caption:noforn',
  'from:amembassy to:secstate before:2005',
  'subject:oil,gas',
  'post:none',
];

const ORDERS = ['date', 'subject', 'citedBy'] as const;

/** Measures finding: words over all texts, compared with rg in the same run, queries of fields, and the table. */
export async function benchDesk(wanted: string, rounds: number): Promise<void> {
  const folder = folderFor(wanted);
  await withCache(async cache => {
    const editor = await Editor.start({ folders: [folder], options: { cacheDir: cache } });
    const ask = async <M extends keyof Requests>(method: M, params: Requests[M]['params']) => {
      const start = performance.now();
      const answer = await editor.request<Requests[M]['result']>(method, params);
      return { answer, ms: performance.now() - start };
    };
    const find = (query: string) => ask('reftel/find', { query });
    try {
      const rows: Row[] = [];
      // The disk's texts are in memory for both.
      await ripgrep('the', folder);
      for (const word of WORDS) {
        const ours: number[] = [];
        const theirs: number[] = [];
        let total = 0;
        for (let round = 0; round < rounds; round++) {
          theirs.push(await ripgrep(word, folder));
          const { answer, ms } = await find(word);
          total = answer.total;
          ours.push(ms);
        }
        rows.push({
          what: `"${word}" in all texts, beside rg -ci`,
          value: median(ours) / median(theirs),
          unit: '×',
          target: 4,
          note: `${Math.round(median(ours))} ms, rg ${Math.round(median(theirs))} ms, ${total} cables`,
        });
      }
      for (const query of FIELDS) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round++) times.push((await find(query)).ms);
        rows.push({ what: `find "${query}"`, value: Math.max(...times), unit: 'ms', target: 200 });
      }
      const opening: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const { answer, ms } = await find('');
        const order = { by: 'date', descending: true } as const;
        const page = await ask('reftel/rows', { result: answer.result ?? 0, ...order, from: 0, limit: 200 });
        opening.push(ms + page.ms);
      }
      const drawn = measureTable(rounds);
      rows.push({
        what: 'table: found, sorted, first rows drawn',
        value: Math.max(...opening) + (drawn ?? 0),
        unit: 'ms',
        target: 300,
        note: drawn === null ? 'without a browser' : `drawn in ${Math.round(drawn)} ms`,
      });
      const { answer } = await find('');
      const result = answer.result ?? 0;
      rows.push({ what: 'table: facets', value: (await ask('reftel/facets', { result })).ms, unit: 'ms' });
      for (const by of ORDERS) {
        const sorted = await ask('reftel/rows', { result, by, descending: true, from: 0, limit: 200 });
        rows.push({ what: `table: ordered by ${by}`, value: sorted.ms, unit: 'ms' });
      }
      const middle = await ask('reftel/rows', {
        result,
        by: 'date',
        descending: true,
        from: Math.floor(answer.total / 2),
        limit: 200,
      });
      rows.push({ what: 'table: 200 rows of the middle', value: middle.ms, unit: 'ms', target: 50 });
      printRows(`Finding in ${wanted}`, rows);
    } finally {
      editor.kill();
    }
  });
}

/** Milliseconds that rg takes to look for a word in all files, in any case. */
async function ripgrep(word: string, folder: string): Promise<number> {
  const program = findRipgrep();
  if (!program) throw new Error('rg is not here, which this is compared with');
  return await timeProgram(program.path, ['-ci', word, folder]);
}

/** The median milliseconds until the table's webview has put rows on the screen of a real browser; null where there is none. */
function measureTable(rounds: number): number | null {
  const script = join(dirname(process.argv[1] ?? ''), 'webview.js');
  const { stdout, stderr } = spawnSync(process.execPath, [script, String(rounds), 'table'], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
