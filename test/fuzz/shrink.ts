/** How often a text is tried at most while it is made smaller. */
const TRIALS = 3000;

/** A smaller text for which `fails` holds too, by taking out ever smaller parts. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let small = text;
  let trials = 0;
  for (let size = small.length >> 1; size >= 1 && trials < TRIALS; size = size > 1 ? size >> 1 : 0)
    for (let at = 0; at < small.length && trials < TRIALS; ) {
      const shorter = small.slice(0, at) + small.slice(at + size);
      trials++;
      if (shorter.length < small.length && fails(shorter)) small = shorter;
      else at += size;
    }
  return small;
}
