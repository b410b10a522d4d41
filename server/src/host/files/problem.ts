/** Why a file or a folder could not be read or written. */
export interface FileProblem {
  readonly path: string;
  readonly kind: 'vanished' | 'unreadable' | 'binary' | 'too-large' | 'unwritable';
  /** Without the path and a full stop: `no permission to read it`. */
  readonly message: string;
}

const messages: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** The problem behind an error thrown by `node:fs`. */
export function problemOf(path: string, error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { path, kind: 'vanished', message: 'no such file or folder' };
  const message = messages[code] ?? `it cannot be read (${code || String(error)})`;
  return { path, kind: 'unreadable', message };
}

const writing: Readonly<Record<string, string>> = {
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EATTR: 'its extended attributes or access list would be lost',
  EOUTSIDE: 'a link leads to it, out of the folder',
  EIRREGULAR: 'it is no regular file',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the file is too large',
  EBUSY: 'another program uses it',
};

/** The problem behind an error thrown by `node:fs` while a file was written. */
export function writeProblemOf(path: string, error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = problemOf(path, error);
  const message =
    writing[code] ??
    (problem.kind === 'vanished' ? problem.message : `it cannot be written (${code || String(error)})`);
  return { path, kind: 'unwritable', message: `not written: ${message}` };
}

/** An error as `node:fs` throws it, for a reason of our own: a key of the words for what cannot be written. */
export function refusal(code: 'EATTR' | 'EOUTSIDE' | 'EIRREGULAR', path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: 'open' });
}

/** The problem with files of a folder whose reader ended, with its last words. */
export function threadLoss(folder: string, message: string): FileProblem {
  return { path: folder, kind: 'unreadable', message: `a thread that read its files ended: ${message}` };
}

/** Problems grouped by their kind: a hundred thousand of one kind are one line. */
export class ProblemList {
  readonly #kinds = new Map<string, { readonly first: string; count: number }>();

  add({ path, message }: FileProblem): void {
    const kind = this.#kinds.get(message);
    if (kind) kind.count++;
    else this.#kinds.set(message, { first: path, count: 1 });
  }

  /** `a/b.txt: no permission to read it (and 3 others)`, in the order in which kinds first occurred. */
  lines(): readonly string[] {
    return [...this.#kinds].map(([message, { first, count }]) => {
      const others = count === 1 ? '' : ` (and ${count - 1} ${count === 2 ? 'other' : 'others'})`;
      return `${first}: ${message}${others}`;
    });
  }
}
