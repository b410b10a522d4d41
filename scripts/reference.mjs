// Writes server/plain/reference.ts: what the plain reader needs of server/src/reference, as bytes in its module's memory, so that
// a thread which starts has no tables to read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const FILE = 'server/plain/reference.ts';
const ENTRY = `
export { captionPhrases } from './captions';
export { stationAliases } from './posts';
export { knownPosts, notStations } from './stations';
export { tags } from './tags';
`;

/** Writes the file where it is not as it should be. */
export async function writeReference() {
  const text = textOf(await reference());
  if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) writeFileSync(FILE, text);
}

async function reference() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: 'server/src/reference', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    loader: { '.tsv': 'text' },
  });
  const [{ text }] = outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

function textOf({ captionPhrases, knownPosts, notStations, stationAliases, tags }) {
  const stations = [...knownPosts()];
  const aliases = [...stationAliases()].flatMap(([alias, key]) => {
    const station = stations.indexOf(key);
    return [station & 0xff, station >> 8, ...bytesOf(alias)];
  });
  const columns = {
    STATIONS: stations.flatMap(bytesOf),
    ALIASES: [...aliases, 0, 0],
    NOT_STATIONS: [...notStations].flatMap(bytesOf),
    TAGS: tags.flatMap(({ code }) => bytesOf(code)),
    CAPTIONS: captionPhrases.flatMap(({ phrase }) => bytesOf(phrase)),
  };
  const lines = Object.entries(columns).map(
    ([name, bytes]) => `export const ${name}: usize = memory.data<u8>([${[...bytes, 0].join(',')}]);\n`,
  );
  return `// Written by scripts/reference.mjs. See server/plain/tables.ts for what the bytes mean.\n${lines.join('')}`;
}

/** A string behind a byte with its length. */
function bytesOf(text) {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > 255) throw new RangeError(`too long for a table: ${text}`);
  return [bytes.length, ...bytes];
}
