/**
 * Whether one letter makes the difference between two words: one lost, one added, one changed, or two neighbours swapped.
 * Equal words are not one away.
 */
export function oneLetterAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/**
 * The words of a list one letter away from a given word, found without comparing it with each: two such words become
 * equal when at most one letter is taken out of each, so the index holds every word under all its shortened forms.
 * The index is built at the first question, and the last answers are kept: a text asks the same at each key press.
 */
export function nearIndex(words: () => Iterable<string>): (word: string) => readonly string[] {
  let index: ReadonlyMap<string, readonly string[]> | null = null;
  const answers = new Map<string, readonly string[]>();
  return word => {
    const known = answers.get(word);
    if (known) return known;
    index ??= build(words());
    const found = new Set<string>();
    for (const form of shortened(word))
      for (const candidate of index.get(form) ?? []) if (oneLetterAway(word, candidate)) found.add(candidate);
    const answer = [...found].sort();
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}

/** No telegram names so many addressees. */
const MOST_ANSWERS = 500;

function build(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of new Set(words))
    for (const form of shortened(word)) {
      const bucket = index.get(form);
      if (bucket) bucket.push(word);
      else index.set(form, [word]);
    }
  return index;
}

/** A word and all its forms with one letter taken out. A word longer than any name stands for itself alone. */
function shortened(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  if (word.length <= 40)
    for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
