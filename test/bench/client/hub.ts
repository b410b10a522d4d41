import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uriOf } from '../../protocol/editor';

/** The cable that all others of the folder cite. */
export const HUB = '06ANKARA90000';

/** How many cables cite it. */
export const CITING = 2660;

const POSTS = [
  'ABIDJAN',
  'ACCRA',
  'ANKARA',
  'ATHENS',
  'BAKU',
  'BEIRUT',
  'CAIRO',
  'DAMASCUS',
  'MUSCAT',
  'ROME',
];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** An open cable: where its file is, and its text. */
export interface Hub {
  readonly uri: string;
  readonly text: string;
}

/** Writes a cable and those that cite it, of ten posts and three years, into `folder`. */
export function writeHub(folder: string): Hub {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < CITING; n++) {
    const post = POSTS[n % POSTS.length] ?? '';
    const date = `${String(1 + (n % 28)).padStart(2, '0')}0900Z ${MONTHS[n % 12]} 0${7 + (n % 3)}`;
    writeFileSync(
      join(folder, `${n}.txt`),
      cable(post, 90_001 + n, date, `REF: 06 ANKARA 90000\n\n1. (C) As reftel says, talks went on.`),
    );
  }
  const file = join(folder, 'hub.txt');
  const text = cable('ANKARA', 90_000, '010900Z MAR 06', '1. (C) Talks began.');
  writeFileSync(file, text);
  return { uri: uriOf(file), text };
}

function cable(post: string, serial: number, date: string, text: string): string {
  return [
    `R ${date}`,
    `FM AMEMBASSY ${post}`,
    'TO SECSTATE WASHDC',
    '',
    `C O N F I D E N T I A L ${post} ${String(serial).padStart(6, '0')}`,
    '',
    'TAGS: PREL, PGOV',
    `SUBJECT: TALKS OF ${post}`,
    text,
    '',
    'MAKER',
    '',
  ].join('\n');
}
