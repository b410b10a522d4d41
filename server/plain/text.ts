/** Texts of more bytes than this, which hardly any cable has, are none of the plain reader's business. */
export const LONGEST: i32 = 1 << 18;

/** Before and behind the text lie zeros, so that a look past its ends reads no character. */
const MARGIN: i32 = 64;

/** Where the bytes of a file are put. */
export const BYTES: usize = memory.data(LONGEST + MARGIN, 16);

const ROOM: usize = memory.data(LONGEST + 3 * MARGIN, 16);

/**
 * The text: one byte for each UTF-16 unit, so that offsets are those of the editor. What is above U+00FF stands as `OTHER`.
 */
export const TEXT: usize = ROOM + MARGIN;

/** Some character that does not fit a byte, or ÿ. */
export const OTHER: i32 = 0xff;

/** The number of UTF-16 units. */
export let textLength: i32 = 0;

/** The unit at an offset; 0 where there is none. */
export function unit(at: i32): i32 {
  return load<u8>(TEXT + at);
}

/** The unit and the byte up to which `codeAt` has gone. */
let walkedUnits: i32 = 0;
let walkedBytes: usize = BYTES;

/**
 * The UTF-16 unit at an offset, whatever it is. Seldom asked for, and best near the offset asked for last: it reads the bytes
 * between again.
 */
export function codeAt(at: i32): i32 {
  const low = unit(at);
  if (low !== OTHER) return low;
  while (walkedUnits > at) {
    walkedBytes--;
    const byte = load<u8>(walkedBytes);
    if ((byte & 0xc0) !== 0x80) walkedUnits -= byte < 0xf0 ? 1 : 2;
  }
  while (walkedUnits < at) {
    if (at - walkedUnits >= 16 && !i8x16.bitmask(v128.load(walkedBytes))) {
      walkedUnits += 16;
      walkedBytes += 16;
      continue;
    }
    const lead = load<u8>(walkedBytes);
    walkedUnits += lead < 0xf0 ? 1 : 2;
    walkedBytes += widthOf(lead);
  }
  return walkedUnits === at ? firstUnit(walkedBytes) : LOW_SURROGATE;
}

/** A surrogate is of no use to anybody who asks: each of a pair stands for all. */
const HIGH_SURROGATE: i32 = 0xd800;
const LOW_SURROGATE: i32 = 0xdc00;

/** The unit, or the first of two, of the character whose bytes begin at `from`: of two bytes or more. */
function firstUnit(from: usize): i32 {
  const lead = <i32>load<u8>(from);
  const second = <i32>load<u8>(from, 1) & 0x3f;
  if (lead < 0xe0) return ((lead & 31) << 6) | second;
  return lead < 0xf0 ? ((lead & 15) << 12) | (second << 6) | (<i32>load<u8>(from, 2) & 0x3f) : HIGH_SURROGATE;
}

/** Begins a text: so many bytes of UTF-8, with zeros behind them. */
export function beginText(bytes: i32): void {
  clearMargin(BYTES + bytes);
  walkedUnits = 0;
  walkedBytes = BYTES;
}

/** Ends the text. */
export function endText(end: usize): void {
  clearMargin(end);
  textLength = <i32>(end - TEXT);
}

function clearMargin(at: usize): void {
  memory.fill(at, 0, MARGIN);
}

/** The bytes of a character that begins with `byte`. */
export function widthOf(byte: u8): i32 {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** Decodes the character of two to four bytes at `from`; gives how many units it has, 0 for one that is not plain. */
export function decodeOne(from: usize, to: usize): i32 {
  const lead = <i32>load<u8>(from);
  const second = <i32>load<u8>(from, 1) ^ 0x80;
  if (lead < 0xc2 || lead > 0xf4 || second > 0x3f) return 0;
  if (lead < 0xe0) {
    const code = ((lead & 31) << 6) | second;
    // The C1 controls and the no-break space.
    if (code <= 0xa0) return 0;
    store<u8>(to, <u8>min(code, OTHER));
    return 1;
  }
  const third = <i32>load<u8>(from, 2) ^ 0x80;
  if (third > 0x3f) return 0;
  store<u8>(to, <u8>OTHER);
  if (lead < 0xf0) {
    const code = ((lead & 15) << 12) | (second << 6) | third;
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    return code < 0x800 || isSurrogate || isOddBlank(code) ? 0 : 1;
  }
  const fourth = <i32>load<u8>(from, 3) ^ 0x80;
  const code = ((lead & 7) << 18) | (second << 12) | (third << 6) | fourth;
  store<u8>(to, <u8>OTHER, 1);
  return fourth > 0x3f || code < 0x10000 || code > 0x10ffff ? 0 : 2;
}

/** What a pattern takes for white space besides the blanks of ASCII and the no-break space. */
function isOddBlank(code: i32): bool {
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
