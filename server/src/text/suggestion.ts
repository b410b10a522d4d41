import { distance } from 'fastest-levenshtein';

/** The word of `choices` that `word` was probably meant to be: at most a third of its letters are wrong; null if there is none. */
export function suggestionFor(word: string, choices: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const choice of choices) {
    const errors = distance(word, choice);
    if (errors < least) [best, least] = [choice, errors];
  }
  return best;
}
