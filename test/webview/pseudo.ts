/** A language whose words are a third longer than those of English. */
export const PSEUDO = 'qps-ploc';

/** How a test says words: as they are, or in another language. */
export type Say = <T>(words: T) => T;

export const inEnglish: Say = words => words;

/** Puts all texts of some words into the pseudo-language. */
export async function inPseudo(): Promise<Say> {
  const { pseudo } = await import('../../scripts/l10n/pseudo.mjs');
  const said = (words: unknown): unknown => {
    if (typeof words === 'string') return pseudo(words);
    if (Array.isArray(words)) return words.map(said);
    if (typeof words !== 'object' || words === null) return words;
    return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, said(word)]));
  };
  return <T>(words: T) => said(words) as T;
}
