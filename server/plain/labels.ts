import { isCapital, isDigit, isLetter, isWhite, isWordAt } from './characters';
import { FLOW, flowAt, flowLength, startsPart } from './flow';

/*
 * The letters that label the items of a reference list, as `findLabels` of server/src/cable/references.ts finds them in the flow. Each
 * part of its pattern begins with a sign of its own, so that there is one way to read a label.
 */

const MOST_LABELS = 256;
const LABELS: usize = memory.data(16 * MOST_LABELS, 4);
const END = 4;
const LETTER = 8;
/** Where the first sign behind a label stands that is no blank. */
const ITEM = 12;
const WIDTH = 16;

const PILCROW = 0xb6;

/** How many labels there are. */
export let labelCount: i32 = 0;

/** The label read last: its end, its letter in upper case, and whether a blank alone sets it off from its item. */
let readEnd: i32 = 0;
let readLetter: i32 = 0;
let isBare: bool = false;

/** Where a label starts in the flow. */
export function labelStart(index: i32): i32 {
  return load<i32>(LABELS + WIDTH * index);
}

/** Where its item begins. */
export function labelEnd(index: i32): i32 {
  return load<i32>(LABELS + WIDTH * index, END);
}

/** Its letter, in upper case. */
export function labelLetter(index: i32): i32 {
  return load<i32>(LABELS + WIDTH * index, LETTER);
}

/** Finds the labels of the flow. False where they are too many. */
export function findLabels(): bool {
  labelCount = 0;
  let at = 0;
  while (at < flowLength) {
    if (!mayBeginLabel(at) || !readLabel(at)) {
      at++;
      continue;
    }
    if (!addLabel(at)) return false;
    at = readEnd;
  }
  return true;
}

/** Whether what stands before an index lets a label begin there. */
function mayBeginLabel(at: i32): bool {
  const before = flowAt(at - 1);
  if (before === 0x20 || before === 0) return true;
  if (isLetter(before) || isDigit(before)) return false;
  // . ' & / -
  return before !== 0x2e && before !== 0x27 && before !== 0x26 && before !== 0x2f && before !== 0x2d;
}

/** Reads the label that starts at an index: a dash, the mark of a paragraph, a letter. */
function readLabel(start: i32): bool {
  const at = markEnd(flowAt(start) === 0x2d ? skipWhite(start + 1, 3) : start);
  const unit = flowAt(at);
  isBare = false;
  if (unit === 0x28) return isLetter(flowAt(at + 1)) && flowAt(at + 2) === 0x29 && found(at + 1, at + 3);
  if (!isLetter(unit)) return false;
  const next = flowAt(at + 1);
  if (next === 0x2e || next === 0x29 || next === 0x3a) return found(at, at + 2);
  isBare = true;
  return isCapital(unit) && isWhite(next) && nameFollows(at + 1) && found(at, at + 1);
}

function found(letterAt: i32, end: i32): bool {
  readLetter = flowAt(letterAt) & ~0x20;
  readEnd = end;
  return true;
}

/** Where the mark of a paragraph ends that copies leave before a letter: `¶1`, `[1](#)`, `**1**`, `1`; `at` where none stands there. */
function markEnd(at: i32): i32 {
  const unit = flowAt(at);
  if (unit === PILCROW) {
    const behind = skipWhite(at + 1, 1);
    return flowAt(behind) === 0x31 ? behind + 1 : behind;
  }
  if (unit === 0x31) {
    const sign = flowAt(at + 2);
    return isLetter(flowAt(at + 1)) && (sign === 0x2e || sign === 0x29 || sign === 0x3a) ? at + 1 : at;
  }
  if (unit === 0x2a && flowAt(at + 1) === 0x2a) {
    const stars = isMark(flowAt(at + 2)) ? at + 3 : at + 2;
    return flowAt(stars) === 0x2a && flowAt(stars + 1) === 0x2a ? stars + 2 : at;
  }
  return unit === 0x5b ? linkEnd(at) : at;
}

function isMark(unit: i32): bool {
  return unit === 0x31 || unit === PILCROW;
}

/** Where `[1](#)` ends, with up to 200 signs in the parentheses. */
function linkEnd(at: i32): i32 {
  if (!isMark(flowAt(at + 1)) || flowAt(at + 2) !== 0x5d || flowAt(at + 3) !== 0x28) return at;
  let end = at + 4;
  while (end < at + 204 && flowAt(end) !== 0x29 && flowAt(end) > 0x20) end++;
  return flowAt(end) === 0x29 ? end + 1 : at;
}

/** Whether blanks, perhaps a year, a name and a digit follow: so a letter labels an item without a sign behind it. */
function nameFollows(at: i32): bool {
  let name = skipWhite(at, 3);
  if (isDigit(flowAt(name)) && isDigit(flowAt(name + 1)) && isWhite(flowAt(name + 2)))
    name = skipWhite(name + 2, 3);
  if (!isCapital(flowAt(name))) return false;
  let end = name + 1;
  while (end < name + 21 && (isLetter(flowAt(end)) || flowAt(end) === 0x20)) end++;
  return end >= name + 3 && isDigit(flowAt(end));
}

/**
 * Adds the label read last if it is one: letters come in order, A first. A letter out of order counts only at the start of a line; a
 * letter printed twice (`A. A) …`) labels one item. False where there are too many.
 */
function addLabel(start: i32): bool {
  const isFirst = labelCount === 0;
  const last = LABELS + WIDTH * (labelCount - 1);
  const step = readLetter - (isFirst ? 0x40 : load<i32>(last, LETTER));
  const startsLine = startsPart(start);
  if (!isFirst) {
    const from = load<i32>(last, ITEM);
    if (step === 0 && (from >= start || isRef(from, start))) {
      setEnd(last, readEnd);
      return true;
    }
    // Directly behind a label stands its item, `A. A/S BURNS …`, not another label.
    if (from >= start && !startsLine) return true;
  }
  const isNext = step === 1 && (!isBare || endsItem(start));
  if (!isNext && (isFirst || !startsLine || isBare || step < -1 || step > 4)) return true;
  if (labelCount === MOST_LABELS) return false;
  const label = LABELS + WIDTH * labelCount;
  store<i32>(label, start);
  setEnd(label, readEnd);
  store<i32>(label, readLetter, LETTER);
  labelCount++;
  return true;
}

function setEnd(label: usize, end: i32): void {
  store<i32>(label, end, END);
  store<i32>(label, skipWhite(end, flowLength), ITEM);
}

/** Whether `REF`, perhaps with a parenthesis on either side, is all that stands between two indices besides blanks. */
function isRef(from: i32, to: i32): bool {
  let at = flowAt(from) === 0x28 ? from + 1 : from;
  if (!isWordAt('REF', FLOW + at)) return false;
  at += 3;
  if (flowAt(at) === 0x29) at++;
  return at <= to && skipWhite(at, flowLength) >= to;
}

/** Whether the list begins before an index, or a comma or semicolon stands there. */
function endsItem(at: i32): bool {
  let end = at;
  while (end > 0 && isWhite(flowAt(end - 1))) end--;
  const unit = flowAt(end - 1);
  return end === 0 || unit === 0x2c || unit === 0x3b;
}

/** Where white space from an index on ends, or the first `most` units of it. */
function skipWhite(at: i32, most: i32): i32 {
  const limit = at + most;
  while (at < limit && isWhite(flowAt(at))) at++;
  return at;
}
