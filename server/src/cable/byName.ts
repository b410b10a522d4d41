/** Extensions of plain text, and none; whether such a file is a cable depends on its content. */
const PLAIN_TEXT = new Set(
  '|.txt|.text|.asc|.ascii|.tel|.tlg|.cbl|.log|.msg|.out|.prn|.lst|.ocr|.dat'.split('|'),
);

/** What an extension is made of: the end of `U.S. Embassy 412` or `cable.001` is a part of the name. */
const EXTENSION = /^\.[a-z][a-z0-9+_-]{0,11}$/;

/** Whether a file with this name is a cable in any case, depending on its content, or never. */
export function cableByName(path: string): 'always' | 'by-content' | 'never' {
  // Nearly all files have this extension.
  if (path.endsWith('.txt')) return 'by-content';
  const extension = extensionOf(path).toLowerCase();
  if (extension === '.cable') return 'always';
  return PLAIN_TEXT.has(extension) || !EXTENSION.test(extension) ? 'by-content' : 'never';
}

/** What follows the last dot of a name, with the dot; nothing where the name begins with it. */
function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  const start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return dot > start ? path.slice(dot) : '';
}
