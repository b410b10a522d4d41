import type { Originator } from '../../reference/originators';
import { type CitedTelegram, showDate } from './telegram';

/**
 * A note as in The Chicago Manual of Style and Turabian, which treat a telegram like an unpublished paper: sender to recipient,
 * title in quotation marks, kind and number, date, place in the text, mark. What the copy does not tell is left out.
 */
export function chicagoNote(telegram: CitedTelegram): string {
  const { from, to, subject, mrn, date, paragraph, classification } = telegram;
  const parties = [from && withCountry(from), to && withCountry(to)].filter(party => party !== null);
  return sentence([
    parties.join(' to '),
    subject && `“${innerQuotes(subject)}”`,
    mrn === null ? 'telegram' : `telegram ${mrn}`,
    date && showDate(date),
    paragraph === null ? '' : `para. ${paragraph}`,
    classification,
  ]);
}

/**
 * A note as the editors of Foreign Relations of the United States cite: "Telegram 73 from Muscat to the Department of State,
 * January 24, 2007, 1550Z", then how it was marked and sent.
 */
export function frusNote(telegram: CitedTelegram): string {
  const { from, to, serial, date, time, paragraph, classification, precedence, captions } = telegram;
  const title = [
    serial === null ? 'Telegram' : `Telegram ${serial}`,
    from && `from ${withArticle(from)}`,
    to && `to ${withArticle(to)}`,
  ];
  const marks = [classification, precedence, ...captions].filter(mark => mark);
  const note = sentence([
    title.filter(part => part).join(' '),
    date && showDate(date),
    date?.day ? time : null,
    paragraph === null ? '' : `paragraph ${paragraph}`,
  ]);
  return marks.length > 0 ? `${note} ${marks.join('; ')}.` : note;
}

/** `U.S. Embassy Muscat` */
export function withCountry({ office, name }: Originator): string {
  return office === null ? name : `U.S. ${office} ${name}`;
}

/** FRUS names a post by its place: `Muscat`, and `the Department of State`. */
function withArticle({ name }: Originator): string {
  return name.startsWith('Department') ? `the ${name}` : name;
}

/** Quotation marks within quotation marks are single. */
function innerQuotes(text: string): string {
  return text.replace(/["“]([^"“”]*)["”]/g, '‘$1’').replace(/["“”]/g, '’');
}

/** Parts with commas between them and a full stop; a comma goes inside quotation marks. */
function sentence(parts: readonly (string | null)[]): string {
  const text = parts.filter(part => part).join(', ');
  return `${text.replace(/”, /g, ',” ')}.`.replace(/”\.$/, '.”');
}
