import type { Release } from '../../cable/model';

/** Where a telegram can be looked up, in the words of a citation; null for what is not known. */
export interface CitedSource {
  /** Who keeps or publishes it: `National Archives, College Park, MD`. */
  readonly repository: string | null;
  /** The series or collection in it. */
  readonly collection: string | null;
  /** `Doc. No. C05517243, Case No. F-2014-01302` */
  readonly release: string | null;
  readonly url: string | null;
}

/** What is known of the file that an import made (see `reftel-import.ndjson`). */
export interface Provenance {
  /** The kind of its source: `cablegate-csv`, `frus` … */
  readonly kind: string;
  /** The id that the source gives it. */
  readonly id: string | null;
  /** The path of the source. */
  readonly source: string;
  readonly url?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** How citations are to be made, as the settings `reftel.citation` say. */
export interface CitationChoice {
  readonly headlineCase: boolean;
  /** What the user says of the source, over what is known of it. In a URL, `{id}` stands for the id of the telegram. */
  readonly source: Partial<CitedSource>;
}

export const DEFAULT_CHOICE: CitationChoice = { headlineCase: true, source: {} };

/** The choice in an untrusted value, `{ headlineCase, source: { repository, … } }`; what is no text there is left out. */
export function citationChoice(value: unknown): CitationChoice {
  const { headlineCase, source } = objectOf(value);
  const texts = Object.entries(objectOf(source)).filter(
    ([key, text]) => key in NOTHING && typeof text === 'string',
  );
  return { headlineCase: headlineCase !== false, source: Object.fromEntries(texts) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const NOTHING: CitedSource = { repository: null, collection: null, release: null, url: null };

/** Publishers whose pages have an address of a known form. */
const publishers: Readonly<
  Record<string, (provenance: Provenance, mrn: string | null) => Partial<CitedSource>>
> = {
  'cablegate-csv': cablegate,
  'wikileaks-html': cablegate,
  plusd: () => ({ repository: 'WikiLeaks', collection: 'Public Library of US Diplomacy' }),
  // "Citing Records in the National Archives", General Information Leaflet 17: item, series, record group, repository.
  aad: () => ({
    repository: 'National Archives, College Park, MD',
    collection: 'Electronic Telegrams, Central Foreign Policy Files, RG 59',
    url: 'https://aad.archives.gov/aad/',
  }),
  frus: ({ source }) => {
    const [volume] = /frus\d{4}(?:-\d{2,4})?[a-z0-9]{0,12}(?=\.xml$)/i.exec(source) ?? [];
    return {
      repository: 'U.S. Department of State, Office of the Historian',
      collection: 'Foreign Relations of the United States',
      url:
        volume === undefined ? null : `https://history.state.gov/historicaldocuments/${volume.toLowerCase()}`,
    };
  },
};

/** A page is named after the id that the publisher gave, which may not be that of the text. */
function cablegate({ id }: Provenance, mrn: string | null): Partial<CitedSource> {
  return {
    repository: 'WikiLeaks',
    collection: 'Public Library of US Diplomacy, Cablegate',
    url: id === null || id !== mrn ? null : `https://wikileaks.org/plusd/cables/${id}_a.html`,
  };
}

/**
 * Where the telegram `mrn` can be looked up: what the user says, otherwise what the import noted of its file and what a release has
 * stamped on the paper. Null where nothing is known.
 */
export function citedSource(
  mrn: string | null,
  release: Release | null,
  provenance: Provenance | null,
  chosen: Partial<CitedSource>,
): CitedSource | null {
  const known =
    provenance &&
    Object.hasOwn(publishers, provenance.kind) &&
    publishers[provenance.kind]?.(provenance, mrn);
  const url = webAddress(provenance?.url ?? provenance?.fields?.url ?? provenance?.fields?.URL);
  const stamped = release && releaseOf(release);
  const source = {
    ...NOTHING,
    ...known,
    ...(url && { url }),
    ...(stamped && { release: stamped }),
    ...given(chosen, mrn),
  };
  return Object.values(source).some(part => part !== null) ? source : null;
}

function releaseOf({ document, case: request }: Release): string | null {
  const numbers = [document && `Doc. No. ${document}`, request && `Case No. ${request}`];
  return numbers.filter(Boolean).join(', ') || null;
}

/** What of `chosen` says something; an address with a place for an id that is not known says nothing. */
function given(chosen: Partial<CitedSource>, mrn: string | null): Partial<CitedSource> {
  const entries = Object.entries(chosen).flatMap(([key, value]) => {
    const text = value?.trim() ?? '';
    if (key !== 'url') return text === '' ? [] : [[key, text] as const];
    const url = mrn === null && text.includes('{id}') ? null : webAddress(text.replaceAll('{id}', mrn ?? ''));
    return url === null ? [] : [[key, url] as const];
  });
  return Object.fromEntries(entries);
}

/** `text` if it is an address of the web, without characters that a citation could not carry; null otherwise. */
function webAddress(text: string | undefined): string | null {
  return text !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]{1,2000}$/.test(text) ? text : null;
}
