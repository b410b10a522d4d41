import type { CableEntry, Snapshot } from '../archive/snapshot';
import { classificationOf } from '../cable/record';
import type { Reading } from './reading';

/** What a status item says of the open cable. */
export interface CableState
  extends Pick<CableEntry, 'mrn' | 'subject' | 'instant' | 'from' | 'classification' | 'captions'> {
  /** The number of files that cite it. */
  readonly citedBy: number;
  /** The number of cables that it cites. */
  readonly cites: number;
  /** How many of those are here. */
  readonly citesHere: number;
}

export function cableStateOf({ uri, cable, snapshot }: Reading): CableState {
  const { mrn, subject, transmission, captions } = cable;
  const cited = new Set(
    [...(cable.references?.items ?? []), ...cable.mentions].flatMap(({ mrn }) => mrn ?? []),
  );
  return {
    mrn,
    subject: subject?.value ?? null,
    instant: transmission.dtg?.instant ?? null,
    from: transmission.from?.value ?? null,
    classification: classificationOf(cable),
    captions: [...new Set(captions.map(({ value }) => value))],
    citedBy: citedByCount(snapshot, { mrn, uri }),
    cites: cited.size,
    citesHere: [...cited].filter(id => snapshot.find(id).length > 0).length,
  };
}

/** How many other files cite a cable: the number that lens, table and trees show. */
export function citedByCount(
  snapshot: Snapshot,
  { mrn, uri }: { readonly mrn: string | null; readonly uri: string | null },
): number {
  const citing = mrn === null ? [] : snapshot.citedBy(mrn).items;
  return new Set(citing.map(({ source }) => source.uri).filter(other => other !== uri)).size;
}
