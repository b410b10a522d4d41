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
  const printed = line.toUpperCase().replace(/\s+/g, '');
  const sound = BANNERS.find(({ word }) => word === printed);
  if (sound || !misread) return sound?.classification ?? null;
  const letters = line
    .toUpperCase()
    .replace(/[^A-Z0-9|]/g, '')
    .replace(/[1L|]/g, 'I')
    .replaceAll('0', 'O');
  const found = BANNERS.find(banner => differInAtMost(banner.tolerance, letters, banner.misread));
  return found?.classification ?? null;
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
