import { performance } from 'node:perf_hooks';
import type { Requests, Timeline } from '../../../server/src/lsp/messages';
import type { Editor } from '../../protocol/editor';
import { HUB, type Hub } from './hub';

type Question = keyof Requests;

/** Milliseconds from question to answer, by question: the first time, and after each key press since. */
export interface ViewTimes {
  readonly first: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, readonly number[]>;
  readonly timeline: Timeline;
}

/** The total of all views' questions is under this key. */
export const ALL = 'all views';

/** Opens the hub, and asks what the views ask; then again after each of `rounds` key presses, which make all they know out of date. */
export async function measureViews(editor: Editor, { uri, text }: Hub, rounds: number): Promise<ViewTimes> {
  await editor.open(uri, text);
  await editor.diagnostics(uri, 1);
  const first = await askAll(editor, uri);
  // The hub's folder has thousands of files, which are still being read.
  while ((await editor.request<Requests['reftel/archive']['result']>('reftel/archive', {})).busy)
    await new Promise(next => setTimeout(next, 50));
  const later = new Map<string, number[]>([...first].map(([what]) => [what, []]));
  for (let round = 0; round < rounds; round++) {
    const version = round + 2;
    await editor.change(uri, version, [{ text: `${text}${' '.repeat(round % 2)}` }]);
    await editor.diagnostics(uri, version);
    for (const [what, ms] of await askAll(editor, uri)) later.get(what)?.push(ms);
  }
  const timeline = await editor.request<Timeline>('reftel/timeline', { mrn: HUB, depth: 1 });
  return { first, later, timeline };
}

async function askAll(editor: Editor, uri: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const ask = async <M extends Question>(method: M, params: Requests[M]['params']) => {
    const start = performance.now();
    const answer = await editor.request<Requests[M]['result']>(method, params);
    times.set(method, performance.now() - start);
    return answer;
  };
  const start = performance.now();
  await ask('reftel/cable', { uri });
  await ask('reftel/archive', {});
  await ask('reftel/cites', { uri });
  await ask('reftel/citedBy', { mrn: HUB });
  const groups = await ask('reftel/groups', { by: 'post' });
  const largest = [...groups].sort((a, b) => b.count - a.count);
  await ask('reftel/group', { by: 'post', key: largest[0]?.key ?? '', from: 0, limit: 200 });
  await ask('reftel/missing', { limit: 5000 });
  times.set(ALL, performance.now() - start);
  await ask('reftel/months', { by: 'post', keys: largest.slice(0, 30).map(({ key }) => key) });
  await ask('reftel/timeline', { mrn: HUB, depth: 1 });
  return times;
}
