import { keywordInside, type PreambleKeyword } from './lines';

/** The text begins so without a number, in telegrams of the 1970s directly below the references. */
const BEGINS_TEXT = /^(?:BEGIN )?SUMMARY\b/i;

/**
 * Whether a line without a keyword goes on with the field before it. `before` is the field's last line, `blankBefore` whether
 * a blank line stands between; blank lines alone decide nothing, since some copies have one behind each line.
 */
export function continuesField(
  keyword: PreambleKeyword,
  line: string,
  before: string,
  blankBefore: boolean,
): boolean {
  switch (keyword) {
    case 'executive-order':
      return false;
    case 'tags':
      return isTagList(beforeKeyword(line)) || (before.endsWith(',') && !blankBefore);
    case 'subject':
      return !blankBefore && !turnsToSentences(before, line);
    case 'references':
      return !BEGINS_TEXT.test(line) && (!blankBefore || continuesReferences(line, before));
    case 'authority':
      return !blankBefore || /^(?:for\s+)?reasons?\b|^1\.\s?[45]\b/i.test(line);
  }
}

/** Whether a line in lower case follows a subject in capitals: the text has begun. Redactions (`xxxx`) have no case. */
function turnsToSentences(before: string, line: string): boolean {
  if (before.length < 12 || before !== before.toUpperCase()) return false;
  const plain = line.toUpperCase().includes('XXXX') ? line.replace(/x{4,}/gi, '') : line;
  return count(plain, isSmall) > 2 * count(line, isCapital);
}

/** How many UTF-16 code units of a text are of a kind. */
function count(text: string, isKind: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (isKind(text.charCodeAt(i))) found++;
  return found;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** What stands on a line before the next field's keyword. */
function beforeKeyword(line: string): string {
  return line.slice(0, keywordInside(line, 0, () => true)?.start ?? line.length);
}

/** Whether a line holds nothing but TAGS: codes in capitals, links, a person in parentheses. */
function isTagList(line: string): boolean {
  if (line.length > 200) return false;
  const codes = line.replace(/\([A-Z .,'-]+\)/g, ' ').replace(/\[([A-Z]+)\]\([^)\s]*\)/g, '$1');
  const words = codes.split(/[\s,;]+/).filter(word => word !== '');
  return words.length > 0 && words.every(word => /^[A-Z]{2,5}$/.test(word));
}

const LETTERED =
  /^(?:(?:-\s{0,3})?(?:¶\s?1?|\[[1¶]\]\([^)\s]*\)|\*\*[1¶]?\*\*|1)?\(?[A-Za-z]\)?[.):]|\([A-Za-z]\))/;
const CITES = /^(?:\(?(?:\d{2}|\d{4})\)?\s{0,3})?[A-Z][A-Za-z .'-]{1,30}\d{1,6}\b/;

/** Whether a line behind a blank line goes on with a list of references. */
function continuesReferences(line: string, before: string): boolean {
  if (line.length > 300) return false;
  return LETTERED.test(line) || CITES.test(line) || (/^\d{1,6}\b/.test(line) && /[A-Za-z]$/.test(before));
}
