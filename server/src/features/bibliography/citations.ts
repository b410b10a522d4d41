import { biblatexEntry, bibtexEntry } from './bibtex';
import { cslItem } from './csl';
import { chicagoEntry, chicagoNote, frusNote } from './notes';
import type { CitedTelegram } from './telegram';

/** The styles in which a telegram is cited; the first is the usual one. */
export const CITATION_STYLES = [
  'chicago',
  'chicago-bibliography',
  'frus',
  'bibtex',
  'biblatex',
  'csl-json',
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A telegram, or the place in it, in every style. */
export type Citations = Readonly<Record<CitationStyle, string>>;

/** `telegram` in one style; what is a file of its own ends with a line break. */
export function cite(telegram: CitedTelegram, style: CitationStyle): string {
  switch (style) {
    case 'chicago':
      return chicagoNote(telegram);
    case 'chicago-bibliography':
      return chicagoEntry(telegram);
    case 'frus':
      return frusNote(telegram);
    case 'bibtex':
      return bibtexEntry(telegram);
    case 'biblatex':
      return biblatexEntry(telegram);
    case 'csl-json':
      return `${JSON.stringify([cslItem(telegram)], null, 2)}\n`;
  }
}

export function citationsOf(telegram: CitedTelegram): Citations {
  const styles = CITATION_STYLES.map(style => [style, cite(telegram, style)]);
  return Object.fromEntries(styles) as Record<CitationStyle, string>;
}
