import { setCaptions } from './batch';
import { captionCount, writeCaption } from './captions';
import { isEqual } from './strings';

/** A cable with more captions than this, counted as often as they stand there, is left to the parser. */
const MOST: i32 = 64;

/** No caption has more bytes: it stands on one line, and a longer one is none (see captions.ts). */
const LONGEST: i32 = 120;

const ROOM: usize = memory.data(MOST * (LONGEST + 1) + 16, 16);

/** Where each caption written starts. */
const STARTS: usize = memory.data(4 * (MOST + 1), 16);

/**
 * Gives the row the captions of class line, preamble and running text, each once; to be called when the running text was read. False
 * where the plain reader is not sure.
 */
export function writeCaptions(): bool {
  if (captionCount > MOST) return false;
  let end = ROOM;
  let written = 0;
  for (let i = 0; i < captionCount; i++) {
    const length = writeCaption(i, end);
    if (isWritten(end, length, written)) continue;
    store<u32>(STARTS + ((<usize>written) << 2), <u32>end);
    written++;
    end += length;
    store<u8>(end, LINE_FEED);
    end++;
  }
  setCaptions(ROOM, written === 0 ? 0 : <i32>(end - ROOM) - 1);
  return true;
}

const LINE_FEED: u8 = 10;

/** Whether a caption is one of those that stand before it. */
function isWritten(at: usize, length: i32, written: i32): bool {
  let end = at;
  for (let i = written - 1; i >= 0; i--) {
    const start = <usize>load<u32>(STARTS + ((<usize>i) << 2));
    if (<i32>(end - start) - 1 === length && isEqual(start, at, length)) return true;
    end = start;
  }
  return false;
}
