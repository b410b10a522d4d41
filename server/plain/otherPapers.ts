import { isLetter, isWordSign } from './characters';
import { countDigits, nextWord, readsAt, skipWhite, sliceLength, unitAt } from './slice';

/*
 * Whether the slice names a paper that is no cable, as `OTHER_KINDS` of server/src/cable/references.ts tell it: an e-mail, an
 * intelligence report, a press item, a call, a message known by its date-time group.
 */

/** Whether a paper that is no cable is named in the slice. */
export function namesOtherPaper(): bool {
  for (let at = nextWord(0); at < sliceLength; at = nextWord(at + 1))
    if (namesKind(at) || isMessage(at)) return true;
  return false;
}

/** Whether the word that begins at an offset tells the kind of a paper that is no cable. */
function namesKind(at: i32): bool {
  switch (unitAt(at) & ~0x20) {
    case 0x41:
      return isPressItem('AFP', at);
    case 0x43:
      return isPressItem('CPP', at);
    case 0x45:
      return isEmail(at) || isPressItem('EUP', at);
    case 0x46:
      return isWord('FBIS', at) || isPressItem('FBIS', at) || isPressItem('FEA', at);
    case 0x47:
      return isPressItem('GMP', at);
    case 0x49:
      return isWord('IIR', at) || isPressItem('IAP', at);
    case 0x4b:
      return isPressItem('KPP', at);
    case 0x4c:
      return isPressItem('LAP', at);
    case 0x4f:
      return isWord('OSC', at) || isPressItem('OSC', at);
    case 0x50:
      return isOneOrMore('PHONE', at);
    case 0x53:
      return isPressItem('SAP', at);
    case 0x54:
      return readsAt('TEL', at) && isCall(at);
    default:
      return false;
  }
}

/** `E-MAIL` */
function isEmail(at: i32): bool {
  const hyphen = unitAt(at + 1) === 0x2d ? at + 2 : at + 1;
  return isOneOrMore('MAIL', skipWhite(hyphen, 1));
}

/** `TELCON` */
function isCall(at: i32): bool {
  return (
    isOneOrMore('TELCON', at) ||
    isOneOrMore('TELECON', at) ||
    isOneOrMore('TELEPHONE', at) ||
    isOneOrMore('TELCALL', at)
  );
}

/** `CPP20071019968173` */
function isPressItem(code: string, at: i32): bool {
  return readsAt(code, at) && countDigits(skipWhite(at + code.length, 1), 6) === 6;
}

/** `R 251847Z MAR 08` */
function isMessage(start: i32): bool {
  let at = start;
  if (isLetter(unitAt(at))) at += unitAt(at + 1) === 0x20 ? 2 : 1;
  if (countDigits(at, 6) < 6 || (unitAt(at + 6) & ~0x20) !== 0x5a) return false;
  const month = skipWhite(at + 7, 3);
  if (month === at + 7 || !areLetters(month)) return false;
  const year = skipWhite(month + 3, 3);
  const digits = countDigits(year, 5);
  return year > month + 3 && digits >= 2 && digits <= 4 && !isWordSign(unitAt(year + digits));
}

function areLetters(at: i32): bool {
  return isLetter(unitAt(at)) && isLetter(unitAt(at + 1)) && isLetter(unitAt(at + 2));
}

/** Whether a word stands at an offset and ends there. */
function isWord(word: string, at: i32): bool {
  return readsAt(word, at) && !isWordSign(unitAt(at + word.length));
}

/** The same, or its plural. */
function isOneOrMore(word: string, at: i32): bool {
  if (!readsAt(word, at)) return false;
  const end = at + word.length;
  return !isWordSign(unitAt(end)) || ((unitAt(end) & ~0x20) === 0x53 && !isWordSign(unitAt(end + 1)));
}
