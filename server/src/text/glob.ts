/** So many globs one with braces may stand for. */
const MOST = 256;

/**
 * Tells paths that a glob names from others. Paths have forward slashes and are relative. In a glob `*` is any characters
 * within a name, `?` is one of them, a name `**` is any number of folders, `{a,b}` is one or the other; every other character
 * stands for itself. A folder stands for all that is in it.
 *
 * Not compiled to a regular expression: whoever wrote the glob, matching takes at most its length times that of the path.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const patterns = alternatives(glob.trim())
    .map(patternOf)
    .filter(pattern => pattern.length > 1);
  return path => {
    const names = path.split('/');
    return patterns.some(pattern => matches(pattern, names, ANY_FOLDERS, matchesName));
  };
}

/** A glob that names the file or folder `path` and next to nothing else, whatever characters are in it. */
export function globOf(path: string): string {
  return path.replace(/[*?{}]/g, '?');
}

/** What is left where a choice is made in each pair of braces. */
function alternatives(glob: string): readonly string[] {
  const left = [glob];
  const done: string[] = [];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (!braces || left.length + done.length >= MOST) {
      done.push(next);
      continue;
    }
    const [whole, choices = ''] = braces;
    const end = braces.index + whole.length;
    for (const choice of choices.split(','))
      left.push(next.slice(0, braces.index) + choice + next.slice(end));
  }
  return done;
}

/** The names of a glob, each as its characters. */
function patternOf(glob: string): readonly (readonly string[])[] {
  const names = glob.split('/').filter(name => name !== '' && name !== '.');
  return [...names, '**'].map(name => (name === '**' ? ANY_FOLDERS : [...name]));
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
