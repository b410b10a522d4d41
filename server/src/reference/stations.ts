import { nearIndex } from './nearIndex';
import { postKeys, stationAliases } from './posts';
import stationsText from './stations.tsv';
import { list, readTable } from './table';

export type StationKind =
  | 'department'
  | 'embassy'
  | 'consulate'
  | 'mission'
  | 'other-post'
  | 'post'
  | 'collective'
  | 'agency'
  | 'activity'
  | 'gateway'
  | 'misspelling';

/** One row of `stations.tsv`; its head says what the columns mean. */
export interface Station {
  readonly ri: string;
  readonly plad: string;
  readonly kind: StationKind;
  readonly post: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly also: readonly string[];
  readonly meant: string;
}

/** Every station, activity, agency and collective known, misspelt routing indicators included. */
export const stations: readonly Station[] = readTable<keyof Station>(stationsText).map(row => ({
  ri: row.ri,
  plad: row.plad,
  kind: row.kind as StationKind,
  post: row.post,
  confidence: row.confidence as Station['confidence'],
  also: list(row.also),
  meant: row.meant,
}));

const keys = new Set([...stations.flatMap(station => station.post || []), ...postKeys()]);
/** Whether `key` is the station part of ids that are known to exist. */
export function isKnownPost(key: string): boolean {
  return keys.has(key);
}

const embassies = new Set(stations.flatMap(({ kind, post }) => (kind === 'embassy' ? [post] : [])));

/** Whether the station with this part of an id is an embassy. */
export function isEmbassy(key: string): boolean {
  return embassies.has(key);
}

const names = new Map(
  stations.flatMap(({ plad, post }) => {
    const words = plad.split(' ');
    const first = words.findIndex(
      (_, i) =>
        words
          .slice(i)
          .join('')
          .replace(/[^A-Z]+/g, '') === post,
    );
    return first < 0 ? [] : [[post, words.slice(first).join(' ')] as const];
  }),
);

/** A station as texts write it, for its part of an id: `TELAVIV` → `TEL AVIV`. Where its address does not tell, the key. */
export function postName(key: string): string {
  return names.get(key) ?? key;
}

/** Every known station part of an id. */
export function knownPosts(): ReadonlySet<string> {
  return keys;
}

/** Words that stand before a number and are no station. */
export const notStations: ReadonlySet<string> = new Set(
  (
    'OSC IIR TD CPP EUP GMP EAP IAP SAP AFP LAP FBIS EMAIL EMAILS MAIL PARA PARAS PARAGRAPH REF REFS DTG SECTION PART PAGE UNSC UNSCR ' +
    'RES RESOLUTION JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST ' +
    'SEPTEMBER OCTOBER NOVEMBER DECEMBER OF ON IN AND OR TO FROM DATED NO NUMBER CERP TELCON TELECON DAILY CASE ARTICLE EO DECL TAGS'
  ).split(' '),
);

/** What some letters at the end of a word may be the end of: the names of known stations and their aliases. */
export interface StationEnding {
  /** Whether the letters are a whole name. */
  readonly isName: boolean;
  /** What they may go on with to the left, by the five low bits of the letter's code. */
  readonly before: readonly (StationEnding | undefined)[];
}

/** No letters yet: any name may end here. For texts full of numbers, to tell at once which follow a station's name. */
export const stationEndings: StationEnding = endingsOf([
  ...keys,
  ...stationAliases().keys(),
  // Series that are named by the kind of their sender.
  ...['EMBTEL', 'EMBTELS', 'CONTEL', 'CONTELS', 'DEPTEL', 'DEPTELS'],
]);

function endingsOf(names: readonly string[]): StationEnding {
  interface Growing extends StationEnding {
    isName: boolean;
    readonly before: (Growing | undefined)[];
  }
  const root: Growing = { isName: false, before: [] };
  for (const name of names) {
    let ending = root;
    for (let i = name.length - 1; i >= 0; i--) {
      const letter = name.charCodeAt(i) & 31;
      const next = ending.before[letter] ?? { isName: false, before: [] };
      ending.before[letter] = next;
      ending = next;
    }
    ending.isName = true;
  }
  return root;
}

/** Known station parts of ids one letter away from an unknown one: `KATHAMNDU` → `KATHMANDU`. */
export const postsLike: (key: string) => readonly string[] = nearIndex(() => keys);
