// What the tests of lines call.
import { continuesField } from '../continuation';
import { keywordAtStart, keywordEnd } from '../keywords';
import { insideEnd, insideStart, keywordInside } from '../keywordsInside';
import {
  contentEnd,
  contentStart,
  isBlankLine,
  isFiller,
  isRule,
  nextFilled,
  previousFilled,
} from '../lines';
import { isPageCount, mayHoldPageLine, namesPage, parsePageLine } from '../pageLine';
import { digitCount, digitsStart, markEnd, paragraphMark, unnumberedMark } from '../paragraphMark';

export { bytes, read } from './read';
export {
  contentEnd,
  contentStart,
  continuesField,
  isBlankLine,
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
