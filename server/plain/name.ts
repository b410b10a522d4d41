import { isCapital, isLetter, isSmall, printedAt } from './characters';
import { codeAt, unit } from './text';
import { isAmong, listOf } from './wordList';

/** What stands alone on a last line and is no name. */
const NO_NAMES = listOf(
  'END SUMMARY COMMENT TEXT NOTE SECTION CABLE CONFIDENTIAL SECRET UNCLASSIFIED NOFORN SIPDIS DECLASSIFIED BIO ANNEX MINIMIZE NNNN',
);

const APOSTROPHE: i32 = 0x2019;

/** Names have up to four words. */
const MORE_WORDS: i32 = 3;

/** Whether a name may go on with what stands at an offset: with a letter, an apostrophe or a hyphen. */
export function isNameSign(at: i32): bool {
  const here = unit(at);
  return isLetter(here) || here === 0x27 || here === 0x2d || (here > 0x7f && codeAt(at) === APOSTROPHE);
}

/**
 * Whether up to forty characters are a name as signatures print it: `SMITH`, `de la Cruz`, `J. P. O'Hara Jr.`. The ends that
 * each word can have are bits, for a hyphen may join words or stand in one.
 */
export function isName(start: i32, end: i32): bool {
  const length = end - start;
  let ends = endsOfFirst(start, end);
  for (let more = 0; ends !== 0; more++) {
    if ((ends >> length) & 1) return true;
    if ((ends >> (length - 1)) & 1 && unit(end - 1) === 0x2e) return true;
    if (more === MORE_WORDS) return false;
    ends = endsOfNext(start, end, ends);
  }
  return false;
}

/** Where the first word can end. */
function endsOfFirst(start: i32, end: i32): u64 {
  if (!isCapital(unit(start))) return endOfParticle(start, start, true);
  let ends: u64 = unit(start + 1) === 0x2e ? 4 : 0;
  for (let at = start + 1; at < end && isNameSign(at); at++) ends |= bit(at + 1 - start);
  return ends;
}

/** Where the next word can end, where the one before it ends at one of `before`. */
function endsOfNext(start: i32, end: i32, before: u64): u64 {
  let starts: u64 = 0;
  let ends: u64 = 0;
  for (let at = start; at < end; at++) {
    const place = at - start;
    if ((starts >> place) & 1) {
      ends |= endOfParticle(at, start, false);
      if (isCapital(unit(at))) {
        ends |= bit(place + 1);
        for (let next = at + 1; next < end && (unit(next) === 0x2e || isNameSign(next)); next++)
          ends |= bit(next + 1 - start);
      }
    }
    const joins = unit(at) === 0x20 || unit(at) === 0x2d;
    if (joins && ((before | starts) >> place) & 1) starts |= bit(place + 1);
  }
  return ends;
}

/** Where `de`, `van` or the like ends that stands at an offset; only some stand in the middle of a name. */
function endOfParticle(at: i32, start: i32, isFirst: bool): u64 {
  if (!isSmall(unit(at))) return 0;
  const place = at - start;
  if (printedAt('van', at) || printedAt('von', at) || printedAt('der', at)) {
    // `de` begins `der`.
    return bit(place + 3) | (printedAt('de', at) ? bit(place + 2) : 0);
  }
  if (printedAt('de', at) || printedAt('la', at)) return bit(place + 2);
  if (!isFirst) return 0;
  if (printedAt('le', at) || printedAt('da', at) || printedAt('al', at)) return bit(place + 2);
  return printedAt('bin', at) ? bit(place + 3) : 0;
}

function bit(place: i32): u64 {
  return (<u64>1) << place;
}

/** Whether one of the words in a name is none of a name. */
export function holdsNoName(start: i32, end: i32): bool {
  let from = start;
  while (from < end) {
    let to = from;
    while (to < end && isLetter(unit(to))) to++;
    if (to > from && (isAmong(NO_NAMES, from, to) || isCrossedOut(from, to))) return true;
    from = to + 1;
  }
  return false;
}

/** `XXXX`, with which copies cross names out. */
function isCrossedOut(start: i32, end: i32): bool {
  for (let at = start; at < end; at++) if ((unit(at) | 32) !== 0x78) return false;
  return end - start >= 4;
}
