import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { ShowTimeline } from '../../../client/src/page/messages';
import { edgesOf } from '../../../client/src/timeline/edges';
import { layOut } from '../../../client/src/timeline/layout';
import { drawTimeline } from '../../../client/src/timeline/svg';
import type { Timeline } from '../../../server/src/lsp/messages';
import { timelineWords } from '../../client/timeline/words';
import { median, timed } from '../measure';
import { HUB } from './hub';

/** Of a panel beside an editor, in CSS pixels. */
const WIDTH = 640;

/** The median milliseconds to lay a timeline out and write it as SVG. */
export async function measureDrawing(timeline: Timeline, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(
      await timed(() => {
        const layout = layOut(timeline, WIDTH);
        return drawTimeline(layout, edgesOf(timeline, layout, null), timelineWords, null);
      }),
    );
  return median(times);
}

/** The median milliseconds until the webview has put a timeline on the screen of a real browser; null where there is none. */
export function measureWebview(timeline: Timeline, rounds: number): number | null {
  const script = join(dirname(process.argv[1] ?? ''), 'webview.js');
  const message: ShowTimeline = {
    type: 'timeline',
    timeline,
    mrn: HUB,
    depth: 1,
    listed: false,
    state: null,
    words: timelineWords,
  };
  const { stdout, stderr } = spawnSync(process.execPath, [script, String(rounds)], {
    input: JSON.stringify(message),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
