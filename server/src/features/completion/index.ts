import type { Capped } from '../../archive/snapshot';
import type { Reading } from '../reading';
import { caretLineAt } from './caretLine';
import { COMPLETION_LIMIT, type Completion } from './completion';
import { addressCompletions, prosignCompletions } from './header';
import { captionCompletions, tagCompletions } from './preamble';
import { cableCompletions, letterCompletions } from './references';

export type { Completion } from './completion';

/** The characters that may open a list while a person types. */
export const COMPLETION_TRIGGERS = [' ', ':', '/'];

const NONE: Capped<Completion> = { items: [], cut: false };

/**
 * What may be written at `offset`: TAGS codes, captions, references, their letters, stations, precedences, each only where it
 * belongs. `trigger` is the character that was typed just now, null where a person asked: a blank opens a list only behind
 * `ref` and in the TAGS, since in a text one types many.
 */
export function completionsAt(reading: Reading, offset: number, trigger: string | null): Capped<Completion> {
  const { cable } = reading;
  const line = caretLineAt(cable, offset);
  const quick = letterCompletions(reading, line) ?? tagCompletions(reading, line);
  if (quick || trigger === ' ') return capped(quick ?? []);
  const found =
    prosignCompletions(cable, line) ?? addressCompletions(cable, line) ?? captionCompletions(cable, line);
  return found ? capped(found) : (cableCompletions(reading, line) ?? NONE);
}

function capped(items: readonly Completion[]): Capped<Completion> {
  return { items: items.slice(0, COMPLETION_LIMIT), cut: items.length > COMPLETION_LIMIT };
}
