import type { Classification } from '../../../server/src/cable/model';
import type { PlannedCitation } from './plan';
import { below, chance, pick, type Random, weighted } from './random';
import { headings, sentenceOf } from './words';

/** The longest line of a copy that breaks lines. */
const LINE_LENGTH = 68;

/** What the body of a cable depends on. */
export interface BodyPlan {
  /** About how long it gets, in characters. */
  readonly length: number;
  readonly marks: readonly string[];
  /** How the text names what it cites: `ref B`, `reftel`, `08 MUSCAT 174`. */
  readonly mentions: readonly string[];
}

/** Numbered paragraphs under headings, one line each or broken at the usual length, as the lines of a cable. */
export function bodyOf({ length, marks, mentions }: BodyPlan, random: Random): string[] {
  const pilcrow = chance(random, 0.7) ? '¶' : '';
  // Two in five published copies have one line for each paragraph.
  const wrapped = chance(random, 0.6);
  const waiting = [...mentions];
  const lines: string[] = [];
  let written = 0;
  for (let number = 1; written < length || number < 3 || waiting.length > 0; number++) {
    if (chance(random, 0.25)) lines.push(...headingOf(random));
    const mark = marks.length > 0 ? `(${marks[(number - 1) % marks.length]}) ` : '';
    const paragraph = `${pilcrow}${number}. ${mark}${textOf(random, waiting)}`;
    if (wrapped) wrap(paragraph, lines);
    else lines.push(paragraph);
    lines.push('');
    written += paragraph.length;
  }
  return lines;
}

function headingOf(random: Random): string[] {
  const heading = pick(random, headings);
  const rule = '-'.repeat(heading.length);
  return chance(random, 0.6) ? [rule, heading, rule, ''] : [heading, rule, ''];
}

/** Some sentences, with one of `waiting` mentioned behind one of them, which is taken out. */
function textOf(random: Random, waiting: string[]): string {
  let text = '';
  for (let sentences = 2 + below(random, 5); sentences > 0; sentences--) {
    const sentence = sentenceOf(random);
    const mention = chance(random, 0.4) ? waiting.shift() : undefined;
    text += mention === undefined ? `${sentence} ` : `${sentence.slice(0, -1)} (${mention}). `;
  }
  return text.trimEnd();
}

/** Breaks `text` at blanks and puts the lines behind `lines`. */
function wrap(text: string, lines: string[]): void {
  let start = 0;
  while (text.length - start > LINE_LENGTH) {
    const blank = text.lastIndexOf(' ', start + LINE_LENGTH);
    const end = blank > start ? blank : start + LINE_LENGTH;
    lines.push(text.slice(start, end));
    start = end + (blank > start ? 1 : 0);
  }
  lines.push(text.slice(start));
}

/** How often a portion of a cable has which mark. */
const MARKS: Readonly<Record<string, readonly (readonly [mark: string, weight: number])[]>> = {
  UNCLASSIFIED: [['U', 1]],
  SENSITIVE: [
    ['SBU', 6],
    ['U', 1],
  ],
  CONFIDENTIAL: [
    ['C', 12],
    ['SBU', 1],
    ['U', 1],
  ],
  SECRET: [
    ['S', 5],
    ['C', 2],
    ['U', 1],
  ],
};

/** The marks of the first paragraphs, after which they begin again; none on some unclassified cables. */
export function marksOf(
  classification: Classification,
  captions: readonly string[],
  random: Random,
): string[] {
  const sensitive = captions.includes('SENSITIVE');
  if (classification === 'UNCLASSIFIED' && !sensitive && chance(random, 0.7)) return [];
  const choices = MARKS[sensitive ? 'SENSITIVE' : classification] ?? [];
  const weights = choices.map(([, weight]) => weight);
  const marks = Array.from({ length: 7 }, () => choices[weighted(random, weights)]?.[0] ?? 'U');
  return captions.includes('NOFORN') ? ['S/NF', ...marks] : marks;
}

/** What the text calls the cables that it cites: those of the list by letter or as reftel, the others by their numbers. */
export function mentionsOf(listed: number, others: readonly PlannedCitation[], random: Random): string[] {
  const mentions = others.map(({ post, year, serial }) => `${String(year).slice(2)} ${post.name} ${serial}`);
  if (listed === 1 && chance(random, 0.7)) mentions.push('reftel');
  for (let i = 0; listed > 1 && i < listed; i++)
    if (chance(random, 0.6)) mentions.push(`ref ${String.fromCharCode(65 + i)}`);
  return mentions;
}
