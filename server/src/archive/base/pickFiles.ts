import { compareText } from '../order';
import { GONE } from './columns';
import type { Source } from './source';

/** Files of several sources in the order of folder and name. */
export interface PickedFiles {
  /** The folders that have a file, in order. */
  readonly folders: readonly string[];
  /** For each file its folder, its source and its number there. */
  readonly folder: Uint32Array;
  readonly source: Uint16Array;
  readonly file: Uint32Array;
}

/** The files that are in any of the sources, each as the last source says that has it, without those gone by then. */
export function pickFiles(sources: readonly Source[]): PickedFiles {
  const folders = [...new Set(sources.flatMap(source => source.folders.all()))].sort(compareText);
  const candidates = byFolder(sources, folders);
  const total = candidates.source.length;
  const picked = {
    folder: new Uint32Array(total),
    source: new Uint16Array(total),
    file: new Uint32Array(total),
  };
  const used: string[] = [];
  let count = 0;
  for (const [folder, path] of folders.entries()) {
    const before = count;
    for (const i of lastOfEachName(sources, candidates, folder)) {
      const source = candidates.source[i] ?? 0;
      const file = candidates.file[i] ?? 0;
      if (sources[source]?.columns.fileRow[file] === GONE) continue;
      picked.folder[count] = used.length;
      picked.source[count] = source;
      picked.file[count++] = file;
    }
    if (count > before) used.push(path);
  }
  return {
    folders: used,
    folder: picked.folder.subarray(0, count),
    source: picked.source.subarray(0, count),
    file: picked.file.subarray(0, count),
  };
}

interface Candidates {
  /** For each folder its first candidate, and their number at the end. */
  readonly starts: Uint32Array;
  /** Within a folder in the order of the sources, and of the files in each. */
  readonly source: Uint16Array;
  readonly file: Uint32Array;
}

function byFolder(sources: readonly Source[], folders: readonly string[]): Candidates {
  const numbers = new Map(folders.map((folder, i) => [folder, i]));
  const folderOf = sources.map(source => source.folders.all().map(folder => numbers.get(folder) ?? 0));
  const starts = new Uint32Array(folders.length + 1);
  const each = (visit: (folder: number, source: number, file: number) => void) => {
    for (const [i, source] of sources.entries())
      for (const [file, folder] of source.columns.fileFolder.entries())
        visit(folderOf[i]?.[folder] ?? 0, i, file);
  };
  each(folder => {
    starts[folder + 1] = (starts[folder + 1] ?? 0) + 1;
  });
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const total = starts[folders.length] ?? 0;
  const candidates = { starts, source: new Uint16Array(total), file: new Uint32Array(total) };
  const next = starts.slice();
  each((folder, source, file) => {
    const at = next[folder] ?? 0;
    next[folder] = at + 1;
    candidates.source[at] = source;
    candidates.file[at] = file;
  });
  return candidates;
}

function lastOfEachName(sources: readonly Source[], candidates: Candidates, folder: number): number[] {
  const start = candidates.starts[folder] ?? 0;
  const end = candidates.starts[folder + 1] ?? 0;
  const names: string[] = [];
  for (let i = start; i < end; i++)
    names.push(sources[candidates.source[i] ?? 0]?.names.at(candidates.file[i] ?? 0) ?? '');
  const order = names.map((_, i) => i).sort((a, b) => compareText(names[a] ?? '', names[b] ?? '') || a - b);
  return order.filter((i, at) => names[i] !== names[order[at + 1] ?? -1]).map(i => start + i);
}
