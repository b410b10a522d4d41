import { isCapital, isDigit, isLetter, isWordSign } from './characters';
import { unit } from './text';

/** In place of minutes: no time. */
export const NO_TIME: i32 = i32.MIN_VALUE;

/** The full year of the date-time group read last. */
export let groupYear: i32 = 0;

/** Its minutes since 1970; `NO_TIME` where there is no such day or time of day. */
export let groupMinutes: i32 = NO_TIME;

/** The days of the years before 1970, as `daysBefore` counts them. */
const FROM_ZERO: i32 = 719483;

/** Whether a line stands like a date-time group: one to three precedence prosigns and a digit. */
export function beginsLikeGroup(start: i32): bool {
  const at = behindProsigns(start);
  return at >= 0 && isDigit(unit(at));
}

/**
 * Reads the date-time group with which a line begins, `R 241550Z JAN 07`. False for what only the parser can read, and for years
 * that two digits do not tell.
 */
export function readGroup(start: i32): bool {
  let at = behindProsigns(start);
  if (at < 0) return false;
  const time = at;
  while (isDigit(unit(at))) at++;
  if (at !== time + 6) return false;
  if (unit(at) === 0x20) at++;
  if ((unit(at) & ~32) !== 0x5a) return false;
  const month = behindBlanks(at + 1, 4);
  if (month < 0) return false;
  at = month;
  while (isLetter(unit(at))) at++;
  if (at < month + 3 || at > month + 9) return false;
  const year = behindBlanks(at, 4);
  if (year < 0) return false;
  at = year;
  while (isDigit(unit(at))) at++;
  if (isLetter(unit(at))) return false;
  const digits = at - year;
  if (digits !== 2 && digits !== 4) return false;
  groupYear = digits === 2 ? fullYear(two(year)) : two(year) * 100 + two(year + 2);
  groupMinutes = minutesOf(groupYear, monthOf(month), two(time), two(time + 2), two(time + 4));
  return groupYear >= 1950 && groupYear <= 2049;
}

/** Whether a group that was read is printed as few other texts have it: `R 241550Z JAN 07`, with single blanks. */
export function isUsualGroup(start: i32): bool {
  let at = start;
  while (unit(at + 1) === 0x20 && isProsign(unit(at + 2))) at += 2;
  if (unit(at + 1) !== 0x20 || !isDigit(unit(at + 2))) return false;
  at += 8;
  if (unit(at) !== 0x5a || unit(at + 1) !== 0x20 || unit(at + 5) !== 0x20) return false;
  for (let letter = at + 2; letter < at + 5; letter++) if (!isCapital(unit(letter))) return false;
  return isDigit(unit(at + 6)) && isDigit(unit(at + 7)) && !isWordSign(unit(at + 8));
}

/** Where a line goes on behind its prosigns and up to eight blanks; -1 where it does not begin so. */
function behindProsigns(start: i32): i32 {
  let at = start;
  for (let prosigns = 1; isProsign(unit(at)); prosigns++) {
    const next = behindBlanks(at + 1, 8);
    if (next < 0 || prosigns === 3 || !isProsign(unit(next))) return next;
    if (next > at + 5) return -1;
    at = next;
  }
  return -1;
}

/** The offset behind one to `most` blanks, or -1. */
function behindBlanks(start: i32, most: i32): i32 {
  let at = start;
  while (unit(at) === 0x20) at++;
  return at > start && at <= start + most ? at : -1;
}

/** Z, O, P, R or Y. */
export function isProsign(unit: i32): bool {
  return unit === 0x5a || unit === 0x4f || unit === 0x50 || unit === 0x52 || unit === 0x59;
}

/** The number that two digits make. */
function two(at: i32): i32 {
  return (unit(at) - 0x30) * 10 + unit(at + 1) - 0x30;
}

/** The full year of the last two digits of one. */
export function fullYear(year: i32): i32 {
  return year >= 50 ? 1900 + year : 2000 + year;
}

/** The number of the month, from 1, that three letters begin; 0 for none. */
function monthOf(at: i32): i32 {
  const months = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';
  for (let month = 0; month < 12; month++) {
    let same = 0;
    while (same < 3 && (unit(at + same) & ~32) === months.charCodeAt(3 * month + same)) same++;
    if (same === 3) return month + 1;
  }
  return 0;
}

function minutesOf(year: i32, month: i32, day: i32, hour: i32, minute: i32): i32 {
  if (month === 0 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59) return NO_TIME;
  return (daysBefore(year, month) + day - 1) * 1440 + hour * 60 + minute;
}

function daysIn(year: i32, month: i32): i32 {
  // Every fourth year of those that are read is a leap year.
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The days from 1970 to the first of a month. Years begin with March here, so that a leap day ends one. */
function daysBefore(year: i32, month: i32): i32 {
  const months = (month + 9) % 12;
  const years = month < 3 ? year - 1 : year;
  return years * 365 + (years >> 2) + (months * 153 + 2) / 5 - FROM_ZERO;
}
