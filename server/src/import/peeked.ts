import type { Chunks } from './model';

/** How much of a source is looked at before it is read. */
const HEAD = 64 << 10;

/** The beginning of a source, and all of it: what was looked at comes first. */
export async function peeked(
  chunks: Chunks,
): Promise<{ readonly head: string; readonly all: AsyncGenerator<string> }> {
  const pieces = toAsync(chunks);
  let head = '';
  while (head.length < HEAD) {
    const next = await pieces.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, all: joined(head, pieces) };
}

async function* toAsync(chunks: Chunks): AsyncGenerator<string> {
  yield* chunks;
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}
