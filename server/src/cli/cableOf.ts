import type { CableEntry } from '../archive/snapshot';
import { parseDocument, telegramAt } from '../cable/document';
import type { Cable } from '../cable/model';
import { readCable } from '../host/files/read';
import { visibleLine } from '../text/visible';
import { sayProblem } from './input';
import type { Output } from './output';

/** The telegram that an entry of the archive names, as its file has it now; null if it cannot be read, which is said. */
export function cableOf({ uri, anchor }: CableEntry, output: Output): Cable | null {
  const result = readCable(uri);
  if (result.kind === 'text') {
    const cables = parseDocument(result.text, uri);
    return cables[0] ? telegramAt(cables, cables[0].lines.offsetAt(anchor.start)) : null;
  }
  if (result.kind === 'problem') sayProblem(result.problem, output);
  else output.say(`reftel: ${visibleLine(uri)}: not a cable`);
  return null;
}
