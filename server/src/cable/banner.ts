import type { Classification } from './model';

const BANNERS: readonly (readonly [string, Classification])[] = [
  ['UNCLASSIFIED', 'UNCLASSIFIED'],
  ['CONFIDENTIAL', 'CONFIDENTIAL'],
  ['SECRET', 'SECRET'],
  ['TOPSECRET', 'TOP SECRET'],
  ['LIMITEDOFFICIALUSE', 'LIMITED OFFICIAL USE'],
  ['UNCLAS', 'UNCLASSIFIED'],
];
const LONGEST = 60;

/**
 * Whether a line holds nothing but a classification, as the top and the foot of a page do (cable-format 6 and 8). `misread`
 * lets up to two letters of a long word differ, as scanners leave them: `COMFIDEMTIAL`, `IUNCLASSI Fl ED`.
 */
export function isBanner(line: string, misread: boolean): boolean {
  return bannerOf(line, misread) !== null;
}

/** The classification that a line holds and nothing else, read like `isBanner`; null for another line. */
export function bannerOf(line: string, misread: boolean): Classification | null {
  if (line.length > LONGEST) return null;
  const printed = line.toUpperCase().replace(/\s+/g, '');
  const sound = BANNERS.find(([word]) => word === printed)?.[1];
  if (sound || !misread) return sound ?? null;
  const letters = line
    .toUpperCase()
    .replace(/[^A-Z0-9|]/g, '')
    .replace(/[1L|]/g, 'I')
    .replaceAll('0', 'O');
  const found = BANNERS.find(([banner]) => {
    const word = banner.replaceAll('L', 'I');
    return distance(letters, word, word.length > 6 ? 2 : 1) !== null;
  });
  return found?.[1] ?? null;
}

/** The number of letters lost, added or changed between two words; null where there are more than `most`. */
function distance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const result = row[b.length] ?? most + 1;
  return result <= most ? result : null;
}
