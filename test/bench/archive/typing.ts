import { performance } from 'node:perf_hooks';
import type { Editor } from '../../protocol/editor';
import { median } from '../measure';
import type { Sample } from './samples';

/**
 * The median milliseconds from a key press to its diagnostics for each of several servers, the same cable open in all of them.
 * They take turns, so that a busy machine slows all alike.
 */
export async function measureTyping(
  editors: readonly Editor[],
  { uri, text, own }: Sample,
  rounds: number,
): Promise<readonly number[]> {
  const times = editors.map((): number[] => []);
  for (const editor of editors) await editor.open(uri, text);
  const place = { line: own.line + 6, character: 0 };
  for (let round = 0; round < rounds; round++) {
    for (const [i, editor] of editors.entries()) {
      const version = round + 2;
      const typed = round % 2 === 0;
      const range = { start: place, end: typed ? place : { ...place, character: 1 } };
      const start = performance.now();
      await editor.change(uri, version, [{ range, text: typed ? ' ' : '' }]);
      await editor.diagnostics(uri, version);
      // The first rounds only warm up.
      if (round >= rounds / 5) times[i]?.push(performance.now() - start);
    }
  }
  for (const editor of editors) await editor.close(uri);
  return times.map(median);
}
