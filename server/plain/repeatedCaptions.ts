import { captionsOf, foundEnd, foundStart, keepCaptions, UNSURE } from './captions';
import { isLetter } from './characters';
import { lineStart } from './landmarks';
import { contentEnd, contentStart } from './lines';
import { BLANK } from './signs';
import { TEXT, unit } from './text';
import { isAmong, listOf } from './wordList';

/** Captions that transmission repeats in the text; others are words there too. */
const REPEATED = listOf('SIPDIS NOFORN EXDIS NODIS LIMDIS STADIS');

/** No line of repeated captions is longer. */
const SHORT: i32 = 60;

/** Keeps the captions that the lines `from` to `to` repeat. False where that is not sure. */
export function keepRepeatedCaptions(from: i32, to: i32): bool {
  for (let line = from; line < to; line++)
    if (mayBeginRepeated(lineStart(line)) && !keepLine(contentStart(line), contentEnd(line))) return false;
  return true;
}

/** The first four letters of those, in lower case, each at its place of sixteen. */
const BEGINNINGS: usize = memory.data(4 * 16, 4);

learn('sipd');
learn('nofo');
learn('exdi');
learn('nodi');
learn('limd');
learn('stad');

function learn(word: string): void {
  const letters =
    word.charCodeAt(0) | (word.charCodeAt(1) << 8) | (word.charCodeAt(2) << 16) | (word.charCodeAt(3) << 24);
  store<u32>(placeOf(letters), letters);
}

/** Where four letters have their place. By the factor those that are learnt have places of their own. */
function placeOf(letters: u32): usize {
  return BEGINNINGS + (((letters * 0x297a2d39) >> 28) << 2);
}

/** Whether a repeated caption may begin behind the blanks at an offset. */
function mayBeginRepeated(start: i32): bool {
  let letters = load<u32>(TEXT + start);
  if ((letters & 0xff) === BLANK) letters = load<u32>(TEXT + behindBlanks(start));
  letters |= 0x20202020;
  return load<u32>(placeOf(letters)) === letters;
}

function behindBlanks(start: i32): i32 {
  let at = start;
  while (unit(at) === BLANK) at++;
  return at;
}

/** Keeps the captions of a line that holds nothing but such as transmission repeats. False where that is not sure. */
function keepLine(start: i32, end: i32): bool {
  if (end - start > SHORT || !isAmong(REPEATED, start, endOfLetters(start))) return true;
  const found = captionsOf(start, end);
  if (found === UNSURE) return false;
  if (found <= 0) return true;
  for (let i = 0; i < found; i++) if (!isAmong(REPEATED, foundStart(i), foundEnd(i))) return true;
  keepCaptions();
  return true;
}

/** Where the letters end with which a line begins. */
function endOfLetters(start: i32): i32 {
  let end = start;
  while (isLetter(unit(end))) end++;
  return end;
}
