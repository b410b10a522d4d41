import { looksLikeCable } from '../../server/src/cable/recognise';

/** What takes HTML and lost lines out of a text. */
export type Plain = (text: string) => string | Promise<string>;

/** Longer texts are pasted as they are. */
const LONGEST = 4 << 20;

/** What telegrams have, wherever their lines begin. */
const HINTS: readonly RegExp[] = [
  /\b(?:AMEMBASSY|AMCONSUL|SECSTATE|USMISSION)\b/i,
  /\bSIPDIS\b/i,
  /\bE\.?O\.? ?(?:11652|12065|12356|12958|13526)\b/i,
  /\bTAGS\b/,
  /\bSUBJ(?:ECT)?:/,
  /\bZN[RY] [A-Z]{5}\b/,
  /\b\d{6}Z [A-Z]{3} \d\d\b/i,
  /\bMRN:/,
];
/** So many of them may make a telegram; fewer do not. */
const LEAST_HINTS = 2;

const TAG = /<\/?(?:br|code|div|p|pre|span|table|t[dr]|html|body)\b[^<>]{0,1000}>/i;

/** Whether a text may hold a telegram: it is cheap to see that nearly none does. */
export function mayHoldCable(text: string): boolean {
  if (text.length > LONGEST) return false;
  let found = 0;
  for (const hint of HINTS) if (hint.test(text) && ++found === LEAST_HINTS) return true;
  return false;
}

/**
 * What is inserted for a pasted text that is a telegram in the source of a page, without its lines, or with a page's matter around it
 * that `html`, the same as HTML, tells apart. Null where the text is to be pasted as it is: all others, and cables that read well already.
 * `load` loads what reads HTML, only when it is needed.
 */
export async function readablePaste(
  plain: string,
  html: string,
  load: () => Promise<Plain>,
): Promise<string | null> {
  const readableCable = async (text: string) => {
    if (!mayHoldCable(text)) return null;
    const readable = await (await load())(text);
    return readable !== plain && looksLikeCable(readable) ? readable : null;
  };
  const isCable = looksLikeCable(plain);
  const ofSource = TAG.test(plain) ? await readableCable(plain) : null;
  const ofHtml = ofSource === null ? await readableCable(html) : null;
  if (!isCable) return ofSource ?? ofHtml ?? (await readableCable(plain));
  // What a browser hides is in the HTML as well; only what takes something away tells more than the plain text.
  return ofSource ?? (ofHtml !== null && isPartOf(ofHtml, plain) ? ofHtml : null);
}

/** Whether a text is a part of another, and less than it, where blanks and line ends do not count. */
function isPartOf(part: string, whole: string): boolean {
  const words = wordsOf(part);
  const wholeWords = wordsOf(whole);
  return words.length < wholeWords.length && wholeWords.includes(words);
}

function wordsOf(text: string): string {
  return text.replace(/\s+/g, '');
}
