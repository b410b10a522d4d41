// Reads a message to the timeline's webview from standard input, and writes the median milliseconds that a browser takes to show
// it, over as many rounds as the first argument says; null where this machine has no browser. The bench runs it.
import { readFileSync } from 'node:fs';
import type { ShowTimeline } from '../../client/src/page/messages';
import { timelineBody } from '../../client/src/page/shell';
import { median } from '../bench/measure';
import { madeRows, madeTable, tableFrame } from './table';
import { View } from './view';

const TABLE_SIZE = 251_287;

const frame = { title: 'Citations', choice: 'Citation depth', list: 'Show as list', save: 'Save' };

/** The same for the table of a quarter of a million cables: until the first rows are shown. */
async function runTable(rounds: number): Promise<number | null> {
  const view = await View.open('tableView.js', tableFrame, 'light');
  if (!view) return null;
  const times: number[] = [];
  for (let version = 1; version <= rounds; version++) {
    const table = await view.tellUntilShown({ ...madeTable(TABLE_SIZE), version });
    times.push(table + (await view.tellUntilShown(madeRows(version, 0, 200, TABLE_SIZE))));
  }
  await view.close();
  return median(times);
}

async function run(): Promise<number | null> {
  if (process.argv[3] === 'table') return await runTable(Number(process.argv[2]));
  const message: ShowTimeline = JSON.parse(readFileSync(0, 'utf8'));
  const view = await View.open('timelineView.js', timelineBody(frame), 'light');
  if (!view) return null;
  const times: number[] = [];
  for (let round = 0; round < Number(process.argv[2]); round++)
    times.push(await view.tellUntilShown(message));
  await view.close();
  return median(times);
}

run().then(
  ms => process.stdout.write(JSON.stringify(ms)),
  error => {
    console.error(error);
    process.exitCode = 1;
  },
);
