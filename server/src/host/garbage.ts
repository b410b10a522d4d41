import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many milliseconds pass before, so that whoever still works with what was replaced gets to its end. */
const DELAY = 500;

let isDue = false;
let collect: (() => void) | null = null;

/**
 * Has memory that nothing refers to given back soon. The engine does so by itself when its own heap grows, but the columns of an
 * archive lie outside of that: a replaced one would stay for as long as nothing else happens.
 */
export function collectGarbageSoon(): void {
  if (isDue) return;
  isDue = true;
  const run = () => {
    isDue = false;
    collect ??= findCollector();
    collect();
  };
  setTimeout(run, DELAY).unref();
}

/** An engine that does not offer it does it in its own time. */
function findCollector(): () => void {
  try {
    // The one way to ask for it without a switch at the start of the process.
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc');
  } catch {
    return () => {};
  }
}
