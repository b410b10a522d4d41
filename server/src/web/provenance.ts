import { type NotedLine, readNotedLine, signOf } from '../import/notedLine';
import { parentsOf } from '../lsp/uris';

/** What an import leaves in the folder that it writes to, with a JSON object on each line. */
const LIST = 'reftel-import.ndjson';

/**
 * What an import noted of the file `uri`, which lies in the folder of imports or in one of a year below it; null where it was not
 * imported. `read` gives the text of a file.
 */
export function provenanceIn(read: (uri: string) => string | null, uri: string): NotedLine | null {
  const [folder, above] = parentsOf(uri);
  if (folder === undefined) return null;
  const here = lineAbout(read(`${folder}/${LIST}`), nameBelow(folder, uri));
  if (here || above === undefined || !/\/\d{4}$/.test(folder)) return here;
  return lineAbout(read(`${above}/${LIST}`), nameBelow(above, uri));
}

function lineAbout(list: string | null, name: string): NotedLine | null {
  if (list === null) return null;
  const sought = signOf(name);
  // Each line is read once, however often it names the file.
  for (let at = list.indexOf(sought); at >= 0; ) {
    const end = list.indexOf('\n', at);
    const line = readNotedLine(list.slice(list.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end), name);
    if (line || end < 0) return line;
    at = list.indexOf(sought, end);
  }
  return null;
}

function nameBelow(folder: string, uri: string): string {
  const path = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
