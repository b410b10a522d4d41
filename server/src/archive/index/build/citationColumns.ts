import { copyRange } from '../format/codes';
import type { BaseColumns } from '../format/columns';
import { groupsOf } from '../format/groups';
import { NOWHERE, type Source, type Sources } from './source';
import type { Targets } from './targets';

type CitationColumns = Pick<
  BaseColumns,
  'targetKey' | 'citationTarget' | 'citationCode' | 'citationRange' | 'targetCitations' | 'citing'
>;

/**
 * The citations of each row, and of each target. `places` says for each row of all sources where it goes, `rowCitations` where the
 * citations of each place start.
 */
export function citationColumns(
  sources: Sources,
  places: Uint32Array,
  rowCitations: Uint32Array,
  targets: Targets,
): CitationColumns {
  const count = rowCitations.at(-1) ?? 0;
  const written = {
    citationTarget: new Uint32Array(count),
    citationCode: new Uint8Array(count),
    citationRange: new Uint32Array(4 * count),
  };
  for (const source of sources.all) placeCitations(source, places, rowCitations, targets.number, written);
  const { starts, members } = groupsOf(written.citationTarget, targets.key.length);
  return { targetKey: targets.key, ...written, targetCitations: starts, citing: members };
}

/** Copies the citations of a source's rows to where those of their places start. */
function placeCitations(
  { columns, firstRow, firstTarget }: Source,
  places: Uint32Array,
  starts: Uint32Array,
  targets: Uint32Array,
  written: Pick<BaseColumns, 'citationTarget' | 'citationCode' | 'citationRange'>,
): void {
  const { rowCitations, citationTarget, citationCode, citationRange } = columns;
  for (let row = 0; row + 1 < rowCitations.length; row++) {
    const place = places[firstRow + row] ?? NOWHERE;
    if (place === NOWHERE) continue;
    const end = rowCitations[row + 1] ?? 0;
    let to = starts[place] ?? 0;
    for (let from = rowCitations[row] ?? 0; from < end; from++, to++) {
      written.citationTarget[to] = targets[firstTarget + (citationTarget[from] ?? 0)] ?? 0;
      written.citationCode[to] = citationCode[from] ?? 0;
      copyRange(citationRange, from, written.citationRange, to);
    }
  }
}
