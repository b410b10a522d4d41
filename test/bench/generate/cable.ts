import type { Classification } from '../../../server/src/cable/model';
import { bodyOf, marksOf, mentionsOf } from './body';
import { citationsOf, dateOf, type Plan, type Post, postOf, randomOf } from './plan';
import { preambleOf } from './preamble';
import { chance, normal, pick, type Random, weighted } from './random';
import { transmissionOf } from './transmission';
import { passings, surnames } from './words';

/** How long bodies are: logarithms of a median and of a spread in characters, so that a cable has 6.8 KB on average. */
const MEDIAN = Math.log(4190);
const SPREAD = 0.8;
const SHORTEST = 300;
const LONGEST = 300_000;

/** About how many characters of the text one section carries. */
const SECTION_LENGTH = 5500;

const CLASS_WORDS: Readonly<Partial<Record<Classification, string>>> = {
  UNCLASSIFIED: 'UNCLAS',
  CONFIDENTIAL: 'C O N F I D E N T I A L',
  SECRET: 'S E C R E T',
};

/** The text of the cable at `row` of `plan`, with line feeds; the same whenever it is asked for. */
export function textOf(plan: Plan, row: number): string {
  const random = randomOf(row);
  const citations = citationsOf(plan, row, random);
  const listed = citations.filter(({ place }) => place === 'list');
  const post = postOf(plan, row);
  const date = dateOf(plan, row);
  const serial = plan.serial[row] as number;
  const classification = classificationOf(random);
  const captions = captionsOf(classification, random);
  const marks = marksOf(classification, captions, random);
  const mentions = mentionsOf(
    listed.length,
    citations.filter(({ place }) => place === 'text'),
    random,
  );
  const body = bodyOf({ length: lengthOf(random), marks, mentions }, random);
  const sections = chance(random, 0.7) ? Math.ceil(lengthOfLines(body) / SECTION_LENGTH) : 1;
  const identity = { post, date, serial, classification, sections };
  return `${[
    ...transmissionOf(identity, plan.posts, random),
    '',
    classLine(classification, sections, post, serial),
    '',
    ...captions,
    ...(chance(random, 0.2) ? ['', pick(random, passings)] : []),
    '',
    ...preambleOf({ date, classification, post: post.name, serial, listed }, random),
    ...withPageLines(body, sections, post, serial),
    pick(random, surnames).toUpperCase(),
  ].join('\n')}\n`;
}

function classificationOf(random: Random): Classification {
  return (['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET'] as const)[weighted(random, [5, 4, 1])] ?? 'UNCLASSIFIED';
}

function captionsOf(classification: Classification, random: Random): string[] {
  const captions = chance(random, 0.8) ? ['SIPDIS'] : [];
  if (classification === 'UNCLASSIFIED' && chance(random, 0.5)) captions.push('SENSITIVE');
  if (classification === 'SECRET' && chance(random, 0.4)) captions.push('NOFORN');
  return captions;
}

function lengthOf(random: Random): number {
  return Math.min(LONGEST, Math.max(SHORTEST, Math.exp(MEDIAN + SPREAD * normal(random))));
}

function lengthOfLines(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** `S E C R E T SECTION 01 OF 02 MUSCAT 000073` */
function classLine(classification: Classification, sections: number, { name }: Post, serial: number): string {
  const section = sections > 1 ? `SECTION 01 OF ${String(sections).padStart(2, '0')} ` : '';
  return `${CLASS_WORDS[classification]} ${section}${name} ${String(serial).padStart(6, '0')}`;
}

/** The body with a line `MUSCAT 00000073  002 OF 002` wherever a new section begins. */
function withPageLines(body: readonly string[], sections: number, { name }: Post, serial: number): string[] {
  if (sections === 1) return [...body];
  const number = String(serial).padStart(8, '0');
  const three = (value: number) => String(value).padStart(3, '0');
  const lines: string[] = [];
  let section = 1;
  let written = 0;
  for (const line of body) {
    if (written > section * SECTION_LENGTH && section < sections) {
      section += 1;
      lines.push(
        '',
        `${name.slice(0, 10).trim()} ${number}  ${three(section)} OF ${three(sections)}`,
        '',
        '',
      );
    }
    lines.push(line);
    written += line.length + 1;
  }
  return lines;
}
