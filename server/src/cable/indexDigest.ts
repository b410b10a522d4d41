import { LineTable } from '../text/lineTable';
import { repeatedCaptions } from './bodyLines';
import { readEnvelope } from './envelope';
import { findMentions } from './mentions';
import type { Cable, Transmission } from './model';

/** What an archive keeps of a cable, as a whole reading gives it; mentions that name no cable may be left out. */
export interface IndexDigest
  extends Pick<
    Cable,
    | 'lines'
    | 'mrn'
    | 'classLine'
    | 'captions'
    | 'tags'
    | 'subject'
    | 'references'
    | 'mentions'
    | 'body'
    | 'banner'
  > {
  readonly transmission: Pick<Transmission, 'dtg' | 'from' | 'to' | 'security'>;
}

/**
 * Reads of a cable only what an archive keeps, by the same rules as `parseCable` and several times faster: the running text is
 * not divided into paragraphs, only searched. `lines` are those of `text`.
 */
export function readIndexDigest(text: string, path: string, lines = new LineTable(text)): IndexDigest {
  const envelope = readEnvelope(text, lines, path, true);
  const { copy, opening, mrn, references, body, bodyEnd, citing } = envelope;
  const { source } = copy;
  const repeated = repeatedCaptions(source, opening.bodyLine, bodyEnd);
  return {
    lines,
    mrn,
    transmission: envelope.transmission,
    classLine: opening.classLine,
    captions: repeated.length > 0 ? [...opening.captions, ...repeated] : opening.captions,
    tags: envelope.tags?.tags ?? null,
    subject: envelope.subject,
    references: references?.references ?? null,
    mentions: findMentions(source.text, body, references?.references.items ?? [], citing, true),
    body,
    banner: copy.banner,
  };
}
