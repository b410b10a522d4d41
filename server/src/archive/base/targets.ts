import { renumbered } from './cableKey';
import { cut } from './cut';
import { type NumberedKeys, sortKeys } from './sortKeys';
import type { Sources } from './source';
import type { Usage } from './usage';

/** The cables cited, each once. */
export interface Targets {
  /** Their keys in order. */
  readonly key: Float64Array;
  /** For each target of all sources its number among these; any number for one that nothing in use cites. */
  readonly number: Uint32Array;
}

/** The targets that rows in use cite. */
export function targetsOf(sources: Sources, usage: Usage): Targets {
  const cited = sortKeys(citedIn(sources, usage));
  const number = new Uint32Array(usage.isCited.length);
  let count = 0;
  let last = -1;
  for (let i = 0; i < cited.key.length; i++) {
    const key = cited.key[i] ?? 0;
    // The different keys move to the front.
    if (key !== last) cited.key[count++] = key;
    last = key;
    number[cited.number[i] ?? 0] = count - 1;
  }
  return { key: cut(cited.key, count), number };
}

/** The targets that rows in use cite, by their numbers among those of all sources, with their keys in the new base. */
function citedIn(sources: Sources, { isCited, postNumbers }: Usage): NumberedKeys {
  const key = new Float64Array(isCited.length);
  const number = new Uint32Array(isCited.length);
  let count = 0;
  for (const { columns, number: source, firstTarget } of sources.all) {
    const { targetKey } = columns;
    const numbers = postNumbers[source] ?? new Uint32Array();
    for (let target = 0; target < targetKey.length; target++) {
      if (isCited[firstTarget + target] === 0) continue;
      key[count] = renumbered(targetKey[target] ?? 0, numbers);
      number[count++] = firstTarget + target;
    }
  }
  return { key: key.subarray(0, count), number: number.subarray(0, count) };
}
