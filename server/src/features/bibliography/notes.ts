import type { Originator } from '../../reference/originators';
import type { CitedSource } from './source';
import { type CitedTelegram, showDate } from './telegram';

/**
 * A note of The Chicago Manual of Style (17th edition) and Turabian, which cite a telegram like a letter in a collection: the item
 * first (14.222), sender to recipient (14.111), its title in quotation marks (14.223), kind and number, date, the place in it, how
 * it was marked, then collection and repository (14.229) and the address (14.6). What the copy does not tell is left out.
 */
export function chicagoNote(telegram: CitedTelegram): string {
  const { from, to, title, date, paragraph, classification, source } = telegram;
  const parties = [from && withCountry(from), to && withCountry(to)].filter(party => party !== null);
  return sentence([
    parties.join(' to '),
    title && `“${innerQuotes(title.text)}”`,
    kindAndNumber(telegram),
    date && showDate(date),
    paragraph === null ? '' : `para. ${paragraph}`,
    classification,
    ...placeOf(source),
    source?.url ?? null,
  ]);
}

/**
 * The entry of a bibliography after The Chicago Manual of Style (17th edition): where a single item is listed it begins with the
 * sender (14.222), and full stops part its elements (14.230). A place in the text is not named (14.22).
 */
export function chicagoEntry(telegram: CitedTelegram): string {
  const { from, to, title, date, source } = telegram;
  const kind = [capitalised(kindAndNumber(telegram)), to && `to ${withCountry(to)}`]
    .filter(Boolean)
    .join(' ');
  const elements = [
    from && withCountry(from),
    title && `“${innerQuotes(title.text)}”`,
    [kind, date && showDate(date)].filter(Boolean).join(', '),
    ...placeOf(source),
    source?.url ?? null,
  ];
  return elements
    .filter(Boolean)
    .map(element => sentence([element]))
    .join(' ');
}

/**
 * A note as the editors of Foreign Relations of the United States cite and annotate: "Telegram 73 from Muscat to the Department of
 * State, January 24, 2007, 1550Z", then where it is kept, how it was marked and how it was sent (the source note in "Sources and
 * Editorial Methodology" of each volume: location, classification, precedence, handling).
 */
export function frusNote(telegram: CitedTelegram): string {
  const { from, to, serial, date, time, paragraph, classification, precedence, captions, source } = telegram;
  const title = [
    serial === null ? 'Telegram' : `Telegram ${serial}`,
    from && `from ${withArticle(from)}`,
    to && `to ${withArticle(to)}`,
  ];
  const marks = [classification, precedence, ...captions].filter(mark => mark);
  // FRUS names the repository before the collection.
  const place = [source?.repository, source?.collection, source?.release, source?.url].filter(Boolean);
  return [
    sentence([
      title.filter(part => part).join(' '),
      date && showDate(date),
      date?.day ? time : null,
      paragraph === null ? '' : `paragraph ${paragraph}`,
    ]),
    place.length === 0 ? '' : `Source: ${sentence([place.join(', ')])}`,
    marks.length === 0 ? '' : `${marks.join('; ')}.`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

/** `U.S. Embassy Muscat` */
export function withCountry({ office, name }: Originator): string {
  return office === null ? name : `U.S. ${office} ${name}`;
}

function kindAndNumber({ mrn }: CitedTelegram): string {
  return mrn === null ? 'telegram' : `telegram ${mrn}`;
}

/** From the narrower to the wider, as Chicago has it. */
function placeOf(source: CitedSource | null): readonly (string | null)[] {
  return [source?.release ?? null, source?.collection ?? null, source?.repository ?? null];
}

/** FRUS names a post by its place: `Muscat`, and `the Department of State`. */
function withArticle({ name }: Originator): string {
  return name.startsWith('Department') ? `the ${name}` : name;
}

/** Quotation marks within quotation marks are single. */
function innerQuotes(text: string): string {
  return text.replace(/["“]([^"“”]*)["”]/g, '‘$1’').replace(/["“”]/g, '’');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Parts with commas between them and a full stop. Comma and full stop go inside quotation marks (CMOS 17, 6.9), where no question
 * mark or exclamation mark stands (6.125).
 */
function sentence(parts: readonly (string | null)[]): string {
  return parts
    .filter(part => part)
    .map((part, i, all) => stopped(part ?? '', i < all.length - 1 ? ',' : '.'))
    .join(' ');
}

function stopped(part: string, stop: string): string {
  const [closing = ''] = /[’”]*”$/.exec(part) ?? [];
  const words = part.slice(0, part.length - closing.length);
  const isStopped = (closing !== '' && /[?!]$/.test(words)) || (stop === '.' && words.endsWith('.'));
  return `${words}${isStopped ? '' : stop}${closing}`;
}
