import type { SecurityLine } from '../../cable/model';
import type { Field } from '../../text/span';

/** The classification letters of FL4 without a special category after a stroke: `SSSBB` of `SSSBB/FFFFF`. */
export function lettersOf(security: SecurityLine): Field<string> {
  const { start, value } = security.group;
  const stroke = value.indexOf('/');
  const letters = stroke < 0 ? value : value.slice(0, stroke);
  return { value: letters, start, end: start + letters.length };
}

/** The one letter that a sound group repeats, otherwise null. The last two of five may be a release code (ACP 117, 7.d). */
export function letterOf(security: SecurityLine): string | null {
  const [letter = ''] = security.group.value;
  const letters = lettersOf(security).value;
  return letters.length === 5 && letters.startsWith(letter.repeat(3)) && !isMixed(letters) ? letter : null;
}

/** Whether a group mixes letters other than by a release code at the end. */
export function isMixed(letters: string): boolean {
  const [letter = ''] = letters;
  if (letters === letter.repeat(letters.length)) return false;
  const released = letters.length === 5 && letters.startsWith(letter.repeat(3));
  return !(released && /^[A-Z]{2}$/.test(letters.slice(3)) && letters[3] !== letter && letters[4] !== letter);
}
