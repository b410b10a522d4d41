import type { Field } from '../text/span';
import { isFiller, isRule } from './lines';
import { parsePageLine } from './pageLine';
import type { Source } from './source';

const NAME =
  /^(?:[A-Z][A-Za-z'’-]+|Mc[A-Z][a-z]+|[A-Z]\.|[dl]e|[dl]a|al|van|von|der|bin)(?:[ -]+(?:[A-Z][A-Za-z'’.-]*|de|la|van|von|der|Jr\.?)){0,3}\.?$/;
const NO_NAME =
  /\b(?:END|SUMMARY|COMMENT|TEXT|NOTE|SECTION|CABLE|CONFIDENTIAL|SECRET|UNCLASSIFIED|NOFORN|SIPDIS|DECLASSIFIED|BIO|ANNEX|NNNN|XXXX+)\b/i;
/** What may stand below a signature: the end of the message, the copyist's closing line, the banner. */
const BELOW =
  /^(?:NNNN|BT|#\d{4}|[=\s]*CABLE ENDS[=\s]*|(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?:\/\/?[A-Z ]+)?|>)$/i;

/** How many lines from the end a signature is looked for in. */
const REACH = 6;

/**
 * The signature: the surname of the chief of mission or of the officer in charge, alone on the last line of the text
 * (cable-format 3.14). Null where none can be told; many telegrams have none. `from` is the first 0-based line of the body.
 */
export function findSignature(source: Source, from: number): (Field<string> & { line: number }) | null {
  let line = source.previousFilled(source.count - 1);
  for (let seen = 0; line > from && seen < REACH; seen++) {
    const content = source.content(line);
    const below =
      BELOW.test(content) || isRule(content) || isFiller(content) || parsePageLine(content, 0) !== null;
    if (!below)
      return isName(content) ? { ...source.span(line), value: content.replace(/\s+/g, ' '), line } : null;
    line = source.previousFilled(line - 1);
  }
  return null;
}

function isName(content: string): boolean {
  return content.length >= 2 && content.length <= 40 && NAME.test(content) && !NO_NAME.test(content);
}
