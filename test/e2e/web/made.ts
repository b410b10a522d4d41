/** How many cables are made up. */
export const MADE = 2000;

const SENTENCE = 'The minister told the ambassador that the harbour would be deepened before the monsoon. ';

/** The made-up cable with a number below `MADE`: the path of its file, its id and its text of some kilobytes, which cites two others. */
export function madeCable(number: number): {
  readonly path: string;
  readonly id: string;
  readonly text: string;
} {
  const serial = 10_000 + number;
  const cited = [1, 7].map(step => 10_000 + ((number + step) % MADE));
  const lines = [
    'R 010900Z MAR 06',
    'FM AMEMBASSY MUSCAT',
    'TO SECSTATE WASHDC',
    `UNCLAS MUSCAT 0${serial}`,
    'E.O. 12958: N/A',
    'TAGS: ECON MU',
    `SUBJECT: HARBOUR REPORT ${number}`,
    `REF: A. MUSCAT ${cited[0]} B. MUSCAT ${cited[1]}`,
    '',
    ...Array.from({ length: 8 }, (_, i) => `${i + 1}. ${SENTENCE.repeat(6)}\n`),
  ];
  return {
    path: `made/${String(number % 20).padStart(2, '0')}/06MUSCAT${serial}.txt`,
    id: `06MUSCAT${serial}`,
    text: lines.join('\n'),
  };
}
