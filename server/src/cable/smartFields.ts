import type { Span } from '../text/span';
import { keywordAtStart } from './lines';
import { paragraphMark, unnumberedMark } from './paragraphMark';
import { isSmartBanner } from './smartPages';
import type { TrimmedLines } from './trimmedLines';

export type FieldName =
  | 'mrn'
  | 'date/dtg'
  | 'from'
  | 'action'
  | 'info'
  | 'e.o.'
  | 'tags'
  | 'captions'
  | 'reference'
  | 'pass line'
  | 'subject';

const FIELD =
  /^(MRN|Date\s?\/\s?DTG|From|Action|Info|E\.O\.|TAGS|Captions?|References?|Pass Line|Subject)\s{0,3}:\s*/i;
const TRAILER =
  /^(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|XMT|Attachments|Dissemination Rule)\s{0,3}:/i;

/** A field of a SMART printout: its keyword and the stretches of its value, one for each line. */
export interface SmartField {
  readonly name: FieldName;
  readonly keyword: Span;
  readonly parts: Span[];
}

export interface SmartFields {
  readonly fields: readonly SmartField[];
  /** The 0-based line on which the text begins. */
  readonly bodyLine: number;
  /** The 0-based line of the last banner above the fields; -1 where there is none. */
  readonly banner: number;
}

/** Reads the fields above the text, `Name: value` with indented lines that go on with it, in whichever order they stand. */
export function readFields(source: TrimmedLines): SmartFields {
  const fields: SmartField[] = [];
  let banner = -1;
  let blankBefore = false;
  let line = 0;
  for (; line < source.count; line++) {
    const content = source.content(line);
    if (content === '') {
      blankBefore = true;
      continue;
    }
    const span = source.span(line);
    const found = FIELD.exec(content);
    const open = fields[fields.length - 1];
    if (found) {
      const keyword = { start: span.start, end: span.start + found[0].trimEnd().length };
      const start = span.start + found[0].length;
      fields.push({
        name: nameOf(found[1] ?? ''),
        keyword,
        parts: start < span.end ? [{ start, end: span.end }] : [],
      });
    } else if (!open) {
      if (isSmartBanner(content)) banner = line;
    } else if (goesOn(source, line, open, blankBefore)) open.parts.push(span);
    else break;
    blankBefore = false;
  }
  return { fields, bodyLine: line, banner };
}

function nameOf(printed: string): FieldName {
  const name = printed.toLowerCase().replace(/\s?\/\s?/, '/');
  if (name === 'references') return 'reference';
  return name === 'caption' ? 'captions' : (name as FieldName);
}

/**
 * Whether a line goes on with the field above it: indented, or directly below it where a copy has lost the indentation.
 * Behind a blank line it does so only while more fields follow.
 */
function goesOn(source: TrimmedLines, line: number, open: SmartField, blankBefore: boolean): boolean {
  const content = source.content(line);
  if (paragraphMark(content) || unnumberedMark(content) || TRAILER.test(content)) return false;
  if (keywordAtStart(content) && !isIndented(source, line)) return false;
  if (blankBefore && open.parts.length > 0 && !fieldAhead(source, line + 1)) return false;
  return true;
}

function isIndented(source: TrimmedLines, line: number): boolean {
  return source.span(line).start > source.lines.start(line);
}

/** Whether another field begins within the next lines. */
function fieldAhead(source: TrimmedLines, from: number): boolean {
  let line = source.nextFilled(from);
  for (let seen = 0; line < source.count && seen < 6; seen++) {
    const content = source.content(line);
    if (FIELD.test(content)) return true;
    if (paragraphMark(content)) return false;
    line = source.nextFilled(line + 1);
  }
  return false;
}
