/**
 * Control characters of ASCII and Latin-1, those that change the direction of writing (Unicode Standard Annex 9), and separators of lines
 * that are none. Tabs and line breaks are text.
 */
const CONTROLS =
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** `text` with a visible sign for each control character, so that a terminal obeys none: `␛` for ESC, otherwise `\ufffd`. */
export function visible(text: string): string {
  return text.replace(CONTROLS, sign => {
    const code = sign.charCodeAt(0);
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? '\u2421' : '\ufffd';
  });
}

/** `text` as one line: like {@link visible}, and with a sign for each tab and line break, which names of files may have too. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\t\n\r]/g, sign => String.fromCharCode(0x2400 + sign.charCodeAt(0))));
}

/** JSON with each control character in its strings escaped; the same value. */
export function visibleJson(json: string): string {
  return json.replace(CONTROLS, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
