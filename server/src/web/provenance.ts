import type { Provenance } from '../features/bibliography/source';
import { parentsOf } from '../lsp/uris';

/** What an import leaves in the folder that it writes to, with a JSON object on each line. */
const LIST = 'reftel-import.ndjson';

/**
 * What an import noted of the file `uri`, which lies in the folder of imports or in one of a year below it; null where it was not
 * imported. `read` gives the text of a file.
 */
export function provenanceIn(read: (uri: string) => string | null, uri: string): Provenance | null {
  const [folder, above] = parentsOf(uri);
  if (folder === undefined) return null;
  const here = lineAbout(read(`${folder}/${LIST}`), nameBelow(folder, uri));
  if (here || above === undefined || !/\/\d{4}$/.test(folder)) return here;
  return lineAbout(read(`${above}/${LIST}`), nameBelow(above, uri));
}

function lineAbout(list: string | null, name: string): Provenance | null {
  if (list === null) return null;
  const sought = `"file":${JSON.stringify(name)},`;
  for (let at = list.indexOf(sought); at >= 0; at = list.indexOf(sought, at + 1)) {
    const end = list.indexOf('\n', at);
    const line = parsed(list.slice(list.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end));
    if (line?.file === name) return line;
  }
  return null;
}

function parsed(line: string): (Provenance & { readonly file: unknown }) | null {
  try {
    const value = JSON.parse(line);
    return typeof value?.kind === 'string' && typeof value.source === 'string' ? value : null;
  } catch {
    return null;
  }
}

function nameBelow(folder: string, uri: string): string {
  const path = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
