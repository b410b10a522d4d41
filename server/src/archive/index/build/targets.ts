import { cut } from './cut';
import { keyOfId, orderOfIds } from './ids';
import type { Usage } from './usage';

/** The cables cited, each once. */
export interface Targets {
  /** Their keys in order. */
  readonly key: Float64Array;
  /** For each target of all sources its number among these; any number for one that nothing in use cites. */
  readonly number: Uint32Array;
}

/** The targets that rows in use cite. */
export function targetsOf({ isCited, targetIds, posts }: Usage): Targets {
  const ordered = orderOfIds(targetIds, posts.rank);
  const keys = new Float64Array(ordered.length);
  const number = new Uint32Array(ordered.length);
  let count = 0;
  for (let i = 0; i < ordered.length; i++) {
    const each = ordered[i] ?? 0;
    if (isCited[each] === 0) continue;
    const key = keyOfId(targetIds, each, posts.rank);
    if (count === 0 || key !== keys[count - 1]) keys[count++] = key;
    number[each] = count - 1;
  }
  return { key: cut(keys, count), number };
}
