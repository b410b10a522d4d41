import { deepEqual } from 'node:assert/strict';
import wasm from '../../server/plain/testing/header.wasm';
import { classificationCode } from '../../server/src/archive/base/codes';
import { captionsAboveText, captionsOf } from '../../server/src/cable/captionLine';
import { readFrame } from '../../server/src/cable/frame';
import { shortYear } from '../../server/src/cable/identity';
import { looksLikeCable } from '../../server/src/cable/recognise';
import { LineTable } from '../../server/src/text/lineTable';
import { instantiate } from './assembly';

type Global = { readonly value: number };
/** The reader of headers and captions. */
export const reader = instantiate<{
  readonly read: (length: number) => number;
  readonly readAll: (length: number) => number;
  readonly classStart: Global;
  readonly classEnd: Global;
  readonly classLineLine: Global;
  readonly classification: Global;
  readonly section: Global;
  readonly post: Global;
  readonly serial: Global;
  readonly year: Global;
  readonly minutes: Global;
  readonly fromStart: Global;
  readonly fromEnd: Global;
  readonly postLetters: (post: number) => number;
  readonly postLength: (post: number) => number;
  readonly captionsOf: (start: number, end: number) => number;
  readonly captionsAboveText: (start: number, end: number) => number;
  readonly forgetCaptions: () => void;
  readonly keepCaptions: () => void;
  readonly captionCount: Global;
  readonly writeCaption: (index: number, to: number) => number;
  readonly caption: () => number;
}>(wasm);

const NO_TIME = -0x80000000;
const MINUTE = 60_000;

const ascii = (at: number, length: number) =>
  Buffer.from(reader.memory.buffer, at, length).toString('latin1');

/** The captions that the reader has kept. */
export const keptCaptions = () =>
  Array.from({ length: reader.captionCount.value }, (_, i) =>
    ascii(reader.caption(), reader.writeCaption(i, reader.caption())),
  );

/** What the parser tells of a header, as the reader gives it. */
function parsed(text: string) {
  const lines = new LineTable(text);
  const { copy, opening, year, mrn } = readFrame(text, lines, 'any.txt', true);
  const { classLine, transmission, captions } = opening;
  return {
    isCable: looksLikeCable(text),
    isAsPrinted: copy.dialect === 'cablegate' && copy.source.text === text,
    classLine: classLine && [classLine.start, classLine.end, lines.lineAt(classLine.start)],
    classification: classificationCode(classLine?.classification?.value ?? null),
    section: classLine?.section?.n ?? 0,
    serial: Number(classLine?.serial?.value),
    year: year.value,
    mrn,
    minutes: transmission.dtg?.instant == null ? NO_TIME : transmission.dtg.instant / MINUTE,
    from: transmission.from?.value ?? null,
    captions: captions.filter(({ place }) => place === 'class-line').map(({ value }) => value),
  };
}

/** What the reader tells of a header; null where it declines. */
function plain(text: string): ReturnType<typeof parsed> | null {
  if (reader.readAll(reader.put(text)) === 0) return null;
  const post = reader.post.value;
  const year = reader.year.value;
  const letters = ascii(reader.postLetters(post), reader.postLength(post));
  const start = reader.fromStart.value;
  return {
    isCable: true,
    isAsPrinted: true,
    classLine: [reader.classStart.value, reader.classEnd.value, reader.classLineLine.value],
    classification: reader.classification.value,
    section: reader.section.value,
    serial: reader.serial.value,
    year,
    mrn: `${shortYear(year)}${letters}${reader.serial.value}`,
    minutes: reader.minutes.value,
    from: start < 0 ? null : text.slice(start, reader.fromEnd.value),
    captions: keptCaptions(),
  };
}

/** Whether the reader takes a header; what it takes must be read as the parser does. */
export function takesHeader(text: string): boolean {
  const found = plain(text);
  if (found) deepEqual(found, parsed(text));
  return found !== null;
}

const UNSURE = -2;

/** Whether the reader takes a line for one of captions; what it says of it must be what the parser says. */
export function takesCaptions(line: string): boolean {
  const length = reader.put(line);
  if (reader.read(length) === 0) return false;
  return [
    agrees(captionsOf(line, 0), reader.captionsOf(0, line.length)),
    agrees(captionsAboveText(line, 0), reader.captionsAboveText(0, line.length)),
  ].includes(true);
}

function agrees(wanted: ReturnType<typeof captionsOf>, found: number): boolean {
  if (found === UNSURE) return false;
  reader.forgetCaptions();
  reader.keepCaptions();
  deepEqual(
    found < 0 ? undefined : keptCaptions(),
    wanted?.map(({ value }) => value),
  );
  return found > 0;
}
