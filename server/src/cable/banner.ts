import { isLetter } from '../text/characters';
import { spelledLength } from './designation';
import type { Classification } from './model';

const BANNERS = (
  [
    ['UNCLASSIFIED', 'UNCLASSIFIED'],
    ['CONFIDENTIAL', 'CONFIDENTIAL'],
    ['SECRET', 'SECRET'],
    ['TOPSECRET', 'TOP SECRET'],
    ['LIMITEDOFFICIALUSE', 'LIMITED OFFICIAL USE'],
    ['UNCLAS', 'UNCLASSIFIED'],
  ] satisfies [string, Classification][]
).map(([word, classification]) => ({
  word,
  classification,
  /** As scanners read it, with one sign for those that they confuse, and how many letters may differ then. */
  misread: word.replaceAll('L', 'I'),
  tolerance: word.length > 6 ? 2 : 1,
}));
/** What the codes of a letter have in common in either case. */
const LETTER = 31;
const LONGEST = 60;
const SHORTEST = Math.min(...BANNERS.map(({ word, tolerance }) => word.length - tolerance));
const MOST_LETTERS = Math.max(...BANNERS.map(({ word, tolerance }) => word.length + tolerance));
const MOST_FOREIGN = Math.max(...BANNERS.map(({ tolerance }) => tolerance));
/** A bit for each letter that a banner has. */
const OWN_LETTERS = BANNERS.reduce((bits, { word }) => bits | bitsOf(word), 0);

/**
 * Whether a line holds nothing but a classification, as the top and the foot of a page do (cable-format 6 and 8). `misread`
 * lets up to two letters of a long word differ, as scanners leave them: `COMFIDEMTIAL`, `IUNCLASSI Fl ED`.
 */
export function isBanner(line: string, misread: boolean): boolean {
  return bannerOf(line, misread) !== null;
}

/** The classification that a line holds and nothing else, read like `isBanner`; null for another line. */
export function bannerOf(line: string, misread: boolean): Classification | null {
  if (line.length > LONGEST || line.length < SHORTEST || !mayBeBanner(line)) return null;
  for (const { word, classification } of BANNERS)
    if (spelledLength(line, word) === line.length) return classification;
  if (!misread) return null;
  const letters = line
    .toUpperCase()
    .replace(/[^A-Z0-9|]/g, '')
    .replace(/[1L|]/g, 'I')
    .replaceAll('0', 'O');
  for (const { misread: word, tolerance, classification } of BANNERS)
    if (differInAtMost(tolerance, letters, word)) return classification;
  return null;
}

/** A quick look: whether a line has no more letters than a banner has, and hardly one that no banner has. */
function mayBeBanner(line: string): boolean {
  let letters = 0;
  let foreign = 0;
  for (let at = 0; at < line.length && letters <= MOST_LETTERS && foreign <= MOST_FOREIGN; at++) {
    const code = line.charCodeAt(at);
    if (!isLetter(code)) continue;
    letters++;
    if ((OWN_LETTERS & (1 << (code & LETTER))) === 0) foreign++;
  }
  return letters <= MOST_LETTERS && foreign <= MOST_FOREIGN;
}

function bitsOf(word: string): number {
  return Array.from(word).reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & LETTER)), 0);
}

/** Whether at most `most` letters are lost, added or changed between two words. */
function differInAtMost(most: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const distance = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(distance);
      least = Math.min(least, distance);
    }
    // What follows can only add to the differences.
    if (least > most) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
