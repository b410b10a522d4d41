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

/**
 * The names of known stations and their aliases, read from their last letter to the left: a number for each run of letters with which a
 * name may end. For texts full of numbers, to tell at once which follow a station's name.
 */
export class StationEndings {
  /** No letters yet: any name may end here. */
  static readonly START = 0;
  /** No name ends so. */
  static readonly NONE = -1;

  /** By ending and letter, the ending that is one letter longer; 0 where no name goes on so. */
  readonly #longer: Uint16Array;
  readonly #isName: Uint8Array;

  constructor(names: readonly string[]) {
    const most = names.reduce((sum, name) => sum + name.length, 1);
    const longer = new Uint16Array(most * LETTERS);
    this.#isName = new Uint8Array(most);
    let count = 1;
    for (const name of names) {
      let ending = StationEndings.START;
      for (let i = name.length - 1; i >= 0; i--) {
        const at = placeOf(ending, name.charCodeAt(i));
        longer[at] ||= count++;
        ending = longer[at] ?? 0;
      }
      this.#isName[ending] = 1;
    }
    this.#longer = longer.slice(0, count * LETTERS);
  }

  /** The ending with the letter of this code, in either case, put before it. */
  before(ending: number, code: number): number {
    return this.#longer[placeOf(ending, code)] || StationEndings.NONE;
  }

  /** Whether the letters of an ending are a whole name. */
  isName(ending: number): boolean {
    return this.#isName[ending] === 1;
  }
}

/** How many codes of letters are told apart, by their five low bits. */
const LETTERS = 32;

function placeOf(ending: number, code: number): number {
  return ending * LETTERS + (code & (LETTERS - 1));
}

export const stationEndings = new StationEndings([
  ...keys,
  ...stationAliases().keys(),
  // Series that are named by the kind of their sender.
  ...['EMBTEL', 'EMBTELS', 'CONTEL', 'CONTELS', 'DEPTEL', 'DEPTELS'],
]);

/** Known station parts of ids one letter away from an unknown one: `KATHAMNDU` → `KATHMANDU`. */
export const postsLike: (key: string) => readonly string[] = nearIndex(() => keys);
