import { addCitation, IN_TEXT } from './batch';

const WIDTH: i32 = 24;

/** No cable of a sensible length mentions more. */
const MOST: i32 = 512;

const MENTIONS: usize = memory.data(WIDTH * MOST, 16);

/** How many mentions are kept. */
export let mentionCount: i32 = 0;

/** Forgets the mentions of another cable. */
export function forgetMentions(): void {
  mentionCount = 0;
}

/** Keeps a mention in the order of starts and, of those that start at one place, of ends. */
export function keepMention(start: i32, end: i32, post: i32, year: i32, serial: i32, source: i32): void {
  mentionCount++;
  if (mentionCount > MOST) return;
  let at = mentionAt(mentionCount - 1);
  while (at > MENTIONS && isBefore(start, end, at - WIDTH)) {
    memory.copy(at, at - WIDTH, WIDTH);
    at -= WIDTH;
  }
  store<i32>(at, start);
  store<i32>(at, end, 4);
  store<i32>(at, post, 8);
  store<i32>(at, year, 12);
  store<i32>(at, serial, 16);
  store<i32>(at, source, 20);
}

/** Whether there was room for all. */
export function keepsAll(): bool {
  return mentionCount <= MOST;
}

/** Adds the mentions to the row, in their order. */
export function addMentions(): void {
  for (let i = 0; i < mentionCount; i++) {
    const each = mentionAt(i);
    addCitation(
      load<i32>(each, 8),
      load<i32>(each, 12),
      load<i32>(each, 16),
      IN_TEXT,
      load<i32>(each, 20),
      load<i32>(each),
      load<i32>(each, 4),
    );
  }
}

/** Where a mention is kept: its start, end, station, year, serial and what tells its year, as numbers of 32 bits. */
export function mentionAt(index: i32): usize {
  return MENTIONS + <usize>index * WIDTH;
}

/** Whether a span comes before a mention. */
function isBefore(start: i32, end: i32, mention: usize): bool {
  const other = load<i32>(mention);
  return start < other || (start === other && end < load<i32>(mention, 4));
}
