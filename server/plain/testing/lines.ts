// What the tests of lines call.
import { continuesField } from '../continuation';
import { keywordAtStart, keywordEnd } from '../keywords';
import { insideEnd, insideStart, keywordInside } from '../keywordsInside';
import { findLandmarks } from '../landmarks';
import {
  contentEnd,
  contentStart,
  isBlankLine,
  isDateline,
  isFiller,
  isRule,
  nextFilled,
  previousFilled,
} from '../lines';
import { isPageCount, mayHoldPageLine, namesPage, parsePageLine } from '../pageLine';
import { digitCount, digitsStart, markEnd, paragraphMark, unnumberedMark } from '../paragraphMark';
import { BYTES, decode } from '../text';

export {
  contentEnd,
  contentStart,
  continuesField,
  isBlankLine,
  isDateline,
  isFiller,
  isPageCount,
  isRule,
  keywordAtStart,
  keywordInside,
  mayHoldPageLine,
  nextFilled,
  paragraphMark,
  parsePageLine,
  previousFilled,
  unnumberedMark,
};

export function bytes(): usize {
  return BYTES;
}

export function read(length: i32): bool {
  if (!decode(length)) return false;
  findLandmarks();
  return true;
}

/** What was found last, by a number for each question. */
export function found(question: i32): i32 {
  switch (question) {
    case 0:
      return keywordEnd;
    case 1:
      return insideStart;
    case 2:
      return insideEnd;
    case 3:
      return digitsStart;
    case 4:
      return digitCount;
    case 5:
      return markEnd;
    default:
      return namesPage ? 1 : 0;
  }
}
