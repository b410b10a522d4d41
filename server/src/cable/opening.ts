import { codeAt } from '../text/characters';
import type { Field } from '../text/span';
import { type FoundClassLine, findClassLine } from './classLine';
import { beginsLikeDtg } from './dateTimeGroup';
import { type PrintedAbove, printedAbove } from './dating';
import type { Caption, ClassLine, PageLine, Transmission } from './model';
import { type PreambleField, splitPreamble } from './preamble';
import type { FoundSignature } from './signature';
import { parseTransmission } from './transmission';
import type { TrimmedLines } from './trimmedLines';

/** What stands before the running text, in whichever form a copy prints it. */
export interface Opening {
  readonly transmission: Transmission;
  readonly classLine: ClassLine | null;
  readonly captions: readonly Caption[];
  readonly passing: readonly Field<string>[];
  readonly fields: readonly PreambleField[];
  readonly pageLines: readonly PageLine[];
  /** Read only when it is asked for: most headers say themselves what it could add. */
  readonly printed: () => PrintedAbove;
  /** The 0-based line on which the body begins. */
  readonly bodyLine: number;
  /** The offset at which it begins: its first paragraph may be glued to the last field. */
  readonly bodyStart: number;
  /** The canonical id where the copy prints one as such, the year included. */
  readonly mrn: string | null;
  /** Where the copy marks the end of the text: the 0-based line behind it, and the signature named there. */
  readonly closing: { readonly line: number; readonly signature: FoundSignature | null } | null;
}

/**
 * Reads transmission header, class line and preamble as telegrams print them. `isCut` tells blank lines where only the page
 * ended. With `upToInfo`, the header is read only as far as the action addressees.
 */
export function readOpening(
  source: TrimmedLines,
  isCut: (line: number) => boolean,
  upToInfo = false,
): Opening {
  const top = endOfHeader(source);
  const first = findClassLine(source, top.likeClassLine, top.classLineLimit);
  const second = first && classLineBelowHeader(source, first, top.classLineLimit);
  const found = second ?? first;
  const headerEnd = found ? found.line : top.firstField;
  const headerStart = originatorsHeader(source, second && first ? first.line + 1 : 0, headerEnd);
  const transmission = parseTransmission(source, headerStart, headerEnd, upToInfo && found !== null);
  const lastHeaderLine = transmission.order.at(-1);
  const preambleLine = found?.line ?? (lastHeaderLine ? source.lines.lineAt(lastHeaderLine.end) + 1 : 0);
  const preamble = splitPreamble(source, preambleLine, found?.classLine.end ?? 0, isCut);
  return {
    transmission,
    classLine: found?.classLine ?? null,
    captions: found?.captions.length ? [...found.captions, ...preamble.captions] : preamble.captions,
    passing: preamble.passing,
    fields: preamble.fields,
    pageLines: preamble.pageLines,
    printed: () => printedAbove(source, headerEnd),
    bodyLine: preamble.bodyLine,
    bodyStart: preamble.bodyStart,
    mrn: null,
    closing: null,
  };
}

/** What the beginnings of lines tell of a header's end, as 0-based lines; each is the number of lines where there is none. */
interface EndOfHeader {
  /** The first line that may be the class line, and the first paragraph, before which that stands. */
  readonly likeClassLine: number;
  readonly classLineLimit: number;
  /** The first field of the preamble, where a header without a class line ends. */
  readonly firstField: number;
}

function endOfHeader(source: TrimmedLines): EndOfHeader {
  const { count } = source;
  let likeClassLine = count;
  let firstField = count;
  let line = source.nextFilled(0);
  for (; line < count; line = source.nextFilled(line + 1)) {
    const { mark, keyword, mayBeClassLine } = source.beginning(line);
    if (mark) break;
    if (mayBeClassLine) likeClassLine = Math.min(likeClassLine, line);
    else if (keyword && keyword.keyword !== 'references') firstField = Math.min(firstField, line);
  }
  return { likeClassLine, classLineLimit: line, firstField: Math.min(firstField, line) };
}

/**
 * The class line below the header where another one with the same serial stands above it: a post's own distribution copy begins with it.
 * Null where there is none.
 */
function classLineBelowHeader(
  source: TrimmedLines,
  first: FoundClassLine,
  to: number,
): FoundClassLine | null {
  for (let line = source.nextFilled(first.line + 1); line < to; line = source.nextFilled(line + 1)) {
    if (!isSender(source.content(line))) continue;
    const second = findClassLine(source, line + 1, to);
    const [one, other] = [first, second].map(found => Number(found?.classLine.serial?.value ?? Number.NaN));
    return one === other ? second : null;
  }
  return null;
}

/**
 * The first line of the originator's header, 0-based: behind that of a relay, which names a sender of its own and no action addressee.
 * `from` where there is one header.
 */
function originatorsHeader(source: TrimmedLines, from: number, to: number): number {
  let isRelay = false;
  let start = from;
  for (let line = source.nextFilled(from); line < to; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    if (codeAt(content, 0) === 0x54 && content.startsWith('TO ')) return from;
    if (isSender(content)) {
      if (start > from) return start;
      isRelay = true;
    } else if (isRelay && beginsLikeDtg(content)) start = line;
  }
  return from;
}

function isSender(content: string): boolean {
  return codeAt(content, 0) === 0x46 && content.startsWith('FM ');
}
