import { postKey } from '../reference/posts';
import { stations } from '../reference/stations';

const posts = new Map(stations.flatMap(({ plad, post }) => (post === '' ? [] : [[plad, post] as const])));
const OFFICE =
  /^(?:AMEMBASSY|AMCONSUL|AMCONGEN|AMEMB|USMISSION|USINT|USLO|USDEL|REO|BRANCH OFFICE|EMBASSY|CONSULATE)\s+/;

/** The station part of ids for the originator on an FM line: `AMEMBASSY TEL AVIV` → `TELAVIV` (stations table). */
export function postOfPlad(plad: string): string {
  const known = posts.get(plad);
  if (known !== undefined) return known;
  const name = plad.toUpperCase().replace(/\s+/g, ' ').trim();
  return posts.get(name) ?? postKey(name.replace(OFFICE, ''));
}
