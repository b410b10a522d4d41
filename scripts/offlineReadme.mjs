import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PICTURE = /!\[([^\]]*)\]\(((?!https?:|data:)[^)]+\.png)\)/g;
const LINK = /\[([^\]]+)\]\((?!https?:|data:|#)[^)]+\)/g;

/**
 * A README for a package without an address: pictures, which lie in `root`, are part of the text, and what links to the project's own
 * files is plain text, for nobody has those files.
 */
export function offlineReadme(readme, root) {
  return readme
    .replace(PICTURE, (_, alt, path) => `![${alt}](data:image/png;base64,${base64(join(root, path))})`)
    .replace(LINK, (_, words) => words);
}

function base64(path) {
  return readFileSync(path).toString('base64');
}
