/** One precedence: prosign of the date-time group, digraph of the routing line, word of the address lines (5 FAH-2 H-321). */
export interface PrecedenceRow {
  readonly prosign: 'Z' | 'O' | 'P' | 'R';
  readonly word: 'FLASH' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';
}

/** From the highest to the lowest. */
export const precedences: readonly PrecedenceRow[] = [
  { prosign: 'Z', word: 'FLASH' },
  { prosign: 'O', word: 'IMMEDIATE' },
  { prosign: 'P', word: 'PRIORITY' },
  { prosign: 'R', word: 'ROUTINE' },
];

const ranks: ReadonlyMap<string, number> = new Map(
  precedences.flatMap(({ prosign, word }, i) => [
    [prosign, precedences.length - i] as const,
    [word, precedences.length - i] as const,
  ]),
);

const words = Object.fromEntries(precedences.map(({ prosign, word }) => [prosign, word])) as Readonly<
  Record<PrecedenceRow['prosign'], PrecedenceRow['word']>
>;

/** The word for a prosign, as on address lines. */
export function precedenceWord(prosign: PrecedenceRow['prosign']): PrecedenceRow['word'] {
  return words[prosign];
}

/** How urgent a prosign or precedence word is: 4 FLASH to 1 ROUTINE; 0 for anything else. */
export function precedenceRank(prosignOrWord: string): number {
  return ranks.get(prosignOrWord) ?? 0;
}
