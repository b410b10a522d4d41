import { showDay } from '../../../server/src/text/dates';
import { knownLanguage } from '../../../server/src/text/displayLanguage';

/** A sentence with `{0}`, `{1}` … replaced by what is given, as `l10n.t` of VS Code does it; pages have only the sentence. */
export function fill(sentence: string, ...parts: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (whole, index) => String(parts[Number(index)] ?? whole));
}

/** A sentence for one thing and one for several, which says how many with `{0}`. */
export interface Counted {
  readonly one: string;
  readonly several: string;
}

/** How many there are, in words; `locale` is that of the page, and `more` are the parts behind `{0}`. */
export function counted(
  { one, several }: Counted,
  count: number,
  locale?: string,
  ...more: readonly string[]
): string {
  return fill(count === 1 ? one : several, numberIn(count, locale), ...more);
}

/** `12,345`, as a language writes it. */
export function numberIn(count: number, locale?: string): string {
  return numbers(locale).format(count);
}

/** `24 January 2007`, as a language writes it. `instant` is milliseconds since 1970, the day that of UTC. */
export function dayIn(instant: number, locale?: string): string {
  return days(locale)(instant);
}

/** `January 2007`, as a language writes it; `Jan 2007` where it is to be short. */
export function monthIn(instant: number, length: 'long' | 'short', locale?: string): string {
  return (length === 'long' ? months : shortMonths)(locale).format(instant);
}

/** `2007`, as a language writes it. */
export function yearIn(instant: number, locale?: string): string {
  return years(locale).format(instant);
}

/** Whether a language is written from right to left. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(?:ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
}

/** The language of cables, as attributes of the element with the text of one: the page around it is in the user's. */
export const OF_CABLE = 'lang="en" dir="ltr"';

/** What makes a format of each language once, for that takes long. */
function perLanguage<F>(make: (locale: string) => F): (locale: string | undefined) => F {
  const made = new Map<string | undefined, F>();
  return locale => {
    const format = made.get(locale) ?? make(knownLanguage(locale) ?? 'en');
    made.set(locale, format);
    return format;
  };
}

const numbers = perLanguage(locale => new Intl.NumberFormat(locale));
// English has the form of cables and of the server, whatever country it is that of.
const longDates = dates({ dateStyle: 'long' });
const days = perLanguage(locale =>
  /^en\b/i.test(locale) ? showDay : (instant: number) => longDates(locale).format(instant),
);
const months = dates({ month: 'long', year: 'numeric' });
const shortMonths = dates({ month: 'short', year: 'numeric' });
const years = dates({ year: 'numeric' });

/** Dates of cables: their day is that of UTC, and their years are those of ids in every language. */
function dates(parts: Intl.DateTimeFormatOptions) {
  return perLanguage(
    locale => new Intl.DateTimeFormat(locale, { ...parts, calendar: 'gregory', timeZone: 'UTC' }),
  );
}
