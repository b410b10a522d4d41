import { classificationOf } from '../../cable/record';
import type { Reading } from '../reading';
import { Drawing } from './drawing';
import type { Page } from './model';
import { blocksOf } from './pageBlocks';
import { headerOf } from './pageHeader';

/** The page of the open cable. Linear in the length of its text. */
export function pageOf({ cable, snapshot }: Pick<Reading, 'cable' | 'snapshot'>): Page {
  const draw = new Drawing(cable, ids => {
    for (const id of ids) {
      const [entry] = snapshot.find(id);
      if (entry) return { uri: entry.uri, range: entry.anchor };
    }
    return null;
  });
  return {
    mrn: cable.mrn,
    title: cable.subject?.value ?? '',
    classification: classificationOf(cable),
    captions: [...new Set(cable.captions.map(({ value }) => value))],
    header: headerOf(cable, draw),
    blocks: blocksOf(cable, draw),
    signature: cable.signature?.value ?? null,
  };
}
