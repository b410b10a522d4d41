/**
 * Tells paths that a glob names from others. Paths have forward slashes and are relative. In a glob `*` is any characters
 * within a name, `?` is one of them, a name `**` is any number of folders; every other character stands for itself, so that
 * the path of a file is a glob that names it. A folder stands for all that is in it.
 *
 * Not compiled to a regular expression: whoever wrote the glob, matching takes at most its length times that of the path.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const names = [...glob.split('/').filter(name => name !== '' && name !== '.'), '**'];
  if (names.length === 1) return () => false;
  const patterns = names.map(name => (name === '**' ? ANY_FOLDERS : [...name]));
  return path => matches(patterns, path.split('/'), ANY_FOLDERS, matchesName);
}

const ANY_FOLDERS: readonly string[] = ['**'];

function matchesName(pattern: readonly string[], name: string): boolean {
  return matches(pattern, [...name], '*', (sign, character) => sign === '?' || sign === character);
}

/**
 * Whether a pattern stands for these items. Its item `any` stands for any number of them, none included; of several, only the
 * last one met has to try more, for what stands before it is best matched as early as possible.
 */
function matches<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  any: P,
  stands: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let tried = -1;
  let from = 0;
  for (let i = 0; i < items.length; ) {
    const part = pattern[at];
    const item = items[i] as T;
    if (part === any) {
      tried = at++;
      from = i;
    } else if (part !== undefined && stands(part, item)) {
      at++;
      i++;
    } else if (tried >= 0) {
      at = tried + 1;
      i = ++from;
    } else {
      return false;
    }
  }
  while (at < pattern.length && pattern[at] === any) at++;
  return at === pattern.length;
}
