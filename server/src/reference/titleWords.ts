import { captionPhrases } from './captions';
import { isKnownPost } from './stations';
import { tags } from './tags';

/** What must be known of words to print a title that stands in capitals in another case. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Articles, the common conjunctions, `to`, `as` and prepositions, which headline style writes small (The Chicago Manual of Style,
 * 17th edition, 8.159). Those that are as often adverbs or verbs (`up`, `down`, `off`, `out`, `concerning`) are left out.
 */
const smallWords = list(
  'a an the and but for or nor to as about above across after against along amid among around at before behind below beneath ' +
    'beside besides between beyond by despite during except from in inside into like near of on onto outside over per regarding ' +
    'since through throughout toward towards under until upon via versus vs with within without',
);

/** Abbreviations of the Department's traffic that are no TAGS codes. */
const departmental = list(
  'USG USA UAE UK UAR EU ROK PRC USSR EXIM NGO NGOS IDP IDPS CODEL STAFFDEL ISAF AMCIT AMCITS POC POCS IO AI AU OIC',
);

/** TAGS codes of organizations that are words as well. */
const wordsToo = list('AID WHO DOT');

const abbreviations: ReadonlySet<string> = new Set([
  ...departmental,
  ...captionPhrases.map(({ phrase }) => phrase),
  ...tags
    .filter(({ code, kind, meaning }) => kind === 'organization' && meaning !== '' && !wordsToo.has(code))
    .map(({ code }) => code),
]);

const places: ReadonlySet<string> = new Set(
  tags
    .filter(({ kind }) => kind === 'geo')
    .flatMap(({ meaning }) => meaning.toUpperCase().split(/[^A-Z]+/))
    .filter(word => word.length > 2 && !smallWords.has(word.toLowerCase())),
);

/** What follows the name of a country in the name of its people: `OMANI`, `RUSSIAN`, `SUDANESE`. */
const OF_A_PEOPLE = /(?:I|N|AN|IAN|ESE)S?$/;

/** Whether headline style writes a word small within a title; `word` is in small letters. */
export function isSmallWord(word: string): boolean {
  return smallWords.has(word);
}

/** Whether a word in capitals is known for an abbreviation: `GCC`, `USG`, `NOFORN`. */
export function isAbbreviation(word: string): boolean {
  return abbreviations.has(word);
}

/** Whether a word in capitals names a station or a country, or is a part of such a name, or names the people of a country. */
export function isNameOfPlace(word: string): boolean {
  return isKnownPost(word) || places.has(word) || places.has(word.replace(OF_A_PEOPLE, ''));
}
