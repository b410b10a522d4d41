import type { Capped } from '../../archive/snapshot';
import type { Reading } from '../reading';
import { caretLineAt } from './caretLine';
import { COMPLETION_LIMIT, type Completion } from './completion';
import { addressCompletions, prosignCompletions } from './headerCompletion';
import { captionCompletions, tagCompletions } from './preambleCompletion';
import { cableCompletions, letterCompletions } from './referenceCompletion';

export type { Completion } from './completion';

/** The characters that may open a list while the user types, see `completionsAt`. */
export const COMPLETION_TRIGGERS = [' ', '/'];

const NONE: Capped<Completion> = { items: [], truncated: false };

/**
 * What may be written at `offset`: TAGS codes, captions, references, their letters, stations, precedences, each only where it
 * belongs. `trigger` is the character that was typed just now, null if the user asked. Typing opens a list only where hardly
 * anything else can follow, since Enter would then take an entry: a blank after `ref` and after `TAGS:`, a slash after a
 * routing indicator.
 */
export function completionsAt(reading: Reading, offset: number, trigger: string | null): Capped<Completion> {
  const { cable } = reading;
  const line = caretLineAt(cable, offset);
  if (trigger === ' ') {
    const tags = /^\s*TAGS?\s?:\s$/i.test(line.before) ? tagCompletions(reading, line) : null;
    return capped(letterCompletions(reading, line) ?? tags ?? []);
  }
  if (trigger === '/') return capped(addressCompletions(cable, line) ?? []);
  const found =
    letterCompletions(reading, line) ??
    tagCompletions(reading, line) ??
    prosignCompletions(cable, line) ??
    addressCompletions(cable, line) ??
    captionCompletions(cable, line);
  return found ? capped(found) : (cableCompletions(reading, line) ?? NONE);
}

function capped(items: readonly Completion[]): Capped<Completion> {
  return { items: items.slice(0, COMPLETION_LIMIT), truncated: items.length > COMPLETION_LIMIT };
}
