import { isDigit, standsAt } from './characters';
import { lineCount, lineStart } from './landmarks';
import { TEXT, textLength, unit } from './text';

/** Whether a stamp of a release on request may stand in the first `reach` characters: `Case No`, `RELEASED IN FULL` and the like. */
export function mayHoldStamps(reach: i32): bool {
  for (let line = 0; line < lineCount && lineStart(line) < reach; line++)
    if (mayBeDecision(lineStart(line))) return true;
  const blank = i8x16.splat(0x20);
  const end = min(reach, textLength);
  for (let at = 0; at < end; at += 16) {
    // All other stamps have one of `ase no`, `ase id` and `ew authority`.
    const first = v128.or(v128.load(TEXT + at), blank);
    const second = v128.or(v128.load(TEXT + at, 1), blank);
    const se = v128.and(i8x16.eq(first, i8x16.splat(0x73)), i8x16.eq(second, i8x16.splat(0x65)));
    const ew = v128.and(i8x16.eq(first, i8x16.splat(0x65)), i8x16.eq(second, i8x16.splat(0x77)));
    const found = v128.and(v128.or(se, ew), i8x16.eq(v128.load(TEXT + at, 2), blank));
    if (!v128.any_true(found)) continue;
    for (let bits = i8x16.bitmask(found); bits !== 0; bits &= bits - 1)
      if (mayBeStamp(at + ctz(bits))) return true;
  }
  return false;
}

function mayBeStamp(at: i32): bool {
  return standsAt('se no', at) || standsAt('se id', at) || standsAt('ew authority', at);
}

/** Whether a line may say what reviewers have decided: `RELEASED IN PART B1`. */
function mayBeDecision(start: i32): bool {
  let at = start;
  while (unit(at) === 0x20) at++;
  switch (unit(at) & ~32) {
    case 0x52:
      return standsAt('RELEASE', at);
    case 0x44:
      return standsAt('DENIED', at);
    case 0x45:
      return standsAt('EXCISED', at);
    default:
      return false;
  }
}

/** Whether the stamp of the systematic review, `Declassified/Released`, may stand in the first `reach` characters. */
export function mayHoldReview(reach: i32): bool {
  const end = min(reach, textLength);
  for (let at = 0; at < end; at++) if (unit(at) === 0x2f && mayFollowReview(at)) return true;
  return false;
}

/** Whether `classified`, and up to four characters of white space, stand before an offset. */
function mayFollowReview(at: i32): bool {
  let end = at;
  while (end > 0 && unit(end - 1) <= 0x20) end--;
  return end >= 12 && standsAt('Declassified', end - 12);
}

/** Whether a line may be a page head, `PAGE 01 MOSCOW 14984 191007Z`: a few copies have kept some. */
export function mayHoldPages(): bool {
  for (let line = 0; line < lineCount; line++) {
    let at = lineStart(line);
    while (unit(at) === 0x20) at++;
    if (unit(at) === 0x50 && standsAt('PAGE ', at) && isPageNumber(at + 5)) return true;
  }
  return false;
}

function isPageNumber(start: i32): bool {
  let at = start;
  while (unit(at) === 0x20) at++;
  return isDigit(unit(at)) && isDigit(unit(at + 1));
}
