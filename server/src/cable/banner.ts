import { codeAt, isDigit, isLetter } from '../text/characters';
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
  letters: Array.from(word).reduce((bits, letter) => bits | bitOf(codeAt(letter, 0)), 0),
}));

const LONGEST = 60;
const SHORTEST = Math.min(...BANNERS.map(({ word, tolerance }) => word.length - tolerance));

/**
 * Whether a line holds nothing but a classification, as the top and the foot of a page do (cable-format 6 and 8). `misread`
 * lets up to two letters of a long word differ, as scanners leave them: `COMFIDEMTIAL`, `IUNCLASSI Fl ED`.
 */
export function isBanner(line: string, misread: boolean): boolean {
  return bannerOf(line, misread) !== null;
}

/** The classification that a line holds and nothing else, read like `isBanner`; null for another line. */
export function bannerOf(line: string, misread: boolean): Classification | null {
  if (line.length > LONGEST || line.length < SHORTEST) return null;
  let count = 0;
  let letters = 0;
  for (let at = 0; at < line.length; at++) {
    const code = codeAt(line, at);
    if (isLetter(code)) letters |= bitOf(code);
    if (isLetter(code) || isDigit(code) || code === BAR) count++;
  }
  for (const { word, classification, misread: scanned, tolerance, letters: own } of BANNERS) {
    // The count and letters that the banner has not spare nearly all lines the comparison.
    if (Math.abs(count - word.length) > tolerance || hasMoreBits(letters & ~own, tolerance)) continue;
    if (spelledLength(line, word) === line.length) return classification;
    if (misread && differInAtMost(tolerance, asScanned(line), scanned)) return classification;
  }
  return null;
}

const BAR = 0x7c;

/** A bit for each letter, in either case. */
function bitOf(code: number): number {
  return 1 << (code & 31);
}

function hasMoreBits(bits: number, most: number): boolean {
  let rest = bits;
  for (let count = 0; count < most && rest !== 0; count++) rest &= rest - 1;
  return rest !== 0;
}

/** The letters and digits of a line in capitals, with one sign for those that scanners confuse. */
function asScanned(line: string): string {
  return line
    .toUpperCase()
    .replace(/[^A-Z0-9|]/g, '')
    .replace(/[1L|]/g, 'I')
    .replaceAll('0', 'O');
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
      const changed = (row[j - 1] ?? 0) + (codeAt(a, i - 1) === codeAt(b, j - 1) ? 0 : 1);
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
