import { isDigit } from './characters';
import { firstMark, mark, markCount } from './landmarks';
import { forgetMentions, keepsAll } from './mentionList';
import { beginNumbers, readNumber } from './numberMentions';
import { unit } from './text';
import { beginWords, readWord } from './wordMentions';

/**
 * Finds the cables that the running text of a telegram of `ownPost` names, as `findMentions` of the parser does, and keeps those with an
 * id. False where that is not sure.
 */
export function findMentions(start: i32, end: i32, ownPost: i32): bool {
  forgetMentions();
  beginWords(start);
  beginNumbers(start, ownPost);
  for (let i = firstMark(start); i < markCount; i++) {
    const at = mark(i);
    if (at >= end) break;
    if (!(isDigit(unit(at)) ? readNumber(at) : readWord(at))) return false;
  }
  return keepsAll();
}
