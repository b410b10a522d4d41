import { parseMrn, splitMrn } from './identity';

/** What a link to this extension names: a cable, or a paragraph of it. It names no file, so that it outlives renaming. */
export interface CableLink {
  /** The canonical id. */
  readonly mrn: string;
  /** The number of the paragraph; null for the cable as a whole. */
  readonly paragraph: number | null;
}

/** The id of the extension, which stands for the host in links to it. */
export const EXTENSION = 'reftel.reftel';

const PATH = /^\/cable\/([^/]{1,60})$/;
const QUERY = /^paragraph=(\d{1,3})$/;

/** What follows the extension in a link to a cable or to one of its paragraphs: `/cable/07MUSCAT154?paragraph=2`. */
export function cableLinkPath({ mrn, paragraph }: CableLink): string {
  return `/cable/${mrn}${paragraph === null ? '' : `?paragraph=${paragraph}`}`;
}

/**
 * What a link with this path and query, both decoded, names. Null for one that is no such link, an id without a year included. A link may
 * come from anywhere: nothing but a canonical id and a number goes on.
 */
export function readCableLink(path: string, query: string): CableLink | null {
  const mrn = parseMrn(PATH.exec(path)?.[1] ?? '');
  if (mrn === null || splitMrn(mrn) === null) return null;
  if (query === '') return { mrn, paragraph: null };
  const paragraph = QUERY.exec(query)?.[1];
  return paragraph === undefined ? null : { mrn, paragraph: Number(paragraph) };
}
