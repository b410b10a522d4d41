/** Things by the group that each is of. */
export interface Groups {
  /** For each group where its members start, and at the end how many there are. */
  readonly starts: Uint32Array;
  /** The members of each group, in their order. */
  readonly members: Uint32Array;
}

/** The places of `groupOf` by the group from 0 to `count` that stands there. */
export function groupsOf(groupOf: Uint32Array, count: number): Groups {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < groupOf.length; i++) {
    const behind = (groupOf[i] ?? 0) + 1;
    starts[behind] = (starts[behind] ?? 0) + 1;
  }
  sumUp(starts);
  const next = starts.slice();
  const members = new Uint32Array(groupOf.length);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? 0;
    const at = next[group] ?? 0;
    next[group] = at + 1;
    members[at] = i;
  }
  return { starts, members };
}

/** Adds to each value those before it: of counts, each in the place behind that of its group, come starts. */
export function sumUp(counts: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i] ?? 0;
    counts[i] = sum;
  }
}
