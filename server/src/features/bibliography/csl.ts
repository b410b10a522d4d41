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
  readonly note?: string;
}

/** `telegram` for a reference manager. What the copy does not tell is left out; the paragraph and the mark go into the note. */
export function cslItem({ mrn, subject, from, to, date, paragraph, classification }: CitedTelegram): CslItem {
  const remarks = [
    classification && `Marked ${classification}.`,
    paragraph === null ? null : `Paragraph ${paragraph}.`,
  ].filter(remark => remark !== null);
  return {
    id: mrn ?? 'telegram',
    type: 'report',
    genre: 'Telegram',
    ...(subject && { title: subject }),
    ...(from && { author: [{ literal: withCountry(from) }] }),
    ...(to && { recipient: [{ literal: withCountry(to) }] }),
    ...(date && {
      issued: { 'date-parts': [[date.year, date.month, date.day].filter(part => part !== null)] },
    }),
    ...(mrn && { number: mrn }),
    publisher: 'U.S. Department of State',
    ...(remarks.length > 0 && { note: remarks.join(' ') }),
  };
}
