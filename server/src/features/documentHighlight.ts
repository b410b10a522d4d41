import type { Cable, ClassLine } from '../cable/model';
import { type Span, touches } from '../text/span';
import { citingAt, sameCitings } from './citing';

export interface Highlight extends Span {
  /** `named`: the entry of the REF field, or the classification line; `used`: a mention of it, or a page line. */
  readonly role: 'named' | 'used';
}

/**
 * All places of the open cable that mean the same as the one at `offset`: a reference's entry in the list and its mentions,
 * or the places that print the cable's own station and serial. Empty elsewhere.
 */
export function highlightsAt(cable: Cable, offset: number): readonly Highlight[] {
  const citing = citingAt(cable, offset);
  if (!citing) {
    const own = ownIdentity(cable);
    return own.some(place => touches(place, offset)) ? own : [];
  }
  return sameCitings(cable, citing).map(({ start, end, place }) => ({
    start,
    end,
    role: place === 'list' ? 'named' : 'used',
  }));
}

function ownIdentity({ classLine, pageLines }: Cable): readonly Highlight[] {
  const named = classLine ? postAndSerial(classLine) : [];
  const used = pageLines.map(
    ({ post, serial }): Highlight => ({ start: post.start, end: serial.end, role: 'used' }),
  );
  return [...named, ...used];
}

function postAndSerial({ post, serial }: ClassLine): readonly Highlight[] {
  return post && serial ? [{ start: post.start, end: serial.end, role: 'named' }] : [];
}
