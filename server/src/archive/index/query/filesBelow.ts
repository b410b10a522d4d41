import type { Base } from '../format/base';

/** The paths of all files of `base` in a folder and below it; the root is the empty text. */
export function* filesBelow(base: Base, folder: string): Generator<string> {
  const { folders } = base;
  const inside = folder === '' ? '' : `${folder}/`;
  const names = [folder];
  for (let i = folders.lowerBound(inside); i < folders.size; i++) {
    const name = folders.at(i);
    if (!name.startsWith(inside)) break;
    if (name !== folder) names.push(name);
  }
  for (const name of names) {
    const { start, end } = base.filesIn(name);
    for (let file = start; file < end; file++) yield base.pathOf(file);
  }
}
