import type { CableEntry } from '../archive/snapshot';
import { parseDocument, telegramAtPosition } from '../cable/document';
import type { Cable } from '../cable/model';
import { readCable, readText } from '../host/files/read';
import type { Position } from '../text/lineTable';
import { visibleLine } from '../text/visible';
import { sayProblem } from './input';
import type { Output } from './output';

/** The telegram that an entry of the archive names, as its file has it now; null if it cannot be read, which is said. */
export function cableOf({ uri, anchor }: CableEntry, output: Output): Cable | null {
  const result = readCable(uri);
  if (result.kind === 'text') return telegramAtPosition(parseDocument(result.text, uri), anchor.start);
  if (result.kind === 'problem') sayProblem(result.problem, output);
  else output.say(`reftel: ${visibleLine(uri)}: not a cable`);
  return null;
}

/** The telegram at a position of a file of the archive; null, and no word, if it cannot be read. */
export function cableAt(uri: string, position: Position): Cable | null {
  const read = readText(uri);
  return read.kind === 'text' ? telegramAtPosition(parseDocument(read.text, uri), position) : null;
}
