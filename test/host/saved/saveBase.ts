import type { Base } from '../../../server/src/archive/index/format/base';
import { beginBeside } from '../../../server/src/host/saved/baseFileWriter';
import { putInPlace, type SavedAt } from '../../../server/src/host/saved/savedArchive';

/** Saves a base; returns false if that fails. */
export async function saveBase({ path, label }: SavedAt, base: Base): Promise<boolean> {
  const beside = await (await beginBeside(path, label))?.finish(base.columns);
  return beside ? await putInPlace(beside, path) : false;
}
