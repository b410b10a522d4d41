import { isSmall } from './characters';
import { unit } from './text';

/**
 * A list of words in capitals that stand in a literal with one blank between them, in memory: each behind a byte with its length, the
 * last one empty. To be made when the module starts.
 */
export function listOf(words: string): usize {
  const list = heap.alloc(words.length + 2);
  let length = list;
  for (let i = 0; i < words.length; i++) {
    const sign = words.charCodeAt(i);
    store<u8>(list + i, sign, 1);
    if (sign !== 0x20) continue;
    const next = list + i + 1;
    store<u8>(length, <u8>(next - length - 1));
    length = next;
  }
  const last = list + words.length + 1;
  store<u8>(length, <u8>(last - length - 1));
  store<u8>(last, 0);
  return list;
}

/** Whether what stands in a span is a word of a list, in either case. */
export function isAmong(list: usize, start: i32, end: i32): bool {
  for (let word = list; load<u8>(word) > 0; word += 1 + <usize>load<u8>(word))
    if (<i32>load<u8>(word) === end - start && isWordOf(word + 1, start, end)) return true;
  return false;
}

function isWordOf(word: usize, start: i32, end: i32): bool {
  for (let at = start; at < end; at++) {
    const here = unit(at);
    if ((isSmall(here) ? here - 32 : here) !== <i32>load<u8>(word + at - start)) return false;
  }
  return true;
}
