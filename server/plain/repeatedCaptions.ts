import { captionsOf, foundEnd, foundStart, keepCaptions, UNSURE } from './captions';
import { isLetter } from './characters';
import { lineStart } from './landmarks';
import { contentEnd, contentStart } from './lines';
import { TEXT, unit } from './text';
import { isAmong, listOf } from './wordList';

/** Captions that transmission repeats in the text; others are words there too. */
const REPEATED = listOf('SIPDIS NOFORN EXDIS NODIS LIMDIS STADIS');

/** No line of repeated captions is longer. */
const SHORT: i32 = 60;

/** Keeps the captions that the lines `from` to `to` repeat. False where that is not sure. */
export function keepRepeatedCaptions(from: i32, to: i32): bool {
  for (let line = from; line < to; line++) {
    let at = lineStart(line);
    while (unit(at) === 0x20) at++;
    if (mayBeginRepeated(at) && !keepLine(contentStart(line), contentEnd(line))) return false;
  }
  return true;
}

/** Whether a repeated caption may begin at an offset: SI, ST, NO, EX or LI in either case. */
function mayBeginRepeated(at: i32): bool {
  switch (load<u16>(TEXT + at) | 0x2020) {
    case 0x6973: // SI
    case 0x7473: // ST
    case 0x6f6e: // NO
    case 0x7865: // EX
    case 0x696c: // LI
      return true;
    default:
      return false;
  }
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
