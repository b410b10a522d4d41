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

/**
 * Globs that name, by their paths in the folder `below`, those of the files in it that `glob` names. What names the folder itself
 * is left out: one who works in that folder means what is in it.
 */
export function globsBelow(glob: string, below: string): readonly string[] {
  return alternatives(glob.trim()).flatMap(choice => {
    let rests: readonly (readonly string[])[] = [namesOf(choice)];
    for (const name of below.split('/')) rests = withoutCopies(rests.flatMap(rest => restsAfter(rest, name)));
    return rests.filter(rest => rest.some(part => part !== '**')).map(rest => rest.join('/'));
  });
}

/** What is left of a glob's names after a folder's name; nothing where they do not name it, or name no more than it. */
function restsAfter([first, ...rest]: readonly string[], name: string): readonly (readonly string[])[] {
  if (first === undefined) return [];
  if (first === '**') return [[first, ...rest], ...restsAfter(rest, name)];
  return matchesName([...first], name) ? [rest] : [];
}

/** Several `**` lead to the same rest in many ways. */
function withoutCopies(rests: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rests.map(rest => [rest.join('/'), rest])).values()];
}

/** The one path that a glob names, without anything that stands for other characters; null where there is more than one. */
export function pathNamedBy(glob: string): string | null {
  return /[*?{}]/.test(glob) ? null : namesOf(glob.trim()).join('/');
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

function namesOf(glob: string): readonly string[] {
  return glob.split('/').filter(name => name !== '' && name !== '.');
}

/** The names of a glob, each as its characters. */
function patternOf(glob: string): readonly (readonly string[])[] {
  return [...namesOf(glob), '**'].map(name => (name === '**' ? ANY_FOLDERS : [...name]));
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
