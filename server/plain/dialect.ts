import { isCapital, isDigit, standsAt } from './characters';
import { isProsign, isUsualGroup } from './dateTimeGroup';
import { lineCount, lineStart } from './landmarks';
import { mayHoldPages, mayHoldReview, mayHoldStamps } from './stamps';
import { unit } from './text';

/** How many lines with text the parser looks at to tell what kind of copy a text is. */
const REACH: i32 = 150;

/** It looks for stamps in so much of a copy with transmission lines, and in so much of another one. */
const TOP_REACH: i32 = 2048;
const STAMP_REACH: i32 = 16_384;

/**
 * Whether a text is surely a copy of dialect A (cable-format), which the parser reads as it is printed: reviewers have not stamped it,
 * and no page heads stand in it. The offsets are those of its class line and of its date-time group above that.
 */
export function isWebCopy(classLine: i32, group: i32): bool {
  if (mayHoldPages()) return false;
  if (hasTransmission(classLine)) return !mayHoldStamps(TOP_REACH);
  return hasNothingOdd(classLine, group) && !mayHoldStamps(STAMP_REACH) && !mayHoldReview(STAMP_REACH);
}

/** Whether one of the lines above the class line is surely one of transmission, and nothing above it begins a copy of the SMART system. */
function hasTransmission(classLine: i32): bool {
  for (let line = 0, seen = 0; line < lineCount && seen < REACH; line++) {
    const at = firstSign(line);
    if (at >= classLine || isSmart(at)) return false;
    if (isTransmission(at)) return true;
    if (unit(at) > 0x20) seen += 1;
  }
  return false;
}

/**
 * Whether no line down to the first paragraph is one by which the parser tells other kinds of copies, or one of transmission. It looks at
 * fewer lines than this.
 */
function hasNothingOdd(classLine: i32, group: i32): bool {
  // The parser has to find the group, too, to know that a paragraph is one.
  if (!isUsualGroup(group)) return false;
  for (let line = 0; line < lineCount; line++) {
    const at = firstSign(line);
    if (at > classLine && isParagraph(at)) return true;
    if (isSmart(at) || isOdd(at) || (at !== group && isLikeGroup(at))) return false;
  }
  return true;
}

/** Where a line's text begins; its end where it has none. */
function firstSign(line: i32): i32 {
  let at = lineStart(line);
  while (unit(at) === 0x20) at++;
  return at;
}

/** `VZCZ`, `DE RUEHMS #`, `ZNY CCCC`: FL1, FL3 and FL4. */
function isTransmission(start: i32): bool {
  switch (unit(start)) {
    case 0x56:
      return standsAt('VZCZ', start);
    case 0x44: {
      let at = start + 4;
      while (isCapital(unit(at))) at++;
      const letters = at - start - 4;
      return (
        standsAt('DE R', start) && letters >= 3 && letters <= 6 && unit(at) === 0x20 && unit(at + 1) === 0x23
      );
    }
    case 0x5a:
      if (!standsAt('ZNR ', start) && !standsAt('ZNY ', start)) return false;
      for (let at = start + 4; at < start + 8; at++) if (!isGroupLetter(unit(at))) return false;
      return true;
    default:
      return false;
  }
}

/** U, C, S, T or E. */
function isGroupLetter(unit: i32): bool {
  return unit === 0x55 || unit === 0x43 || unit === 0x53 || unit === 0x54 || unit === 0x45;
}

/** `MRN:` or `Date/DTG:` */
function isSmart(at: i32): bool {
  return standsAt('MRN', at) || standsAt('Date', at);
}

/** What may be a line of transmission, a page head, or an attribute that the archive added. */
function isOdd(at: i32): bool {
  switch (unit(at) & ~32) {
    case 0x56:
      return standsAt('VZCZ', at);
    case 0x44:
      return standsAt('DE R', at) || standsAt('Draft Date', at) || standsAt('Document Number', at);
    case 0x5a:
      return standsAt('ZN', at);
    case 0x54:
      return standsAt('This record is a partial extract', at);
    case 0x50:
      return standsAt('PAGE', at) || standsAt('PACE', at);
    case 0x4d:
      return standsAt('Message Attributes', at);
    case 0x48:
      return standsAt('Handling Restrictions', at);
    default:
      return false;
  }
}

/** What may be a date-time group that a scanner has misread: a prosign in either case, or a zero for one, alone. */
function isLikeGroup(at: i32): bool {
  return unit(at + 1) === 0x20 && (unit(at) === 0x30 || isProsign(unit(at) & ~32));
}

/** `1.` or `¶1.`, which begins a paragraph. */
function isParagraph(start: i32): bool {
  const from = unit(start) === 0xb6 ? start + 1 : start;
  let at = from;
  while (isDigit(unit(at))) at++;
  return at > from && at <= from + 5 && unit(at) === 0x2e && !isDigit(unit(at + 1));
}
