import { withCountry } from './notes';
import type { CitedTelegram } from './telegram';

/** One item of CSL-JSON (citation-style-language 1.0.2), the form that Zotero and other reference managers import. */
export interface CslItem {
  readonly id: string;
  readonly type: 'report';
  readonly genre: 'Telegram';
  readonly title?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly recipient?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly number?: string;
  readonly publisher: 'U.S. Department of State';
  readonly archive?: string;
  readonly archive_collection?: string;
  readonly archive_location?: string;
  readonly URL?: string;
  readonly language: 'en-US';
  readonly note?: string;
}

/** `telegram` for a reference manager. What the copy does not tell is left out; what has no field of its own goes into the note. */
export function cslItem(telegram: CitedTelegram, key = keyOf(telegram)): CslItem {
  const { mrn, title, from, to, date, source } = telegram;
  const remarks = remarksOn(telegram);
  // Zotero keeps the location alone of the two, so the collection belongs to it.
  const location = [source?.collection, source?.release].filter(Boolean).join(', ');
  return {
    id: key,
    type: 'report',
    genre: 'Telegram',
    ...(title && { title: title.text }),
    ...(from && { author: [{ literal: withCountry(from) }] }),
    ...(to && { recipient: [{ literal: withCountry(to) }] }),
    ...(date && {
      issued: { 'date-parts': [[date.year, date.month, date.day].filter(part => part !== null)] },
    }),
    ...(mrn && { number: mrn }),
    publisher: PUBLISHER,
    ...(source?.repository && { archive: source.repository }),
    ...(source?.collection && { archive_collection: source.collection }),
    ...(location && { archive_location: location }),
    ...(source?.url && { URL: source.url }),
    language: 'en-US',
    ...(remarks.length > 0 && { note: remarks.join(' ') }),
  };
}

export const PUBLISHER = 'U.S. Department of State';

/** By what a list of literature knows the telegram. */
export function keyOf({ mrn }: CitedTelegram): string {
  return mrn ?? 'telegram';
}

/** What a note says of how the telegram was marked and of the place in it. */
export function remarksOn({ classification, paragraph }: CitedTelegram): readonly string[] {
  return [
    classification && `Marked ${classification}.`,
    paragraph === null ? null : `Paragraph ${paragraph}.`,
  ].filter(remark => remark !== null);
}
