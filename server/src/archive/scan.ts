import { readIndexDigest } from '../cable/indexDigest';
import { telegramLines } from '../cable/telegrams';
import { LineTable } from '../text/lineTable';
import { type CableFacts, type FileFacts, factsOf } from './facts';
import type { Range } from './snapshot';

/**
 * What the archive keeps of a file with the given text: the same as the facts of a whole reading, several times faster. `path`,
 * or the uri, of the file may tell the year of a copy without any date.
 */
export function scanText(text: string, path: string): FileFacts {
  const lines = new LineTable(text);
  const parts = telegramLines(text, lines);
  if (parts.length === 1) return [factsOf(readIndexDigest(text, path, lines))];
  return parts.map(({ from, to }) =>
    movedDown(factsOf(readIndexDigest(text.slice(lines.start(from), lines.start(to)), '')), from),
  );
}

/** Facts of a telegram that begins `lines` lines further down in its file. */
function movedDown(facts: CableFacts, lines: number): CableFacts {
  const moved = ({ start, end }: Range): Range => ({
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  });
  return {
    ...facts,
    anchor: moved(facts.anchor),
    citations: facts.citations.map(citation => ({ ...citation, range: moved(citation.range) })),
  };
}
