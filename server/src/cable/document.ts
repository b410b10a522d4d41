import { LineTable, type Position } from '../text/lineTable';
import type { Cable } from './model';
import { parseCable } from './parse';
import { telegramLines } from './telegrams';

/**
 * The telegrams of a text in order, at least one: nearly all files hold one, released files and dumps more. Each has the whole `text`
 * and its lines, and spans in that. Total and linear, like `parseCable`. `path`, or the uri, of the file may tell the year of a copy
 * that has lost all dates, where it holds one telegram.
 */
export function parseDocument(text: string, path = ''): readonly Cable[] {
  const lines = new LineTable(text);
  const parts = telegramLines(text, lines);
  if (parts.length === 1) return [parseCable(text, path, lines)];
  return parts.map(({ from, to }, i) => {
    const start = lines.start(from);
    const end = lines.start(to);
    const telegram = { n: i + 1, of: parts.length, start, end };
    return { ...moved(parseCable(text.slice(start, end)), start), text, lines, telegram };
  });
}

/** The telegram that an offset of a text lies in. */
export function telegramAt(cables: readonly Cable[], offset: number): Cable {
  const found = cables.findLast(({ telegram }) => telegram.start <= offset) ?? cables[0];
  if (!found) throw new RangeError('a text holds one telegram at least');
  return found;
}

/** The telegram at a position of a text, as `telegramAt`; null where there is none at all. */
export function telegramAtPosition(cables: readonly Cable[], position: Position): Cable | null {
  const [first] = cables;
  return first ? telegramAt(cables, first.lines.offsetAt(position)) : null;
}

/** The members of plain data that are offsets. */
const OFFSETS = new Set(['start', 'end', 'textStart']);

/** A copy of plain data with all offsets in it moved on. */
function moved<T>(value: T, by: number): T {
  if (by === 0 || typeof value !== 'object' || value === null || value instanceof LineTable) return value;
  if (Array.isArray(value)) return value.map(item => moved(item, by)) as T;
  const members = Object.entries(value).map(([key, member]) => [
    key,
    OFFSETS.has(key) && typeof member === 'number' ? member + by : moved(member, by),
  ]);
  return Object.fromEntries(members) as T;
}
