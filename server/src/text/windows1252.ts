/** The characters of Windows-1252 from 0x80 to 0x9F, where Latin-1 has control characters; its five gaps stay as they are. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text of Windows-1252 whose bytes were read as Latin-1. */
export function fromLatin1(text: string): string {
  return text.replace(/[\x80-\x9f]/g, character => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}
