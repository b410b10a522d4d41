import { LIST } from './batch';
import { isDigit, isLetter } from './characters';
import {
  findNumbers,
  numberCount,
  numberEnd,
  numberPost,
  numberSerial,
  numberSource,
  numberStart,
  numberYear,
  setCiting,
} from './citation';
import { addCitation } from './citations';
import { beginFlow, FLOW, flowAt, flowLength, joinPart, sourceAt } from './flow';
import { post, serial, year } from './header';
import { REFERENCES } from './keywords';
import { findLabels, labelCount, labelEnd, labelLetter, labelStart } from './labels';
import { namesOtherPaper } from './otherPapers';
import { fieldCount, fieldKeyword, firstPart, partCount, partEnd, partStart } from './preamble';
import { sliceLength, take, unitAt } from './slice';

/** Where things stand in what is kept of an item. */
const POST = 4;
const YEAR = 8;
const SERIAL = 12;
const SOURCE = 16;
const START = 20;
const END = 24;
const WIDTH_SHIFT = 5;

const MOST_ITEMS = 1024;
const ITEMS: usize = memory.data(MOST_ITEMS << WIDTH_SHIFT, 8);

/** How many items of the list are cables with an id. */
export let itemCount: i32 = 0;

/** The letters that label items, as bits. */
let labelled: i32 = 0;

/**
 * Reads the REF fields as one list and adds its citations; tells citation.ts which telegram cites. False where it is not sure to
 * read them as the parser does.
 */
export function readReferences(): bool {
  setCiting(year, post, serial);
  beginFlow();
  for (let field = 0; field < fieldCount; field++)
    if (fieldKeyword(field) === REFERENCES && !joinField(field)) return false;
  if (!readList()) return false;
  for (let item = 0; item < itemCount; item++)
    addCitation(
      itemPost(item),
      itemYear(item),
      itemSerial(item),
      LIST,
      itemSource(item),
      itemStart(item),
      itemEnd(item),
    );
  return true;
}

function joinField(field: i32): bool {
  const first = firstPart(field);
  for (let part = first; part < first + partCount(field); part++)
    if (!joinPart(partStart(part), partEnd(part))) return false;
  return true;
}

/** Whether semicolons or bars divide what stands behind a label; hardly any list has them. */
let isDivided: bool = false;

/** Reads the flow as a list: what stands before the first label, and behind each. */
export function readList(): bool {
  itemCount = 0;
  labelled = 0;
  if (flowLength === 0) return true;
  if (!findLabels()) return false;
  isDivided = holdsDivider();
  if (!readPieces(0, endOfItem(-1), 0)) return false;
  for (let label = 0; label < labelCount; label++)
    if (!readPieces(labelEnd(label), endOfItem(label), labelLetter(label))) return false;
  return true;
}

/** Where the next label begins. */
function endOfItem(label: i32): i32 {
  return label + 1 < labelCount ? labelStart(label + 1) : flowLength;
}

/** Whether a semicolon or a bar stands in the flow. */
function holdsDivider(): bool {
  const semicolon = i8x16.splat(0x3b);
  const bar = i8x16.splat(0x7c);
  for (let at = 0; at < flowLength; at += 16) {
    const here = v128.load(FLOW + at);
    if (v128.any_true(v128.or(i8x16.eq(here, semicolon), i8x16.eq(here, bar)))) return true;
  }
  return false;
}

/** Reads a stretch of the list in pieces, at semicolons and bars. */
function readPieces(start: i32, end: i32, letter: i32): bool {
  if (!isDivided) return readPiece(start, end, letter);
  let from = start;
  for (let at = start; at < end; at++) {
    const unit = flowAt(at);
    if (unit !== 0x3b && unit !== 0x7c) continue;
    if (!readPiece(from, at, letter)) return false;
    from = at + 1;
  }
  return readPiece(from, end, letter);
}

/** Reads one piece: cables, or another paper, or nothing. */
function readPiece(start: i32, end: i32, letter: i32): bool {
  if (!take(FLOW + start, end - start)) return false;
  const isOther = namesOtherPaper();
  if (!isOther && !findNumbers(false)) return false;
  const numbers = isOther ? 0 : numberCount;
  if (itemCount + numbers > MOST_ITEMS) return false;
  for (let number = 0; number < numbers; number++) addItem(number, start, letter);
  if (letter !== 0 && (numbers > 0 || holdsWord())) labelled |= 1 << (letter & 31);
  return true;
}

/** Whether two letters or digits stand side by side in the piece: without them it is no item. */
function holdsWord(): bool {
  let side = 0;
  for (let at = 0; at < sliceLength && side < 2; at++) {
    const unit = unitAt(at);
    side = isLetter(unit) || isDigit(unit) ? side + 1 : 0;
  }
  return side === 2;
}

/** Adds a cable number as an item; `piece` is where it was looked for. */
function addItem(number: i32, piece: i32, letter: i32): void {
  const item = placeOf(itemCount);
  store<i32>(item, letter);
  store<i32>(item, numberPost(number), POST);
  store<i32>(item, numberYear(number), YEAR);
  store<i32>(item, numberSerial(number), SERIAL);
  store<i32>(item, numberSource(number), SOURCE);
  store<i32>(item, sourceAt(piece + numberStart(number)), START);
  // The end is taken from the last character, so that what ends a line does not reach into the next.
  store<i32>(item, sourceAt(piece + numberEnd(number) - 1) + 1, END);
  itemCount++;
}

function placeOf(index: i32): usize {
  return ITEMS + ((<usize>index) << WIDTH_SHIFT);
}

/** The letter in upper case that labels an item, or 0. */
export function itemLabel(index: i32): i32 {
  return load<i32>(placeOf(index));
}

/** The station of an item, as a number of stations.ts. */
export function itemPost(index: i32): i32 {
  return load<i32>(placeOf(index), POST);
}

/** From 1950 to 2049. */
export function itemYear(index: i32): i32 {
  return load<i32>(placeOf(index), YEAR);
}

export function itemSerial(index: i32): i32 {
  return load<i32>(placeOf(index), SERIAL);
}

/** How its year is known, see `citation.ts`. */
export function itemSource(index: i32): i32 {
  return load<i32>(placeOf(index), SOURCE);
}

/** Where an item starts in the text. */
export function itemStart(index: i32): i32 {
  return load<i32>(placeOf(index), START);
}

export function itemEnd(index: i32): i32 {
  return load<i32>(placeOf(index), END);
}

/** Whether a letter, in upper case, labels an item of the list, a cable or not. */
export function hasLabel(letter: i32): bool {
  return ((labelled >> (letter & 31)) & 1) === 1;
}
