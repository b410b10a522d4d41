// Reads a message to the timeline's webview from standard input, and writes the median milliseconds that a browser takes to show
// it, over as many rounds as the first argument says; null where this machine has no browser. The bench runs it.
import { readFileSync } from 'node:fs';
import type { ShowTimeline } from '../../client/src/page/messages';
import { timelineBody } from '../../client/src/page/shell';
import { median } from '../bench/measure';
import { View } from './view';

const frame = { title: 'Citations', choice: 'Citation depth', list: 'Show as list', save: 'Save' };

async function run(): Promise<number | null> {
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
