/** Codes of the signs that the readers of lines look for. */

export const BLANK: i32 = 0x20;
/** An opening parenthesis. */
export const OPENING: i32 = 0x28;
/** A closing parenthesis. */
export const CLOSING: i32 = 0x29;
export const COMMA: i32 = 0x2c;
export const DASH: i32 = 0x2d;
export const FULL_STOP: i32 = 0x2e;
export const SLASH: i32 = 0x2f;
export const COLON: i32 = 0x3a;
export const SEMICOLON: i32 = 0x3b;
export const BACKSLASH: i32 = 0x5c;
