/** Null is English, in which days and numbers have one form everywhere, whatever the region. */
let language: string | null = null;

/** Formats are slow to make and quick to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * From now on days, times and numbers are shown as in `locale`, an identifier as editors send it (BCP 47). What is none, or a language that
 * is not known, is English: the platform would take the machine's own instead.
 */
export function displayIn(locale: unknown): void {
  language = knownLanguage(locale);
  formats.clear();
}

/** The language that stands for a locale; null for English and for what is no known language, where the platform would take the machine's own. */
export function knownLanguage(locale: unknown): string | null {
  if (typeof locale !== 'string') return null;
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(locale);
    return known === undefined || /^en\b/i.test(known) ? null : known;
  } catch {
    return null;
  }
}

/** `12,000` */
export function showNumber(value: number): string {
  return value.toLocaleString(language ?? 'en-US');
}

/** How the language shows an instant, in UTC unless a zone is given; null for English, whose forms the callers have. */
export function localDateFormat(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  if (language === null) return null;
  const key = Object.entries(parts).join();
  let format = formats.get(key);
  if (!format) {
    // Cables are dated by the Gregorian calendar, and their clocks have 24 hours.
    format = new Intl.DateTimeFormat(language, {
      calendar: 'gregory',
      hourCycle: 'h23',
      timeZone: 'UTC',
      ...parts,
    });
    formats.set(key, format);
  }
  return format;
}
